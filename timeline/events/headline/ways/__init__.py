"""The ways to a headline: by a verb, a saying, a noun, a turned deed, the parties alone, or the own words."""
