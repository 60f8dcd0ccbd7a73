"""Whether TimelineJS's own player shows every slide of what is written for it, in the Chromium that is installed.

    python tests/benchmarks/player.py DIST

DIST: the folder ``dist`` of the player (the package @knight-lab/timelinejs), which is too large to keep with the tests.
Gives it the seed and the timelines of tests/formats that make trouble; whatever it asks another site for is refused.
Exit code 1 where a slide or a headline is missing, or the player complains.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import sys
from html import unescape
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parents[1]))

from playwright.sync_api import Error, Route, sync_playwright
from rough import rough
from timelines import hostile, small

import timeline
from timeline.formats import export
from timeline.models import Timeline

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
SEEDS = Path(__file__).parents[2] / "seeds"
HOST = "http://player.test/"
PAGE = """<!doctype html><meta charset="utf-8"><link rel="stylesheet" href="css/timeline.css">
<div id="player" style="width:1200px;height:700px"></div><script src="js/timeline.js"></script>
<script>fetch("data.json").then((got) => got.json()).then((data) => {
  new TL.Timeline("player", data, {}).on("loaded", () => { window.isLoaded = true; });
});</script>"""


def wrong_with(browser: Any, dist: Path, told: Timeline) -> list[str]:
    """Open a timeline in the player; return what is not as wanted."""
    data = export(told, "timelinejs")

    def answer(route: Route) -> None:
        asked = route.request.url.removeprefix(HOST)
        if asked in ("", "data.json"):
            route.fulfill(body=data if asked else PAGE, content_type="application/json" if asked else "text/html")
        elif (dist / asked).is_file():
            route.fulfill(path=dist / asked)
        else:
            route.abort()  # its fonts stand on another site

    wrong: list[str] = []
    tab = browser.new_page()
    tab.on("pageerror", lambda error: wrong.append(f"error: {error}"))
    tab.on("dialog", lambda dialog: (wrong.append(f"dialog: {dialog.message}"), dialog.dismiss()))
    tab.route("**/*", answer)
    tab.goto(HOST)
    try:
        tab.wait_for_function("() => window.isLoaded", timeout=20_000)
    except Error:
        wrong.append("is not loaded within 20 seconds")
    headlines = tab.evaluate("[...document.querySelectorAll('.tl-slide h2')].map((one) => one.textContent)")
    marks = tab.evaluate("document.querySelectorAll('.tl-timemarker').length")
    complaints = tab.evaluate("[...document.querySelectorAll('.tl-message-content')].map((one) => one.textContent)")
    tab.close()
    read = json.loads(data)
    wanted = [unescape(slide["text"]["headline"]) for slide in (read["title"], *read["events"])]
    if sorted(map(_words, headlines)) != sorted(map(_words, wanted)):
        wrong.append(f"headlines: {sorted(set(wanted) - set(headlines))} are missing")
    if marks != len(read["events"]):
        wrong.append(f"{marks} marks for {len(read['events'])} events")
    return [*wrong, *complaints]


def _words(text: str) -> list[str]:
    return text.split()


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dist", type=Path)
    options = parser.parse_args()
    program = next((found for name in NAMES if (found := shutil.which(name))), None)
    arguments = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    bad = 0
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        for name, told in {
            "seed": timeline.build(SEEDS),
            "small": small(),
            "hostile": hostile(),
            "rough": rough(),
        }.items():
            wrong = wrong_with(browser, options.dist, told)
            bad += bool(wrong)
            print(f"{name}: {'; '.join(wrong) or 'every slide is shown'}")
        browser.close()
    return int(bad > 0)


if __name__ == "__main__":
    sys.exit(main())
