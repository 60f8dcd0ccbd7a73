"""What a rule of ``tables/events/anchoring.toml`` is: a function that gives None where it does not apply."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from timeline.events.anchoring.placed import Placed
from timeline.events.anchoring.state import Evidence
from timeline.models import Event

TABLE = "anchoring"

# A way to date an event.
Place = Callable[[Evidence], Placed | None]
# A way to date it more exactly than a rule has done.
Refine = Callable[[Evidence, Placed], Placed | None]
# The earlier event that a coded one tells again, of those before it in the text.
Repeat = Callable[[Event, Sequence[Event], str], Event | None]
