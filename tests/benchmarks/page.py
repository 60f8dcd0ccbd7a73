"""How soon the page can be used, in the Chromium that is installed: milliseconds since the navigation began.

    python tests/benchmarks/page.py [--events 100 1000] [--runs 5] [--plotlyjs FILE]

Writes pages of made-up events and opens each in a fresh browser, in turn, so that all meet the same load; prints
medians.  ``list``: rows and overview stand there; ``details``: a click on a row has been answered; ``figure``: Plotly
has drawn; ``worst``: the longest task of twenty notches of the wheel and five drags; ``search``: the first search.
"""

from __future__ import annotations

import argparse
import os
import shutil
import statistics
import sys
import tempfile
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import sync_playwright
from timelines import many

from timeline.render import page
from timeline.render.figure import read_library

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
WATCH = """
window.tasks = [];
new PerformanceObserver((list) => { for (const task of list.getEntries()) tasks.push(task.duration); })
  .observe({ type: "longtask", buffered: true });
const when = (name, there) => there() ? requestAnimationFrame(() => { window[name] = performance.now(); })
  : setTimeout(() => when(name, there), 16);
when("atList", () => document.querySelector("#rows .row button"));
when("atFigure", () => document.querySelector("#figure-note[hidden]"));
"""


def measure(tab: Any, address: str) -> dict[str, float]:
    """Open a page and use it as a reader would."""
    tab.add_init_script(WATCH)
    tab.goto(address, wait_until="commit")
    tab.wait_for_function("() => window.atList", polling=10)
    out = {"list": tab.evaluate("atList")}
    box = tab.evaluate(
        "() => { const b = document.querySelector('#rows .row button').getBoundingClientRect(); return [b.x, b.y]; }"
    )
    tab.mouse.click(box[0] + 150, box[1] + 20)
    tab.wait_for_function("() => document.querySelector('#details-title')", polling=10)
    out["details"] = tab.evaluate("performance.now()")
    tab.wait_for_function("() => window.atFigure && document.readyState === 'complete'")
    out["figure"] = tab.evaluate("atFigure")
    tab.wait_for_timeout(1000)
    out["worst"] = zoom_and_drag(tab)
    out["search"] = tab.evaluate(
        "async () => { const t = performance.now(); await App.index.find('haas', () => false);"
        " return performance.now() - t; }"
    )
    return out


def zoom_and_drag(tab: Any) -> float:
    """Turn the wheel over the figure and drag it; return the longest task, 0 where none took 50 ms."""
    tab.locator("#plot").focus()
    tab.evaluate("tasks.length = 0")
    box = tab.locator("#plot").bounding_box()
    x, y = box["x"] + box["width"] * 0.7, box["y"] + 60
    for _ in range(20):
        tab.mouse.move(x, y)
        tab.mouse.wheel(0, -240)
        tab.wait_for_timeout(120)
    for _ in range(5):
        tab.mouse.move(x, y)
        tab.mouse.down()
        for step in range(1, 11):
            tab.mouse.move(x - 40 * step, y)
        tab.mouse.up()
        tab.wait_for_timeout(200)
    tab.wait_for_timeout(500)
    return float(tab.evaluate("Math.max(0, ...tasks)"))


def main() -> None:
    """Write the pages, measure them in turn and print a line for each."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--events", type=int, nargs="+", default=[100, 1000])
    parser.add_argument("--runs", type=int, default=5)
    parser.add_argument("--plotlyjs", type=Path)
    asked = parser.parse_args()
    library = read_library(asked.plotlyjs) if asked.plotlyjs else None
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        sys.exit(f"no Chromium found (looked for {', '.join(NAMES)})")
    arguments = ["--disable-gpu", "--no-first-run", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        files = {count: Path(folder) / f"{count}.html" for count in asked.events}
        for count, path in files.items():
            path.write_text(page(many(count), plotlyjs=library), encoding="utf-8")
        found: dict[int, list[dict[str, float]]] = {count: [] for count in files}
        for _ in range(asked.runs):
            for count, path in files.items():
                browser = playwright.chromium.launch(executable_path=program, args=arguments)
                found[count].append(measure(browser.new_page(viewport={"width": 1400, "height": 900}), path.as_uri()))
                browser.close()
        for count, runs in found.items():
            words = (f"{name} {statistics.median(run[name] for run in runs):.0f}" for name in runs[0])
            print(f"{count} events, {files[count].stat().st_size} bytes: {', '.join(words)}")


if __name__ == "__main__":
    main()
