"""What tests ask of an open page."""

from __future__ import annotations

from typing import Any


def titles(tab: Any) -> list[str]:
    """Titles of the rows in the document."""
    return list(tab.locator("#rows .row-title").all_inner_texts())


def size(tab: Any) -> int:
    """How many events the list has, of which only those on the screen are in the document."""
    return int(tab.locator("#rows .row").first.get_attribute("aria-setsize"))


def mark_at(tab: Any, number: int) -> dict[str, float]:
    """Pixels of the middle of an event's mark."""
    found: dict[str, float] = tab.evaluate(
        """(i) => { const plot = document.querySelector('#plot'), box = plot.getBoundingClientRect();
        const gd = document.querySelector('#figure'), range = gd._fullLayout.xaxis.range.map((r) => Figure.readDay(r));
        const mark = App.figure.laid.marks.find((m) => m.i === i), lanes = gd._fullLayout.yaxis.range[0];
        return { x: box.left + (((mark.from + mark.to) / 2 - range[0]) / (range[1] - range[0])) * gd._fullLayout.width,
                 y: box.top + (mark.y / lanes) * (gd._fullLayout.height - gd._fullLayout.margin.b) }; }""",
        number,
    )
    return found
