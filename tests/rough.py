# ruff: noqa: E501 - an event a line reads better than wrapped ones
"""A timeline of everything that makes trouble for a format; all names and texts are invented."""

from __future__ import annotations

from datetime import date

from timelines import article, event, lasting, mention, within

from timeline.models import Conflict, Party, Place, Timeline, Timex, TimexAnchor

MARKS = 'commas, semicolons; "quotes" \\N \\n \\, back\\slashes `code` *stars* _lines_ [links](x) <b>tags</b> & &amp; | ~~~ #'
ODD = "nul \x00 bell \x07 vertical \x0b delete \x7f next \x85 line \u2028 paragraph \u2029 non-characters \ufffe\uffff end"
SCRIPTS = "émigré 日本 עברית العربية \u202ereversed\u202c 👩‍👩‍👧‍👦 🇨🇭 e\u0301"
LINES = "one\r\ntwo\rthree\nfour\tfive"
FORMULA = '=HYPERLINK("http://x.test";1+1)'

TEXT = f"""\
Rough news

In 44 BC the ides were feared. Sund met Velmora in Taveen in 2016, {MARKS}. They agreed on 3 May 2023; on 4 May 2023, others said.

{ODD}. {SCRIPTS} was said. =SUM(A1:A9) was met. They shall meet for ever.

END:VCALENDAR BEGIN:VEVENT closes ]]> nothing --> <!-- and <![CDATA[ opens nothing.
"""


def rough() -> Timeline:
    """Undated, open on either side or both, one year, in conflict, before Christ, at both ends of the calendar."""
    told = TEXT.index("2016")
    early = TEXT.index("44 BC")
    timexes = (
        Timex(
            start=early, end=early + 5, text="44 BC", type="DATE", value="BC0044", anchor=TimexAnchor(kind="none"), rule="x"
        ),
        Timex(
            start=told, end=told + 4, text="2016", type="DATE", value="2016", edtf="2016", not_before=date(2016, 1, 1),
            not_after=date(2016, 12, 31), anchor=TimexAnchor(kind="none"), rule="x",
        ),
    )  # fmt: skip
    one = article(
        "news/1 ;,", TEXT, "2024-05-02", title=f"{MARKS} {LINES}", source="Wire, of Sund", url="https://example.org/a?b=1&c=2,3;4",
        timexes=timexes,
    )  # fmt: skip
    two = article("NEWS_1", "Said.\n\nThey met again.\n", None, title=None, path=None, url="javascript:alert(1)")
    ides = "In 44 BC the ides were feared."
    met = TEXT[TEXT.index("Sund met") : TEXT.index(" They agreed")]
    agreed = TEXT[TEXT.index("They agreed") : TEXT.index("\n\nnul")]
    odd = TEXT[TEXT.index("nul") : TEXT.index(" =SUM")]
    year = within("2016-01-01", "2016-12-31")
    third, fourth = within("2023-05-03"), within("2023-05-04")
    parties = (
        Party(text="Sund", start=0, end=4, code="CHE"),
        Party(text="=Velmora", start=0, end=8, code="JPN", sector="GOV"),
    )
    events = (
        event("r01", "The first day", "CONSULT", within("0001-01-01"), mention(one, ides, "feared", within("0001-01-01"))),
        event("r02", "Before Christ", "PROTEST", within(None, "0001-01-01"),
              mention(one, ides, "feared", within(None, "0001-01-01"), timex=("44 BC", "BC0044"), tense="PAST")),
        event("r03", MARKS, "CONSULT", year,
              mention(one, met, "met", year, timex=("2016", "2016"), tense="PAST", polarity="NEG", modality="could"),
              recipients=parties, places=(Place(text="Taveen, Old", start=0, end=6, code="FRA"), Place(text="x", start=0, end=1, code="XXX"))),
        event("r04", LINES, "AGREE", within("2023-05-03", "2023-05-04"),
              mention(one, agreed, "agreed", third), mention(one, agreed, "said", fourth, status="negated"),
              mention(two, "They met again.", "met", fourth),
              conflicts=(Conflict(field="time", values=("2023-05-03", "2023-05-04"), mentions=((0,), (1, 2))),), recipients=parties),
        event("r05", ODD, "ELECTION", within("2024-05-02", None), mention(one, odd, "said", within("2024-05-02", None), reason=ODD, status="scheduled"), plover=None),
        event("r06", SCRIPTS, "COERCE", lasting(("2020-01-01", "2020-03-31"), ("2021-01-01", None)), mention(one, odd, "said", year)),
        event("r07", FORMULA, "AID", lasting((None, "2022-02-02"), ("2022-02-02", None)), mention(one, "=SUM(A1:A9) was met.", "met", year, reason=FORMULA)),
        event("r08", "The last day", "CONSULT", within("9999-12-31"), mention(one, "They shall meet for ever.", "meet", within("9999-12-31"), status="pledged")),
        event("r09", "For ever", "CONSULT", lasting(("9999-12-01", "9999-12-01"), ("9999-12-31", "9999-12-31")), mention(one, "They shall meet for ever.", "meet", year)),
        event("r10", "ő" * 300, "OTHER", lasting(("2024-02-29", "2024-02-29"), ("2024-03-01", "2024-03-01")), actors=("By hand",), corrected=("added",), note=MARKS),
    )  # fmt: skip
    undated = event(
        "r11", "END:VEVENT\r\nBEGIN:VEVENT", "ODD<TYPE>", within(None, None),
        mention(one, TEXT[TEXT.index("END:VC") :].rstrip("\n"), "closes", within(None, None)), quad="none", importance=0.00004,
    )  # fmt: skip
    return Timeline(title=f"{FORMULA} {MARKS} {LINES} {ODD}", articles=(one, two), events=events, undated=(undated,))
