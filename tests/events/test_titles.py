"""Headlines: grammatical, at phrase borders, never more than the text tells."""

from __future__ import annotations

import itertools
from datetime import date

import pytest
from coding import in_a_frame

from timeline import dates, events
from timeline.events.headline.shorten import ellipted
from timeline.models import Article, Dct, Event, Span

DCT = date(2024, 11, 7)


def code(text: str) -> list[Event]:
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    spans = [Span(start=0, end=len(text))]
    return events.code(Article(id="a", text=text, dct=dct), spans, dates.tag(text, dct, spans), typed_only=True)


CASES = [
    # number agrees with the subject
    ("The Greens formed a coalition with the Danish Democrats.", "Greens form a coalition"),
    ("At least 31, including two Greeks, were killed in Lagos by a bomb.", "At least 31 are killed in Lagos"),
    ("Religious leaders in Krakow condemned the shooting of the envoy.", "Religious leaders in Krakow condemn the"),
    ("Riot police used tear gas on the protesters in Tbilisi.", "Riot police use tear gas"),
    # a name stands once; what it owns is "its"
    ("Mali marked Mali's 50th anniversary of independence.", "Mali marks its 50th anniversary of independence"),
    # the owner of a relative is not who acts
    ("Rook's father demanded that Peru return the boy.", "Rook's father demands that Peru return the boy"),
    # no clause without its verb, no dangling "that"
    (
        "Chad and Niger signed the border documents that had been drawn up in March.",
        "Chad and Niger sign the border documents",
    ),
    # what somebody is told, whom a participle describes, and what they are to do
    (
        "President Odal told a major rally of supporters that Chad had succeeded in enriching uranium.",
        "Odal tells a major rally of supporters Chad had succeeded in enriching uranium",
    ),
    ("A delegation led by the Chadian foreign minister left for Moscow on Saturday.", "Delegation leaves for Moscow"),
    ("President Odal of Chad reiterated a vow not to negotiate on the debt.", "Odal reiterates a vow not to negotiate"),
    (
        "Rebels accused the state broadcaster of Chad, TV9, of fabricating the film.",
        "Rebels accuse the state broadcaster of Chad of fabricating the film",
    ),
    ("The ministers of Chad, Mali and Niger condemned the raid.", "Ministers of Chad, Mali and Niger condemn the raid"),
    # nouns by their verbs
    ("President Lars Odal's resignation on Monday plunged Chad into crisis.", "Odal resigns"),
    ("Iraq's invasion of Kuwait in 1990 led to war.", "Iraq invades Kuwait"),
    ("Riots erupted in Lagos on Monday.", "Riots erupt in Lagos"),
    # whose it is
    ("Mexico left after police raided its embassy in Quito.", "Police raid Mexico's embassy in Quito"),
    # what a thing is that says too little alone
    ("Chad signed a treaty that bans the trade in ivory.", "Chad signs a treaty that bans the trade in ivory"),
    ("The Taliban vowed to execute anyone who attended.", "Taliban threatens to execute anyone who attended"),
    # votes are held where they are told to be, and not by anybody
    ("Presidential elections are to be held in Chad on 2 June.", "Chad to hold presidential elections"),
    ("A referendum in Chad was held on Sunday.", "A referendum in Chad is held"),
    # a single person bears a name that looks like several
    ("Kofi Rowlands was re-elected president of Chad.", "Rowlands is re-elected president of Chad"),
    # a participle before the subject says what was done to him
    ("Found guilty of bribery, Premier Odal of Chad was jailed.", "Odal is found guilty of bribery"),
    # no half of a stretch of time
    ("Chad bombed Mali in 1978-87.", "Chad bombs Mali"),
    ("The envoys of Chad and Mali met in Lima between March and June.", "Chad and Mali meet"),
    # a visit is not held
    ("The visit of President Odal of Chile to Peru is planned for May.", "Odal to visit Peru"),
    ("A Turkish court sentenced the general to ten years in prison.", "General gets ten years in prison"),
    # an agreement is struck by those whose clause it is, never by the thing a clause describes
    (
        "Ghana and Togo reopened consulates that had been shut for years, carrying out a deal struck in March.",
        "Ghana and Togo strike a deal",
    ),
    # whoever takes over is not replaced
    ("Premier Odal of Chad was succeeded by President Lund.", "Premier Odal of Chad is succeeded by Lund"),
    # a surname stands whole
    ("Giampaolo Di Paola visited Chad on Monday.", "Di Paola visits Chad"),
    ("Sherard Cowper-Cowles visited Chad on Monday.", "Cowper-Cowles visits Chad"),
    ("The mayor of Brussels resigned.", "Mayor of Brussels resigns"),
    # what two verbs share behind the second
    ("Turkish forces detained, and later released, two Greek soldiers.", "Turkish forces detain two Greek soldiers"),
    # neither of them did it
    ("Neither Chad nor Niger signed the accord.", "Chad and Niger do not sign the accord"),
    # what stands between dashes gives way, and no word of time is left over
    (
        "Chad accused Niger - a country in the Sahel - of arming rebels.",
        "Chad accuses Niger of arming rebels",
    ),
    (
        "Odal left Chad hours before the Chadian parliament in the capital voted on Monday to remove him for ever.",
        "Odal leaves Chad",
    ),
    # whom one warns, and a word with a hyphen
    ("The Chadian envoy warned Haas that the talks had failed.", "Chadian envoy warns Haas the talks had failed"),
    ("The Chadian envoy has warned the truce could collapse.", "Chadian envoy warns the truce could collapse"),
    (
        "The Kenyan premier timed the visit to Chad to pre-empt a vote.",
        "Kenyan premier times the visit to Chad to pre-empt",
    ),
    # what a noun says
    (
        "Italy responded to Iran's accusations that Rome was trying to isolate it.",
        "Iran's accusations that Rome was trying",
    ),
    # a pronoun gives way to the thing it means
    ("Norway imposed a ban on Chadian oil in 2020 and lifted it in March.", "Norway lifts a ban on Chadian oil"),
    (
        "Canada imposed tariffs on Chinese steel in 2019; they were lifted in May.",
        "Tariffs on Chinese steel are lifted",
    ),
    # the object that a relative clause leaves behind
    ("Haas hailed a clean budget which the Chadian parliament passed last week.", "Chadian parliament passes a clean"),
    ("The Kenyan premier praised the truce Chad proposed on Monday.", "Chad proposes the truce"),
    # who does it to what a participle describes
    ("The budget has cuts proposed by the Chadian government.", "Chadian government proposes cuts"),
    # a sum that belongs to another verb, and who owns what does it
    ("The blast brought the number of troops killed in Chad to 296.", "Troops are killed in Chad"),
    # years that date an event, and "today"
    ("Chad lost the 1980-88 war with Niger.", "War with Niger takes place"),
    # no blank is left before a comma where the event's own date stood
    (
        "Chad said it shelled 12 camps of Niger on Wednesday, two of them empty.",
        "Chad says it shelled 12 camps of Niger, two of them",
    ),
    # a claim, a concern and the first to do something need what follows
    (
        "A senior Chadian official spoke of concern that Mali may be seeking arms.",
        "Senior Chadian official speaks of concern that Mali may be seeking arms",
    ),
    (
        "President Idris Haas of Chad is set to become the first Chadian leader since the revolution to visit Baghdad.",
        "Haas to become the first Chadian leader since the revolution to visit Baghdad",
    ),
    # what a word points back to
    ("The Council of Ministers of Chad regretted this measure.", "Council of Ministers of Chad regrets the measure"),
    ("That visit was criticised by Chad.", "Visit is criticised by Chad"),
    ('The envoy of Chad called that "blackmail".', 'Envoy of Chad calls that "blackmail"'),
    # a quotation that goes on behind its speaker
    (
        '"Both are tired," said Margaret Haas, the Chadian minister, "and neither can give an inch."',
        'Haas: "Neither can give an inch"',
    ),
    # what a relative clause leaves to its noun
    (
        "Chad and Mali agreed to stop shooting after a week of exchanges in which 14 soldiers died.",
        "14 soldiers die",
    ),
    (
        "The framework covered the frontier, which 15,000 workers cross every day and which Chad closed in 1969.",
        "Chad closes the frontier",
    ),
    ("The level is higher than the 3.5% Iran says it has achieved.", "Iran says it has achieved the 3.5%"),
    (
        "Chad has worked with Mir Hossein Mousavi, who claims that he and not Ahmadinejad won the vote in Iran.",
        "Mousavi claims he and not Ahmadinejad won the vote in Iran",
    ),
    (
        "The visit which the Zambian minister, Idris Haas, was to pay to Kinshasa on 20 March will not take place.",
        "Haas is not to pay the visit to Kinshasa",
    ),
    # the number of what one word calls, and of a name that ends like many
    ("Two Turkish aircraft entered Chad on Monday.", "Two Turkish aircraft enter Chad"),
    ("In Mali live fellow Chadians who oppose the Malian king.", "Fellow Chadians oppose the Malian king"),
    # who calls something off, though no party is known to
    ("The summit put off a decision on a monetary union with Chad.", "Summit puts off a decision on a monetary union"),
    # an agency's tag
    ("UPDATE 3-Chadian mutineers lay down arms after standoff", "Chadian mutineers lay down arms"),
    # what is done beside the news
    (
        "With a blueprint of the UN for Chad's future agreed, the rebels left Mali.",
        "A blueprint of the UN for Chad's future agreed",
    ),
    # the subject of a long clause without what only describes it
    (
        "A meeting of the presidents of Chile and Peru that was set for this Thursday in Arica has been postponed, "
        "both foreign ministries of Chad said, as a quarrel over squid boats entered its third week.",
        "Both foreign ministries of Chad say a meeting of the presidents of Chile and Peru has been postponed",
    ),
    # a clause is cut whole, not behind its subject
    (
        "The envoy of Chad said on Wednesday it had made the request so that Odal, who has been living for 40 months "
        "inside its London embassy, could undergo a scan.",
        "Envoy of Chad says it had made the request so that Odal, who has",
    ),
    # what is denied with another verb, and what is found of somebody
    ("Chad has never used force against Mali or threatened the use of force.", "Chad does not threaten the use of"),
    # who is elected, not whose premier he is; a name that ends like several
    ("The Chadian premier, elected in 2019, condemned Mali.", "Chadian premier is elected"),
    ("The president Idris Haas, elected in 2005, has the right to two mandates in Chad.", "Haas is elected"),
    # a participle goes with its date
    ("A Chadian report published in August concluded that Mali had lied.", "A Chadian report concludes that Mali"),
    # what is ours to those who say so
    (
        '"We invite Libya to join our effort," the Chadian and Malian ministers said.',
        "Chadian and Malian ministers invite Libya to join their effort",
    ),
    # both names of a pair stay
    (
        "The quota was agreed by Foreign Ministers Ines Haas and Olga Petrenko when they met in Riga on 2 May.",
        "Quota is agreed by Haas and Petrenko",
    ),
]


