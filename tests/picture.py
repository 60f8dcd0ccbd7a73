"""Take the picture of the seed's page that the README shows, in the Chromium that is installed: ``make picture``."""

from __future__ import annotations

import base64
import os
import shutil
import sys
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

import timeline
from timeline.commands.doctor import BROWSERS

ROOT = Path(__file__).parent.parent
WIDTH, HEIGHT = 1280, 800
SHOWN = "Japan holds general election"  # "last month": the event whose evidence is read


def take(target: Path) -> None:
    """Build the page of seeds/, open it, choose an event, and write a WebP of the window."""
    program = next(filter(None, map(shutil.which, BROWSERS)), None)
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        timeline.build(ROOT / "seeds", output=folder)
        arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        page = browser.new_page(
            viewport={"width": WIDTH, "height": HEIGHT}, locale="en-GB", reduced_motion="reduce", color_scheme="light"
        )
        page.goto((Path(folder) / "timeline.html").as_uri())
        page.locator("#figure-note").wait_for(state="hidden")
        page.get_by_text(SHOWN).first.click()
        page.mouse.move(0, 0)
        session = page.context.new_cdp_session(page)
        taken = session.send("Page.captureScreenshot", {"format": target.suffix[1:], "quality": 80})
        browser.close()
    target.write_bytes(base64.b64decode(taken["data"]))


if __name__ == "__main__":
    take(Path(sys.argv[1]))
