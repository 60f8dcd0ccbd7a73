"""What a notebook shows of a timeline."""

from __future__ import annotations

import html
from collections.abc import Callable
from typing import Any

import pytest
from timelines import small

pytestmark = pytest.mark.browser


def test_a_notebook_shows_the_page(visit: Callable[..., Any]) -> None:
    shown = small()._repr_html_()
    assert html.escape(small().to_html()) in shown
    page = visit(f"<!doctype html><meta charset=utf-8><title>notebook</title>{shown}")
    frame = page.frame_locator("iframe")
    frame.locator("#figure-note").wait_for(state="hidden", timeout=20_000)
    assert frame.locator("h1").inner_text() == small().title