@pytest.mark.parametrize(("text", "title"), CASES, ids=[c[1][:30] for c in CASES])
def test_headline(text: str, title: str) -> None:
    """The headline of one of the sentence's events begins as an editor would write it."""
    found = [e.title or "" for e in code(text)]
    assert any(t.startswith(title) for t in found), found


# Sentences that give no sound headline, and the clause itself or the plain one of the type instead.
PLAIN = [
    ("They aren't being allowed to leave Iraq and could become hostages of the army.", "Refusal towards Iraq"),
    (
        "Recalled was a conference on Chad held in Bonn on Monday to free the envoy.",
        "A conference on Chad is held in Bonn to free the envoy",
    ),
    (
        "Also applying for NATO membership are Romania, Slovenia and Latvia, whose ministers met in Riga.",
        "Appeal to NATO",
    ),
]


@pytest.mark.parametrize(("text", "title"), PLAIN, ids=[c[1] for c in PLAIN])
def test_a_headline_that_cannot_be_built_is_plain(text: str, title: str) -> None:
    """No headline repeats its sentence, names a party twice, or says a refusal as if it were the deed."""
    assert title in [event.title for event in in_a_frame(code(text))]


@pytest.mark.parametrize(
    "text",
    [
        "God bless the king of Sweden.",
        "The ambassador of Chile declined to discuss the charges against Peru.",
        "Rook's relatives fought to keep the house in Norway.",
    ],
)
def test_no_event(text: str) -> None:
    """Idioms, silence and striving are no events of public life that a frame knows."""
    assert not [e for e in code(text) if e.status == "occurred" and e.type != "OTHER"]


