"""A timeline becomes files that people open."""

from timeline.render.figure import read_library
from timeline.render.page import page

__all__ = ["page", "read_library"]
