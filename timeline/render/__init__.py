"""A timeline becomes files that people open."""

from timeline.render.export import json_parts, to_csv, to_json
from timeline.render.figure import read_library
from timeline.render.page import page

__all__ = ["json_parts", "page", "read_library", "to_csv", "to_json"]