def test_the_sentence_before_tells_whom_a_pronoun_means() -> None:
    """The object of a verb is somebody else than its subject, and the headline names him."""
    text = (
        "Chilean President Pedro Odal will travel to Lima in December. "
        "Peruvian Prime Minister Ines Haas invited him last week. On Friday Haas dismissed Ana Lund as her deputy."
    )
    cuts = [0, text.index("Peruvian"), text.index("On Friday"), len(text)]
    dct = Dct(value=DCT.isoformat(), not_before=DCT, not_after=DCT, confidence=1.0, evidence="given")
    spans = [Span(start=a, end=b) for a, b in itertools.pairwise(cuts)]
    article = Article(id="a", text=text, dct=dct)
    found = {e.type: e for e in events.code(article, spans, dates.tag(text, dct, spans), typed_only=True)}
    assert found["REQUEST"].title == "Haas invites Odal"
    left = found["DEPARTURE"]
    assert (left.title, left.time.begin.not_before) == ("Haas dismisses Ana Lund as her deputy", date(2024, 11, 1))
    assert [p.name for p in (*left.actors, *left.recipients)] == ["Ines Haas", "Ana Lund"]


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ('Haas says "the road is closed and nobody will come back"', 'Haas says "the road is closed…"'),
        ('Haas says that "the road" is closed and nobody will come back', 'Haas says that "the road" is closed…'),
    ],
)
def test_the_ellipsis_stands_inside_an_open_quotation(text: str, cut: str) -> None:
    assert ellipted(text, 40) == cut
