"""What the page saves is what the command writes, in a real Chromium."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from rough import rough
from timelines import hostile, many, small

from timeline.formats import export
from timeline.models import Timeline
from timeline.render import page

pytestmark = pytest.mark.browser
FORMS = {"csv": "csv", "jsonl": "jsonl", "ics": "ics", "timelinejs": "timelinejs", "markdown": "md"}


@pytest.mark.parametrize("make", [small, hostile, rough, lambda: many(400)], ids=["small", "hostile", "rough", "many"])
@pytest.mark.parametrize("locale", ["en-US", "ja-JP"])
def test_the_page_saves_the_bytes_of_the_command(
    visit: Callable[..., Any], make: Callable[[], Timeline], locale: str
) -> None:
    tab = visit(page(make()), "unlikely=1", accept_downloads=True, locale=locale)
    for form, name in FORMS.items():
        tab.locator("#export-menu summary").click()
        with tab.expect_download() as download:
            tab.locator(f'[data-export="{form}"]').click()
        saved = Path(download.value.path()).read_bytes()
        assert saved.decode().split("\n") == export(make(), name).decode().split("\n"), form
        assert saved == export(make(), name)
