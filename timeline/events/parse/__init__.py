"""English text to words in a tree: the only room that knows the parser and its labels."""
