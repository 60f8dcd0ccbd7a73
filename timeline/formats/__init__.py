"""A timeline becomes files for people and for other programs: one module a format, and a list of them all."""

from timeline.formats.registry import check, export, file_name, parts

__all__ = ["check", "export", "file_name", "parts"]
