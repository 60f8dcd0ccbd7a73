"""Sitting holders of offices."""

from __future__ import annotations

import pytest
from dated import claimed, days, inferred

from timeline.dating.offices import holders

BIDEN = "2021-01-20/2025-01-20"


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("U.S. President Joe Biden arrived.", "Joe Biden"),
        ("President Biden's envoy arrived.", "Biden"),
        ("President Biden Friday signed the pact.", "Biden"),
        ("Secretary of State Antony J. Blinken and Chancellor Olaf Scholz met.", "Olaf Scholz"),
        ("Canada's Prime Minister Jean Chretien arrived.", "Jean Chretien"),
        ("China's Premier Li Keqiang arrived.", "Li Keqiang"),
        ("Taiwan's Premier Cho Jung-tai arrived.", "Cho Jung-tai"),
        ("Israeli Premier Ehud Olmert arrived.", "Ehud Olmert"),
        ("Irish Taoiseach Leo Varadkar arrived.", "Leo Varadkar"),
        ("British Prime Minister\nTony Blair arrived.", "Tony Blair"),
    ],
)
def test_a_title_before_a_name(text: str, name: str) -> None:
    """With and without first name, accents, possessive, a weekday after it, a line break within."""
    assert [one.name for one in holders(text)] == [name]


@pytest.mark.parametrize(
    "text",
    [
        "Former President Joe Biden arrived.",
        "Former U.S. President Joe Biden arrived.",
        "Japan's then-Prime Minister Shinzo Abe arrived.",
        "The ex-Prime Minister Tony Blair arrived.",
        "The late British Prime Minister Tony Blair spoke.",
        "Deputy Prime Minister Tony Blair spoke.",
        "The company's president Joe Biden spoke.",
        "President Hunter Biden of Karst Foods spoke.",
        "Joe Biden spoke, the President said.",
    ],
)
def test_no_sitting_holder(text: str) -> None:
    """Those who held it once, namesakes with other first names, and titles without a name."""
    assert holders(text) == []


def test_the_country_before_the_title_chooses() -> None:
    """Two countries had a foreign minister of that surname; the one that is named counts."""
    (japan,) = holders("Japanese Prime Minister Shinzo Abe arrived.")
    assert japan.codes == {"JPN"}
    assert holders("Polish Prime Minister Shinzo Abe arrived.") == []


def test_terms_of_several_people_meet() -> None:
    article = inferred("Talks end\n\nPresident Joe Biden met Prime Minister Shigeru Ishiba. They agreed.")
    assert days(article) == "2024-10-01/2025-01-20"


def test_all_terms_of_a_person_count() -> None:
    """Shinzo Abe was prime minister twice; the other leader tells which time it was."""
    article = inferred("Talks end\n\nPrime Minister Shinzo Abe met President George W. Bush. They agreed.")
    assert days(article) == "2006-09-26/2007-09-26"
    assert claimed(article, "Shinzo Abe") == "2006-09-26/2007-09-26"


def test_a_president_elect_is_not_yet_in_office() -> None:
    article = inferred("Talks end\n\nPresident-elect Barack Obama thanked the envoys.")
    assert days(article) == "2008-11-04/2009-01-20"


def test_a_sentence_about_a_year_tells_no_sitting_holder() -> None:
    """The article was written after the term began; its end bounds nothing."""
    article = inferred("Talks end\n\nIn 1994, President Bill Clinton signed the pact.")
    assert days(article) == "1993-01-20/.."
    assert claimed(article, "so after") == "1993-01-20/.."


@pytest.mark.parametrize(
    "text",
    [
        "President Joe Biden spoke. Prime Minister Tony Blair built the bridge.",
        "Prime Minister Tony Blair built the bridge. President Joe Biden spoke.",
    ],
)
def test_a_holder_of_another_time_contradicts(text: str) -> None:
    """Of two leaders who never met in office the later one dates the article."""
    article = inferred("Talks end\n\n" + text)
    assert days(article) == BIDEN
    assert article.dct.evidence.endswith("; against it: Prime Minister Tony Blair in office 1997-05-02/2007-06-27")
