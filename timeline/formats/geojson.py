"""GeoJSON (RFC 7946): the events whose place, or whose parties' countries, are known.

A place is shown at the middle of its country, as the package countryinfo has that; its points of towns are not
reliable.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from functools import cache
from typing import NamedTuple

from timeline.formats import telling
from timeline.formats.json_lines import integral
from timeline.formats.record import record
from timeline.formats.telling import Report
from timeline.models import MergedEvent, Timeline


class Spot(NamedTuple):
    """The middle of a country, in degrees."""

    longitude: float
    latitude: float
    country: str


def parts(timeline: Timeline) -> Iterator[str]:
    """Yield the features one a line, each with the record of its event and the spots where it lies."""
    by_id = telling.articles(timeline)
    yield '{"type":"FeatureCollection","features":['
    comma = "\n"
    for event in telling.shown(timeline):
        feature = _feature(event, telling.reports(event, by_id))
        if feature:
            yield comma + json.dumps(integral(feature), ensure_ascii=False, separators=(",", ":"))
            comma = ",\n"
    yield "\n]}\n"


def _feature(event: MergedEvent, reports: list[Report]) -> dict[str, object] | None:
    spots = _spots(place.code for place in event.places)
    located_by = "places" if spots else "parties"
    spots = spots or _spots(party.code for party in (*event.actors, *event.recipients))
    if not spots:
        return None
    points = [[spot.longitude, spot.latitude] for spot in spots]
    geometry = (
        {"type": "Point", "coordinates": points[0]}
        if len(points) == 1
        else {"type": "MultiPoint", "coordinates": points}
    )
    properties = {
        **record(event, reports).model_dump(mode="json"),
        "located_by": located_by,
        "countries": [spot.country for spot in spots],
    }
    return {"type": "Feature", "id": event.id, "geometry": geometry, "properties": properties}


def _spots(codes: Iterable[str | None]) -> list[Spot]:
    return list(dict.fromkeys(_middles()[code] for code in codes if code in _middles()))


@cache
def _middles() -> dict[str | None, Spot]:
    """Return the countries by their codes (ISO 3166-1 alpha-3)."""
    from countryinfo import CountryInfo

    middles: dict[str | None, Spot] = {}
    for row in CountryInfo.all().values():
        code, point = row.get("ISO", {}).get("alpha3"), row.get("latlng")
        if code and point:  # former names of a country stand behind the present one
            middles.setdefault(code, Spot(longitude=point[1], latitude=point[0], country=code))
    return middles
