"""A sentence becomes Timexes: found, typed, and resolved against their anchor."""
