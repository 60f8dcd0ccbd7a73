"""A page that is still arriving can be used: the list, the overview, the figure, and what is known of an event."""

from __future__ import annotations

from typing import Any

import pytest
from timelines import small

from timeline.render import page

pytestmark = pytest.mark.browser

LIBRARY = "window.Plotly = { newPlot: async () => { window.drawn = true; } };"


def test_articles_that_are_late_are_told_when_they_come(chromium: Any) -> None:
    """Details say at once what the event holds, and show the sentences once their articles are here."""
    html = page(small(), plotlyjs=LIBRARY)
    place = html.index('<script type="application/json" id="tl-a0">')
    tab = chromium.new_page(viewport={"width": 1400, "height": 900})
    wrong: list[str] = []
    tab.on("pageerror", lambda error: wrong.append(str(error)))
    tab.evaluate("(html) => { document.open(); document.write(html); }", html[:place])
    tab.locator(".row-line", has_text="Haas becomes premier").click()
    assert tab.locator("#details h2").inner_text() == "Haas becomes premier"
    assert "still being read" in tab.locator("#details .report").first.inner_text()
    tab.wait_for_function("() => window.drawn")  # nor does the figure wait
    tab.evaluate("(html) => { document.write(html); document.close(); }", html[place:])
    tab.locator("#details blockquote").first.wait_for()
    assert "still being read" not in tab.locator("#details").inner_text()
    assert wrong == []
    tab.close()
