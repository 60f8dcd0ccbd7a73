# ruff: noqa: E501 - an event a line reads better than wrapped ones
"""A dispute as eight newspapers would tell it: dense in half a year, with one sentence of long ago; all names are invented."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from timelines import article, event, mention, within

from timeline.models import ArticleRecord, Conflict, EventTime, MergedEvent, Party, Timeline

PARTIES = {
    "Velmora": ("QVE", None), "Sund": ("QSU", None), "Karst": ("QKA", None), "Northern Council": ("IGO", None),
    "Ines Haas": ("QVE", "GOV"), "Arne Vik": ("QVE", "GOV"), "Mila Odal": ("QSU", "GOV"), "Sund's envoy": ("QSU", "GOV"),
    "Jo Tarn": ("QKA", "GOV"), "Karst Trawling": ("QKA", "BUS"),
}  # fmt: skip
# Day of 2025, type, title, doers, undergoers, importance, papers that tell it.
DEEDS: tuple[tuple[str, str, str, tuple[str, ...], tuple[str, ...], float, int], ...] = (
    ("03-06", "COERCE", "Sund seizes a trawler of Velmora", ("Sund",), ("Velmora",), 0.70, 2),
    ("03-09", "ACCUSE", "Sund accuses Velmora of poaching", ("Sund",), ("Velmora",), 0.45, 1),
    ("03-10", "SANCTION", "Velmora recalls its ambassador", ("Velmora",), ("Sund",), 0.80, 3),
    ("03-10", "STATEMENT", "Vik speaks of the seizure", ("Arne Vik",), (), 0.20, 1),
    ("03-12", "CONSULT", "Odal receives the envoy of Velmora", ("Mila Odal",), ("Velmora",), 0.60, 1),
    ("03-12", "SUPPORT", "Karst offers to mediate", ("Karst",), (), 0.50, 1),
    ("03-13", "AGREE", "Velmora and Sund agree to talk", ("Velmora", "Sund"), (), 0.75, 2),
    ("04-01", "SANCTION", "Karst stops the import of salmon", ("Karst",), ("Velmora",), 0.85, 3),
    ("04-01", "ACCUSE", "Tarn criticises Velmora over its patrols", ("Jo Tarn",), ("Velmora",), 0.40, 1),
    ("04-02", "ACCUSE", "Velmora protests the decision", ("Velmora",), ("Karst",), 0.45, 1),
    ("05-18", "CONSULT", "Tarn and Vik meet", ("Jo Tarn", "Arne Vik"), (), 0.65, 1),
    ("05-19", "CONSULT", "Haas meets the president of Karst", ("Ines Haas",), ("Karst",), 0.95, 4),
    ("05-19", "SUPPORT", "Northern Council welcomes the meeting", ("Northern Council",), (), 0.35, 1),
    ("05-20", "AGREE", "Karst and Velmora sign an accord on salmon", ("Karst", "Velmora"), (), 0.90, 3),
    ("06-05", "CONSULT", "Northern Council receives officials of Sund", ("Northern Council", "Sund's envoy"), (), 0.50, 1),
    ("06-10", "RETREAT", "Sund frees the trawler", ("Sund",), ("Velmora",), 0.80, 2),
    ("06-11", "SUPPORT", "Velmora thanks Sund", ("Velmora",), ("Sund",), 0.35, 1),
    ("07-01", "ASSAULT", "Ships of Karst and Sund collide", ("Karst", "Sund"), (), 0.85, 2),
    ("07-02", "ACCUSE", "Sund condemns Karst", ("Sund",), ("Karst",), 0.50, 1),
    ("07-03", "ACCUSE", "Sund summons the ambassador of Karst", ("Sund",), ("Karst",), 0.50, 1),
    ("07-03", "REJECT", "Karst denies the charge", ("Karst",), ("Sund",), 0.45, 1),
    ("08-12", "AGREE", "Sund and the Northern Council sign a pact", ("Sund", "Northern Council"), (), 0.70, 1),
    ("08-14", "SANCTION", "Northern Council punishes two firms", ("Northern Council",), ("Karst Trawling",), 0.90, 3),
    ("08-15", "THREATEN", "Karst threatens to answer", ("Karst",), ("Northern Council",), 0.60, 1),
    ("08-15", "SUPPORT", "Velmora backs the Northern Council", ("Velmora",), ("Northern Council",), 0.40, 1),
    ("09-18", "AGREE", "Velmora and Sund sign a treaty on patrols", ("Velmora", "Sund"), (), 0.85, 2),
    ("09-20", "CONSULT", "Tarn and Odal speak by phone", ("Jo Tarn", "Mila Odal"), (), 0.65, 1),
    ("09-25", "CONSULT", "Karst and Sund meet at the council", ("Karst", "Sund"), (), 0.70, 1),
)  # fmt: skip
LONG_AGO = "Velmora signs a treaty with the Coast of Sund"
PAPERS = ("Northern Wire", "Sund Agency", "Harbour Post", "Karst Daily")


def crisis() -> Timeline:
    """Twenty-nine events, one of them of 1954; some are told by several papers, and the papers disagree on one day."""
    told: dict[str, list[str]] = {paper: [] for paper in PAPERS}
    for day, _, title, _, _, _, papers in DEEDS:
        for paper in PAPERS[:papers]:
            told[paper].append(f"{title} on {_written(day)}.")
    told[PAPERS[0]].append(f"{LONG_AGO} in 1954.")
    articles = {
        paper: article(f"p{number}", "\n\n".join([f"News of {paper}", *lines]) + "\n", "2025-09-30", source=paper)
        for number, (paper, lines) in enumerate(told.items())
    }
    events = [_event(number, deed, articles) for number, deed in enumerate(DEEDS)]
    first = articles[PAPERS[0]]
    old = within("1954-01-01", "1954-12-31")
    one = mention(first, f"{LONG_AGO} in 1954.", "signs", old, timex=("1954", "1954"), reason="'1954', as written")
    events.append(event("c1954", LONG_AGO, "AGREE", old, one).model_copy(update=_parties(("Velmora", "Sund"), ())))
    return Timeline(title="The salmon dispute", articles=tuple(articles.values()), events=tuple(events))


def _written(day: str) -> str:
    when = date.fromisoformat(f"2025-{day}")
    return f"{when.day} {when:%B}"


def _event(number: int, deed: tuple[Any, ...], articles: dict[str, ArticleRecord]) -> MergedEvent:
    day, kind, title, doers, undergoers, importance, papers = deed
    time = within(f"2025-{day}")
    reports = tuple(
        mention(articles[paper], f"{title} on {_written(day)}.", title.split()[1], time, timex=(_written(day), f"2025-{day}"), reason=f"'{_written(day)}', as written")
        for paper in PAPERS[:papers]
    )  # fmt: skip
    fields = _parties(doers, undergoers) | {"importance": importance}
    if title == "Ships of Karst and Sund collide":
        later = date.fromisoformat(f"2025-{day}") + timedelta(days=1)
        other: EventTime = within(later.isoformat())
        reports = (reports[0], reports[1].model_copy(update={"time": other}))
        fields["conflicts"] = (
            Conflict(field="time", values=(f"2025-{day}", later.isoformat()), mentions=((0,), (1,))),
        )
    return event(f"c{number:02}", title, kind, time, *reports).model_copy(update=fields)


def _parties(doers: tuple[str, ...], undergoers: tuple[str, ...]) -> dict[str, Any]:
    made = [
        tuple(Party(text=name, start=0, end=len(name), name=name, code=PARTIES[name][0], sector=PARTIES[name][1]) for name in names)
        for names in (doers, undergoers)
    ]  # fmt: skip
    return {"actors": made[0], "recipients": made[1]}
