# ruff: noqa: E501 - an event a line reads better than wrapped ones
"""Timelines made by hand and by chance; all names and texts are invented."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from timeline import edtf
from timeline.models import (
    ArticleRecord,
    Attribution,
    Block,
    Bounds,
    Conflict,
    Dct,
    EventAnchor,
    EventTime,
    Joined,
    Mention,
    MentionTimex,
    MergedEvent,
    Party,
    Place,
    Span,
    Stage,
    Timeline,
    Timex,
    TimexAnchor,
)

QUAD = {
    "AGREE": "verbal-cooperation", "CONSULT": "verbal-cooperation", "SUPPORT": "verbal-cooperation",
    "CONCEDE": "verbal-cooperation", "COOPERATE": "material-cooperation", "AID": "material-cooperation",
    "RETREAT": "material-cooperation", "REQUEST": "verbal-conflict", "ACCUSE": "verbal-conflict",
    "REJECT": "verbal-conflict", "THREATEN": "verbal-conflict", "PROTEST": "material-conflict",
    "SANCTION": "material-conflict", "MOBILIZE": "material-conflict", "COERCE": "material-conflict",
    "ASSAULT": "material-conflict",
}  # fmt: skip

NEWS = """\
Premier Haas agrees by phone with president-elect Odal to meet soon

ORSK, Thursday: Velmoran Premier Ines Haas said Thursday that she agreed in a telephone call with president-elect Mila Odal of Sund to hold a meeting soon, while confirming that the fisheries pact stands.

Photo: Chancellery

After Odal was elected president of Sund, Haas, who became premier on Oct. 1, told reporters that the talk had been friendly.

Haas also congratulated Odal, saying her words had been heard on both shores of the strait.

Haas, who is expected to be confirmed as premier following a general election last month, has floated the idea of a northern council.

During her first term as minister, Odal built a close rapport with the late Premier Arne Vik, who signed the fisheries pact.

Vik travelled to the Harbour House in Taveen in 2016 to meet Odal when she was minister-designate.

The two did not discuss higher ferry dues, officials said. Envoys had met on a ship between 3 and 5 May 2023.
"""

WIRE = """\
Velmora and Sund speak by phone

