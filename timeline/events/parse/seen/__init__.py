"""What the parser sees of an article: its stretches, each a string of the same length that it reads more rightly."""
