"""A real Chromium for the tests of the page."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Any]:
    """The browser, started once; skipped only where TIMELINE_NO_BROWSER=1 says so."""
    if os.environ.get("TIMELINE_NO_BROWSER") == "1":
        pytest.skip("TIMELINE_NO_BROWSER=1: the tests in a browser are not run")
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.fail(
            f"no Chromium found (looked for {', '.join(NAMES)}): install it (Debian: apt-get install chromium) "
            "or set TIMELINE_NO_BROWSER=1 to skip the tests in a browser"
        )
    from playwright.sync_api import sync_playwright

    arguments = ["--disable-gpu", "--no-first-run", *(["--no-sandbox"] if os.geteuid() == 0 else [])]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=program, args=arguments)
        yield browser
        browser.close()


@pytest.fixture
def visit(chromium: Any, tmp_path: Path) -> Iterator[Callable[..., Any]]:
    """Open a page's HTML from disk; a console error, a page error or a request makes the test fail."""
    contexts: list[Any] = []
    wrong: list[str] = []

    def go(html: str, fragment: str = "", **options: Any) -> Any:
        settings = {"viewport": {"width": 1400, "height": 900}, "locale": "en-GB", "reduced_motion": "reduce"}
        context = chromium.new_context(**(settings | options))
        contexts.append(context)
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(f"error: {error}"))
        page.on(
            "console",
            lambda line: wrong.append(f"{line.type}: {line.text}") if line.type in ("error", "warning") else None,
        )
        path = tmp_path / f"page{len(contexts)}.html"
        path.write_text(html, encoding="utf-8")
        own = path.as_uri()
        page.on(
            "request", lambda request: wrong.append(f"request: {request.url}") if _foreign(request.url, own) else None
        )
        page.goto(own + (f"#{fragment}" if fragment else ""))
        return page

    yield go
    for context in contexts:
        context.close()
    assert wrong == []


def _foreign(url: str, own: str) -> bool:
    return url.split("#", maxsplit=1)[0] != own and not url.startswith(("data:", "blob:"))


@pytest.fixture
def drawn(visit: Callable[..., Any]) -> Callable[..., Any]:
    """Open a page and wait until its figure is drawn."""

    def go(html: str, fragment: str = "", **options: Any) -> Any:
        page = visit(html, fragment, **options)
        page.locator("#figure-note").wait_for(state="hidden", timeout=20_000)
        return page

    return go
