"""What the tests of events share."""

from __future__ import annotations

import pytest

from timeline.events import coder


@pytest.fixture
def whatever_is_coded(monkeypatch: pytest.MonkeyPatch) -> None:
    """Examples are about single rules: what the fitted weights think of their short sentences does not matter."""
    monkeypatch.setattr(coder, "is_nothing", lambda *_: False)
