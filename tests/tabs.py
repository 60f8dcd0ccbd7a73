"""What tests ask of an open page."""

from __future__ import annotations

from collections.abc import Iterator
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


def points(tab: Any) -> list[list[float]]:
    """Pixels of the middles of the points that are drawn."""
    drawn: list[list[float]] = tab.locator("#figure .points path").evaluate_all(
        "(all) => all.map((one) => one.getBoundingClientRect()).map((b) => [b.x + b.width / 2, b.y + b.height / 2])"
    )
    return drawn


def states(tab: Any) -> Iterator[str]:
    """Bring the page into one state after the other: views, menus, sheets, forms, dialogs."""

    def button(name: str) -> None:
        tab.get_by_role("button", name=name, exact=True).first.click()

    def view(name: str) -> None:
        tab.locator(f'.tabs [data-view="{name}"]').click()

    def menu(place: str) -> None:
        tab.locator(f"{place} > summary").click()

    yield "start"
    for name in ("timeline", "list", "table"):
        view(name)
        yield name
    view("list")
    for fold in tab.locator(".fold:visible").all():
        fold.click()
    yield "unfolded"
    for place in ("#export-menu", "#corrections-menu", *(f"#facets details:nth-child({n})" for n in (1, 3, 6))):
        menu(place)
        yield place
        tab.keyboard.press("Escape")
    button("Help")
    yield "help"
    tab.keyboard.press("Escape")
    tab.locator(".row-line").nth(min(6, tab.locator(".row-line").count() - 1)).click()
    yield "details"
    for form in ("Correct this event", "Same as another event"):
        button(form)
        yield form
        button("Cancel")
    button("Correct this event")
    tab.get_by_label("Title").fill("Otherwise")
    tab.get_by_label("Date", exact=True).fill("sometime")
    button("Keep")
    yield "a wrong date"
    tab.get_by_label("Date", exact=True).fill("2024-11")
    button("Keep")
    yield "corrected"
    button("Open the whole article")
    yield "article"
    tab.keyboard.press("Escape")
    tab.keyboard.press("Escape")
    menu("#corrections-menu")
    yield "a list of corrections"
    button("Add an event")
    yield "a new event"
    button("Cancel")
    tab.locator("#query").fill("nothing like it")
    tab.locator("#none").wait_for()
    yield "nothing found"