Velmora's premier and the president-elect of Sund spoke by telephone on Friday, the news agency of Sund reported. Talks with the northern council may follow.
"""


def bounds(low: str | None, high: str | None) -> Bounds:
    """Bounds of two ISO days."""
    return Bounds(
        not_before=date.fromisoformat(low) if low else None, not_after=date.fromisoformat(high) if high else None
    )


def within(low: str | None, high: str | None = "same") -> EventTime:
    """One day, known to lie in these bounds."""
    side = bounds(low, low if high == "same" else high)
    return EventTime(kind="day", begin=side, end=side)


def lasting(begin: tuple[str | None, str | None], end: tuple[str | None, str | None]) -> EventTime:
    """A span whose begin and end lie in these bounds."""
    return EventTime(kind="span", begin=bounds(*begin), end=bounds(*end))


def blocks(text: str, kinds: dict[int, str] | None = None) -> tuple[Block, ...]:
    """Paragraphs of a text, the first of them the title."""
    out, start = [], 0
    for number, part in enumerate(text.split("\n\n")):
        kind: Any = (kinds or {}).get(number, "body" if number else "title")
        out.append(Block(kind=kind, start=start, end=start + len(part.rstrip("\n"))))
        start += len(part) + 2
    return tuple(out)


def article(identity: str, text: str, day: str | None, **fields: Any) -> ArticleRecord:
    """An article with its paragraphs."""
    known = {"confidence": 1.0, "evidence": "sidecar file"}
    dct = Dct(value=day, **bounds(day, day).model_dump(), **known) if day else Dct()
    values: dict[str, Any] = {
        "id": identity, "path": f"{identity}.txt", "title": text.split("\n", 1)[0], "url": None, "source": None, "language": "en",
        "dct": dct, "claims": (), "blocks": blocks(text, fields.pop("kinds", None)), "text": text,
    }  # fmt: skip
    return ArticleRecord(**(values | fields))


def mention(where: ArticleRecord, sentence: str, trigger: str, time: EventTime, *, timex: tuple[str, str] | None = None,
            reason: str = "the article's own date", status: Any = "occurred", **fields: Any) -> Mention:  # fmt: skip
    """A report of an event, found in the article by its words."""
    start = where.text.index(sentence)
    at = where.text.index(trigger, start)
    found = None
    if timex:
        place = where.text.index(timex[0], start)
        found = MentionTimex(start=place, end=place + len(timex[0]), text=timex[0], value=timex[1], rule="sample")
    values: dict[str, Any] = {
        "article": where.id, "sentence": Span(start=start, end=start + len(sentence)), "start": at, "end": at + len(trigger),
        "trigger": trigger, "timex": found, "anchor": EventAnchor(kind="timex" if found else "dct"), "reason": reason,
        "status": status, "time": time, "attribution": Attribution(),
    }  # fmt: skip
    return Mention(**(values | fields))


def event(identity: str, title: str, kind: str, time: EventTime, *mentions: Mention, actors: tuple[str, ...] = (),
          **fields: Any) -> MergedEvent:  # fmt: skip
    """A merged event with these reports."""
    low, high = time.begin.not_before, time.end.not_after
    values: dict[str, Any] = {
        "id": identity, "title": title, "type": kind, "plover": kind, "mode": None, "quad": QUAD.get(kind, "none"),
        "cameo": None, "status": mentions[0].status if mentions else "occurred",
        "actors": tuple(Party(text=name, start=0, end=len(name), name=name, code=None) for name in actors), "recipients": (),
        "places": (), "attribution": Attribution(), "context": (), "edtf": edtf.format(edtf.Interval(low, high)),
        "time": time, "mentions": mentions, "conflicts": (), "importance": 0.5, "confidence": 0.9,
        "sources": max(1, len({one.article for one in mentions})),
    }  # fmt: skip
    return MergedEvent(**(values | fields))


def small() -> Timeline:
    """Twelve events, every way of knowing a date, two articles that disagree."""
    timex = Timex(
        start=NEWS.index("last month"), end=NEWS.index("last month") + 10, text="last month", type="DATE", value="2024-10",
        edtf="2024-10", not_before=date(2024, 10, 1), not_after=date(2024, 10, 31),
        anchor=TimexAnchor(kind="dct", text="2024-11-07"), rule="last-unit",
    )  # fmt: skip
    news = article(
        "news",
        NEWS,
        "2024-11-07",
        source="Northern Wire",
        url="https://example.org/news",
        kinds={2: "furniture"},
        timexes=(timex,),
    )
    wire = article("wire", WIRE, "2024-11-09", source="Sund Agency")
    lead = NEWS.split("\n\n")[1].split(": ", 1)[1]
    call, friday = within("2024-11-07"), within("2024-11-08")
    thursday = ("Thursday", "2024-11-07")
    seen = "'Thursday', seen from Thursday 7 November 2024"
    two = ("Ines Haas", "Mila Odal")
    later = within("2024-11-07", None)
    october = within("2024-10-01", "2024-10-31")
    trip = "Vik travelled to the Harbour House in Taveen in 2016 to meet Odal when she was minister-designate."
    term = "During her first term as minister, Odal built a close rapport with the late Premier Arne Vik, who signed the fisheries pact."
    confirm = "Haas, who is expected to be confirmed as premier following a general election last month, has floated the idea of a northern council."
    elected = "After Odal was elected president of Sund, Haas, who became premier on Oct. 1, told reporters that the talk had been friendly."
    spoken = "Velmora's premier and the president-elect of Sund spoke by telephone on Friday, the news agency of Sund reported."
    events = (
        event("a01", "Vik travels to Taveen to meet Odal", "CONSULT", within("2016-11-09", "2016-12-31"),
              mention(news, trip, "travelled", within("2016-11-09", "2016-12-31"), timex=("2016", "2016"), reason="'2016', narrowed by 'when she was minister-designate'"),
              actors=("Arne Vik", "Mila Odal"), mode="visit", places=(Place(text="Taveen", start=0, end=6),)),
        event("a02", "Odal builds rapport with Vik", "COOPERATE", lasting(("2017-01-20", "2018-06-30"), ("2019-01-01", "2021-01-20")),
              mention(news, term, "built", lasting(("2017-01-20", "2018-06-30"), ("2019-01-01", "2021-01-20")), reason="within Odal's first term, 20 January 2017 to 20 January 2021"),
              actors=("Mila Odal", "Arne Vik")),
        event("a03", "Envoys meet on a ship", "CONSULT", lasting(("2023-05-03", "2023-05-03"), ("2023-05-05", "2023-05-05")),
              mention(news, "Envoys had met on a ship between 3 and 5 May 2023.", "met", lasting(("2023-05-03", "2023-05-03"), ("2023-05-05", "2023-05-05")), timex=("between 3 and 5 May 2023", "2023-05-03/2023-05-05"), reason="the dates as written"),
              actors=("Velmora", "Sund")),
        event("a04", "Haas becomes premier", "APPOINTMENT", within("2024-10-01"),
              mention(news, elected, "became", within("2024-10-01"), timex=("Oct. 1", "2024-10-01"), reason="'Oct. 1', the last one before Thursday 7 November 2024"), actors=("Ines Haas",)),
        event("a05", "General election in Velmora", "ELECTION", october,
              mention(news, confirm, "general election", october, timex=("last month", "2024-10"), reason="'last month', seen from Thursday 7 November 2024"), actors=("Velmora",)),
        event("a06", "Odal elected president of Sund", "ELECTION", within(None, "2024-11-07"),
              mention(news, elected, "elected", within(None, "2024-11-07"), reason="past tense: not later than the article"), actors=("Mila Odal",)),
        event("a07", "Haas and Odal talk by phone", "CONSULT", within("2024-11-07", "2024-11-08"),
              mention(news, lead, "telephone call", call, timex=thursday, reason=seen),
              mention(news, NEWS.split("\n", 1)[0], "phone", call, reason="the title of an article of Thursday 7 November 2024"),
              mention(wire, spoken, "spoke", friday, timex=("Friday", "2024-11-08"), reason="'Friday', seen from Saturday 9 November 2024"),
              actors=two, mode="phone", conflicts=(Conflict(field="time", values=("2024-11-07", "2024-11-08"), mentions=((0, 1), (2,))),)),
        event("a08", "Haas and Odal agree to hold a meeting", "AGREE", call, mention(news, lead, "agreed", call, timex=thursday, reason=seen), actors=two),
        event("a09", "Haas congratulates Odal", "SUPPORT", call,
              mention(news, "Haas also congratulated Odal, saying her words had been heard on both shores of the strait.", "congratulated", call, reason="no date of its own: the day of the call"), actors=two),
        event("a10", "Higher ferry dues discussed", "CONSULT", call,
              mention(news, "The two did not discuss higher ferry dues, officials said.", "discuss", call, status="negated", reason="the day of the call"), actors=two),
        event("a11", "Meeting of Haas and Odal", "CONSULT", later,
              mention(news, lead, "hold a meeting", later, timex=("soon", "FUTURE_REF"), status="pledged", reason="'soon', seen from Thursday 7 November 2024"), actors=two),
        event("a12", "Haas to be confirmed as premier", "APPOINTMENT", later,
              mention(news, confirm, "confirmed", later, status="scheduled", reason="expected: not earlier than the article"), actors=("Ines Haas",)),
    )  # fmt: skip
    undated = event("a13", "Talks with the northern council", "CONSULT", within(None, None),
                    mention(wire, "Talks with the northern council may follow.", "Talks", within(None, None), status="hypothetical", reason="no date: 'may' places it nowhere"),
                    actors=("Velmora",))  # fmt: skip
    sure = event("a14", "Pact on fisheries signed", "SUPPORT", within(None, None),
                 mention(news, term, "signed", within(None, None), reason="no evidence places it in time"), actors=("Arne Vik",))  # fmt: skip
    return Timeline(
        title="Velmora and Sund, autumn 2024", articles=(news, wire), events=events, undated=(undated, sure)
    )


def with_minor() -> Timeline:
    """The same with three minor events: one long before the others, one that did not happen, one without a date."""
    timeline = small()
    news = timeline.articles[0]
    early, call = within("1991-05-02"), within("2024-11-07")
    thanked = "Haas also congratulated Odal, saying her words had been heard on both shores of the strait."
    officials = "The two did not discuss higher ferry dues, officials said."
    pact = "while confirming that the fisheries pact stands."
    minor = (
        event("m01", "Words heard on both shores", "OTHER", early, mention(news, thanked, "heard", early)),
        event(
            "m02", "Officials do not say", "STATEMENT", call, mention(news, officials, "said", call, status="negated")
        ),
        event(
            "m03",
            "Fisheries pact stands",
            "OTHER",
            within(None, None),
            mention(news, pact, "stands", within(None, None)),
        ),
    )
    return timeline.model_copy(update={"minor": minor})


PLAN = """\
Velmora and Sund to meet in Orsk

