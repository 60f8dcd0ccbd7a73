"""A timeline becomes files that people open."""

from timeline.render.figure import read_library
from timeline.render.page import framed, page, page_parts

__all__ = ["framed", "page", "page_parts", "read_library"]
