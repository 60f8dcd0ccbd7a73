"""A timeline becomes files that people open."""
