"""Which frame of the lexicon a word stands in."""
