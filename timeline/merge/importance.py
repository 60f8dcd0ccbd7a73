"""How much an event matters, so that a dense timeline can show first what does."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.merge.record import Record
from timeline.merge.table import section
from timeline.models import Party, Status
from timeline.names.leaders import offices_held, plain


def importance(type_: str, status: Status, parties: Sequence[Party], group: Sequence[Record]) -> float:
    """Weigh type, the highest office among the parties, place in the article, mentions and own date.

    The weighted mean of the five, times a factor for the status: 0..1, for ordering only.  The numbers stand in
    ``tables/merge.toml``.
    """
    signs = {
        "type": float(section("importance.type").get(type_, 0.0)),
        "actors": max((_rank(party) for party in parties), default=float(section("importance.actors")["nobody"])),
        "position": max(_position(record) for record in group),
        "mentions": 1 - 1 / (len(group) + 1),
        "date": max(float(record.event.anchor.kind in ("timex", "table")) for record in group),
    }
    weights = section("importance.weights")
    mean = sum(weights[name] * value for name, value in signs.items())
    return float(round(mean * float(section("importance.status")[status]), 3))


def _position(record: Record) -> float:
    table = section("importance.position")
    if record.zone != "body":
        return float(table[record.zone])
    return float(table["first"] - (table["first"] - table["last"]) * min(1.0, record.position))


def _rank(party: Party) -> float:
    table = section("importance.actors")
    name = plain(party.called).casefold()
    offices = offices_held().get(name)
    if offices:
        return float(table["official" if offices.isdisjoint(table["heads"]) else "head"])
    if party.code:
        return float(table["state"])
    return float(table["named" if any(letter.isupper() for letter in party.text) else "nobody"])
