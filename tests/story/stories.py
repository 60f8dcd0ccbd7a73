# ruff: noqa: E501 - an event a line reads better than wrapped ones
"""An invented story told by several articles over some months; all names are invented."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from timelines import article, event, mention, within

from timeline.models import ArticleRecord, EventTime, Mention, MergedEvent, Party, Timeline, Timex, TimexAnchor


def party(name: str, code: str | None = None, *, text: str | None = None) -> Party:
    """A party as an article calls it."""
    return Party(text=text or name, start=0, end=len(text or name), name=name, code=code)


def told_by(identity: str, written: str, text: str, days: dict[str, str]) -> ArticleRecord:
    """An article of a day, and its expressions with the ISO day that each means."""
    found = []
    for words, iso in days.items():
        start, day = text.index(words), date.fromisoformat(iso)
        found.append(
            Timex(
                start=start, end=start + len(words), text=words, type="DATE", value=iso, edtf=iso,
                not_before=day, not_after=day, anchor=TimexAnchor(kind="dct"), rule="sample",
            )
        )  # fmt: skip
    return article(identity, text, written, kinds={0: "body"}, timexes=tuple(found))


def happened(
    identity: str,
    kind: str,
    day: str | EventTime,
    *mentions: Mention,
    actors: Sequence[Party] = (),
    recipients: Sequence[Party] = (),
    **fields: Any,
) -> MergedEvent:
    """An event of a day, told by these mentions."""
    time = within(day) if isinstance(day, str) else day
    title = fields.pop("title", mentions[0].title if mentions and mentions[0].title else identity)
    made = event(identity, title, kind, time, *mentions, **fields)
    return made.model_copy(update={"actors": tuple(actors), "recipients": tuple(recipients)})


ODAL = party("Mila Odal", "SND", text="Odal")
VIK = party("Arne Vik", "KRS", text="Vik")

VOTE = told_by(
    "vote",
    "2030-03-04",
    "Mila Odal won the election in Sund on Sunday.\n\nArne Vik of Karst called her.",
    {"Sunday": "2030-03-03"},
)
OATH = told_by(
    "oath",
    "2030-04-02",
    "Odal took the oath on Tuesday, a month after she had won the election of 3 March.\n\nVik sent Ida Vik.",
    {"Tuesday": "2030-04-02", "3 March": "2030-03-03"},
)
PACT = told_by(
    "pact",
    "2030-06-10",
    "Odal and Vik signed the fisheries pact on Monday. Odal, who won the election of 3 March, smiled.\n\n"
    "Ferries may sail again.",
    {"Monday": "2030-06-10", "3 March": "2030-03-03"},
)


def story() -> Timeline:
    """An election told by three articles, an oath, a pact, a call, a hope."""
    sunday, oath, monday = within("2030-03-03"), within("2030-04-02"), within("2030-06-10")
    won = "Mila Odal won the election in Sund on Sunday."
    took = "Odal took the oath on Tuesday, a month after she had won the election of 3 March."
    signed = "Odal and Vik signed the fisheries pact on Monday."
    smiled = "Odal, who won the election of 3 March, smiled."
    main, clause = ("main-clause",), ("describing-clause",)
    return Timeline(
        title="Sund and Karst",
        articles=(VOTE, OATH, PACT),
        events=(
            happened(
                "election", "ELECTION", sunday,
                mention(PACT, smiled, "won", sunday, timex=("3 March", "2030-03-03"), features=clause, title="Odal, who wins"),
                mention(VOTE, won, "won", sunday, timex=("Sunday", "2030-03-03"), features=(*main, "lead"), title="Odal wins the election"),
                mention(OATH, took, "won", sunday, timex=("3 March", "2030-03-03"), features=clause, title="She had won"),
                actors=[ODAL],
            ),
            happened(
                "call", "CONSULT", sunday,
                mention(VOTE, "Arne Vik of Karst called her.", "called", sunday, features=(*main, "news-of-the-day"), title="Vik calls Odal"),
                actors=[VIK], recipients=[ODAL],
            ),
            happened("oath", "APPOINTMENT", oath, mention(OATH, took, "took", oath, timex=("Tuesday", "2030-04-02"), features=(*main, "lead"), title="Odal takes the oath"), actors=[ODAL]),
            happened("envoy", "CONSULT", oath, mention(OATH, "Vik sent Ida Vik.", "sent", oath, features=(*main, "news-of-the-day"), title="Vik sends Ida Vik"), actors=[VIK], recipients=[party("Ida Vik", "KRS")]),
            happened("pact", "AGREE", monday, mention(PACT, signed, "signed", monday, timex=("Monday", "2030-06-10"), features=(*main, "lead"), title="Odal and Vik sign the fisheries pact"), actors=[ODAL, VIK]),
            happened("ferries", "COOPERATE", within("2030-06-10", None), mention(PACT, "Ferries may sail again.", "sail", within("2030-06-10", None), status="hypothetical", title="Ferries may sail"), actors=[party("ferries")]),
        ),
    )  # fmt: skip
