"""A timeline becomes files that people open."""

from timeline.render.figure import read_library
from timeline.render.page import framed, page

__all__ = ["framed", "page", "read_library"]
