"""The published JSON Schemas of all that is written and read as JSON."""

from __future__ import annotations

import json
from typing import Literal

from pydantic import BaseModel

from timeline.errors import OptionError
from timeline.formats.plover import PloverRecord
from timeline.formats.record import EventRecord
from timeline.models import SCHEMA, Annotation, Corrections, Request, Timeline
from timeline.options import SCHEMAS

_DIALECT = "https://json-schema.org/draft/2020-12/schema"
_OF: dict[str, tuple[type[BaseModel], Literal["validation", "serialization"]]] = {
    "timeline": (Timeline, "serialization"),
    "event": (EventRecord, "serialization"),
    "plover": (PloverRecord, "serialization"),
    "request": (Request, "validation"),
    "annotation": (Annotation, "serialization"),
    "corrections": (Corrections, "validation"),
}


def schema(name: str) -> str:
    """Return the JSON Schema of that name, one of SCHEMAS; raises OptionError where there is none."""
    if name not in _OF:
        raise OptionError(f"{name!r} is no schema; choose among {', '.join(SCHEMAS)}")
    model, mode = _OF[name]
    head = {"$schema": _DIALECT, "$id": f"urn:diplomatic-timeline:schema:{name}:{SCHEMA}"}
    return json.dumps(head | model.model_json_schema(mode=mode), indent=2)
