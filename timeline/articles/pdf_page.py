"""A page of a PDF puts its boxes in the order of reading, at a cost that has a bound."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from pdfminer.converter import PDFPageAggregator
from pdfminer.layout import LTPage

_MOST_BOXES = 400  # of a page, a box being a paragraph; a newspaper's page has fewer


class Pages(PDFPageAggregator):
    """Make pages of boxes in order."""

    def begin_page(self, page: Any, ctm: Any) -> None:
        """Start a page."""
        super().begin_page(page, ctm)
        self.cur_item = _Page(self.pageno, self.cur_item.bbox)


class _Page(LTPage):
    """A page whose boxes stand by columns, or one below the other where there are very many."""

    def add(self, obj: Any) -> None:
        """Take what stands on the page; nothing beyond its edges is ever shown, however much it is."""
        if obj.x0 <= self.x1 and obj.x1 >= self.x0 and obj.y0 <= self.y1 and obj.y1 >= self.y0:
            super().add(obj)

    def group_textboxes(self, laparams: Any, boxes: Sequence[Any]) -> list[Any]:
        """Group by columns, which compares each box with each other and looks at what stands between the two."""
        if len(boxes) <= _MOST_BOXES:
            return super().group_textboxes(laparams, boxes)
        return sorted(boxes, key=_from_the_top)


def _from_the_top(box: Any) -> tuple[float, float]:
    return -box.y0, box.x0