Velmora and Sund will hold talks in Orsk on 10 March 2025, officials said.
"""

DELAY = """\
Orsk talks put off

The talks of Velmora and Sund in Orsk were put off to 20 March 2025.
"""

DONE = """\
Velmora and Sund hold talks

Velmora and Sund held talks in Orsk on 20 March 2025. Two days later Sund thanked Velmora.
"""


def staged() -> Timeline:
    """Talks that were planned, put off and held, told by three articles of which one copies, with thanks dated by them."""
    plan, delay = (
        article("plan", PLAN, "2025-03-01", source="Orsk Post"),
        article("delay", DELAY, "2025-03-08", source="Orsk Post"),
    )
    done = article("done", DONE, "2025-03-21", source="Sund Agency")
    first, second, thanks = within("2025-03-10"), within("2025-03-20"), within("2025-03-22")
    two = ("Velmora", "Sund")
    talks = event("t1", "Velmora and Sund hold talks", "CONSULT", second,
                  mention(done, DONE.split("\n\n")[1].split(". ", maxsplit=1)[0] + ".", "held", second, timex=("20 March 2025", "2025-03-20")),
                  mention(plan, PLAN.split("\n\n")[1].rstrip(), "hold", first, timex=("10 March 2025", "2025-03-10"), status="scheduled",
                          joined=Joined(mention=0, signs=("stage", "parties"))),
                  mention(delay, DELAY.split("\n\n")[1].rstrip(), "put off", second, status="cancelled", joined=Joined(mention=0, signs=())),
                  actors=two, sources=2, history=(
                      Stage(stage="planned", told=date(2025, 3, 1), edtf="2025-03-10", mentions=(1,)),
                      Stage(stage="put off", told=date(2025, 3, 8), edtf="2025-03-20", mentions=(2,)),
                      Stage(stage="held", told=None, edtf="2025-03-20", mentions=(0,)),
                  ))  # fmt: skip
    held = DONE.index("held")
    later = "Two days later Sund thanked Velmora."
    events = (
        event("t0", "Sund invites Velmora", "REQUEST", within("2025-02-01"), actors=two),
        talks,
        event("t2", "Sund thanks Velmora", "SUPPORT", thanks, mention(done, later, "thanked", thanks, anchor=EventAnchor(kind="event", start=held, text="held")), actors=two),
        event("t3", "Sund votes", "ELECTION", within("2025-03-25"), actors=("Sund",)),
    )  # fmt: skip
    return Timeline(title="Talks in Orsk", articles=(plan, delay, done), events=events)


BAD = '<img src=x onerror="window.__pwned=1"></script><script>window.__pwned=2</script>'


def hostile() -> Timeline:
    """An article that would like to be code, and one word of 10,000 letters."""
    text = f'{BAD}\n\n<svg onload="window.__pwned=3"> {BAD} \u202egnorw\u202c <a href="javascript:window.__pwned=4">x</a> on 1 May 2024 ]]> <!-- {{{{ 7*7 }}}} \u2028 & &lt;b&gt; {"w" * 10_000} 😀 met again.\n'
    bad = article("bad", text, "2024-05-02", title=BAD, source="<b>source</b>", url="javascript:window.__pwned=5")
    sentence = text.split("\n\n")[1].rstrip("\n")
    one = mention(bad, sentence, "met", within("2024-05-01"), timex=("1 May 2024", "2024-05-01"), reason=BAD)
    return Timeline(
        title=BAD,
        articles=(bad,),
        events=(
            event(
                "h1",
                BAD,
                "CONSULT",
                within("2024-05-01"),
                one,
                actors=(BAD, "\u202ereversed"),
                context=("<i>",),
                mode="<u>",
            ),
            event("h2", "w" * 500, "AGREE", within("2024-05-01", None), one, actors=("=cmd|' /C calc'!A0",)),
            event("h3", "=1+1", "ODD<TYPE>", within("2024-04-01", "2024-04-30"), one, quad="none"),
        ),
    )


NAMES = (
    "Velmora", "Sund", "Karst", "Taveen", "Lissen", "Orsk", "Northern Council", "Brandia", "Cape Arn", "Dorn", "Estmark",
    "Fenwick", "Galdar", "Hest", "Isen", "Jorvik", "Kell", "Lorn", "Marrow", "Nesse", "Oster", "Pell", "Quist", "Rask",
)  # fmt: skip
DEEDS = {
    "CONSULT": "held talks with", "AGREE": "signed an accord with", "SUPPORT": "backed", "COOPERATE": "opened a joint yard with",
    "AID": "sent relief to", "REQUEST": "demanded an answer from", "ACCUSE": "condemned", "REJECT": "turned down an offer of",
    "THREATEN": "warned", "SANCTION": "imposed measures on", "MOBILIZE": "moved ships against", "ELECTION": "watched the vote in",
}  # fmt: skip
TOPICS = (
    "fisheries",
    "border crossings",
    "a gas line",
    "visas",
    "prisoners",
    "grain tariffs",
    "water",
    "debt",
    "a summit",
    "air routes",
    "a ceasefire",
)
FILL = [
    "officials",
    "said,",
    "adding",
    "that",
    "further",
    "meetings",
    "would",
    "follow",
    "once",
    "both",
    "sides",
    "had",
    "reported",
    "to",
    "their",
    "capitals;",
    "the",
    "mood",
    "was",
    "called",
    "businesslike",
    "and",
    "candid",
]


def many(count: int, seed: int = 7, crowd: int | None = None) -> Timeline:
    """``count`` events from 1990 to 2026 in bursts, each in one to three reports; ``crowd`` events share one day."""
    chance = random.Random(seed)
    first, days = date(1990, 1, 1), (date(2026, 11, 1) - date(1990, 1, 1)).days
    bursts = [chance.randrange(days) for _ in range(max(6, min(200, count // 40)))]
    papers: dict[int, list[str]] = {}
    made: list[tuple[str, str, EventTime, tuple[str, str], str, list[tuple[int, int, int, int, str, str]]]] = []
    lengths: dict[int, int] = {}
    for number in range(count):
        spread = chance.randrange(days) if chance.random() < 0.5 else int(chance.gauss(chance.choice(bursts), 20))
        day = first + timedelta(days=min(days, max(0, spread)))
        if crowd and number < crowd:
            day = date(2020, 2, 29)
        kind = chance.choice(list(DEEDS))
        pair = tuple(chance.sample(NAMES, 2))
        topic = chance.choice(TOPICS)
        time, words, value = _when(day, chance)
        title = f"{pair[0]} {DEEDS[kind]} {pair[1]} over {topic}"
        places = []
        for _ in range(chance.choice((1, 1, 1, 2, 3))):
            paper = chance.randrange(max(2, count // 11))
            sentence = f"{title} {words}, {' '.join(FILL[: chance.randrange(10, len(FILL))])}."
            start = lengths.get(paper, 0)
            papers.setdefault(paper, []).append(sentence)
            lengths[paper] = start + len(sentence) + 2
            places.append((paper, start, start + len(sentence), start + len(title) + 1, words, value))
        made.append((title, kind, time, (pair[0], pair[1]), DEEDS[kind], places))
    records = {
        number: article(
            f"p{number}",
            "\n\n".join(parts),
            "2026-11-02",
            title=f"Wire report {number}",
            source=f"Wire {number % 40}",
            kinds={0: "body"},
        )
        for number, parts in sorted(papers.items())
    }
    events = []
    for number, (title, kind, time, pair, deed, places) in enumerate(made):
        status: Any = chance.choices(
            ("occurred", "ongoing", "scheduled", "pledged", "hypothetical", "negated", "cancelled"),
            (78, 4, 6, 4, 3, 3, 2),
        )[0]
        reports = tuple(
            Mention(
                article=f"p{paper}", sentence=Span(start=start, end=end), start=start + len(pair[0]) + 1,
                end=start + len(pair[0]) + 1 + len(deed), trigger=deed,
                timex=MentionTimex(start=at, end=at + len(words), text=words, value=value, rule="written"),
                anchor=EventAnchor(kind="timex", start=at, text=words), reason=f"'{words}', as written", status=status, time=time,
                attribution=Attribution(),
            )
            for paper, start, end, at, words, value in places
        )  # fmt: skip
        events.append(event(f"e{number:06}", title, kind, time, *reports, actors=pair))
    return Timeline(title=f"{count:,} invented events", articles=tuple(records.values()), events=tuple(events))


def _when(day: date, chance: random.Random) -> tuple[EventTime, str, str]:
    iso, draw = day.isoformat(), chance.random()
    if draw < 0.15:
        end = (day + timedelta(days=chance.choice((1, 3, 8, 30, 60)))).isoformat()
        return lasting((iso, iso), (end, end)), f"from {iso} to {end}", f"{iso}/{end}"
    if draw < 0.25:
        span = edtf.month(day.year, day.month)
        return within(str(span.not_before), str(span.not_after)), f"in {iso[:7]}", iso[:7]
    if draw < 0.28:
        span = edtf.year(day.year)
        return within(str(span.not_before), str(span.not_after)), f"in {day.year}", str(day.year)
    if draw < 0.30:
        return within(None, iso), f"before {iso}", iso
    if draw < 0.32:
        return within(iso, None), f"after {iso}", iso
    return within(iso), f"on {iso}", iso
