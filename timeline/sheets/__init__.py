"""Tables of events that a person keeps, or that the page has saved, become a timeline."""

from timeline.sheets.read import is_sheet, read

__all__ = ["is_sheet", "read"]
