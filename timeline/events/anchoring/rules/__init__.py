"""The rules that date events, one file a kind of evidence."""
