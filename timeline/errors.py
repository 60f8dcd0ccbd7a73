"""What can go wrong in a way that a user can repair."""

from __future__ import annotations


class TimelineError(Exception):
    """Base of all errors whose message says where, what and what to do."""


class ArticleError(TimelineError):
    """An input cannot be read as an article."""


class DateError(TimelineError):
    """A text that must be a date is none."""


class TableError(TimelineError):
    """A table of the package, or one given by the user, breaks its form."""


class OutputError(TimelineError):
    """A result cannot be written."""


class TimelineFileError(TimelineError):
    """A timeline or corrections file cannot be read."""


class OptionError(TimelineError):
    """An option has a value that it cannot take, or that fits nothing."""


class CorrectionError(TimelineFileError):
    """A correction, the ``number`` of all in its file from 0, cannot be applied, or contradicts another one."""

    def __init__(self, number: int, message: str) -> None:
        """Say so of one."""
        super().__init__(message)
        self.number = number
