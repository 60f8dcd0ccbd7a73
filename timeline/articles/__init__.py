"""An input file becomes an Article: text, blocks, title, source, and the day it was written."""
