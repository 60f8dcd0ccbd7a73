"""Events without any date near them: tense, aspect, class and status against the day of the article or its story."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from timeline.edtf import Interval
from timeline.events.anchoring.placed import Placed, before, ongoing, open_stretch, point, stretch
from timeline.events.anchoring.rule import TABLE, Place, Refine
from timeline.events.anchoring.state import BY_DCT, Evidence, by_timex
from timeline.events.parse.attach import Attached
from timeline.events.parse.clause import clause_of
from timeline.events.parse.timeml import read
from timeline.events.parse.word import Tree, Word, is_main, verb_over
from timeline.events.rules import Rules
from timeline.events.words import words
from timeline.models import EventAnchor

NO_ARTICLE_DAY: Rules[Place] = Rules(TABLE, "no_article_day")
HEADING: Rules[Place] = Rules(TABLE, "heading")
DECLARATION: Rules[Place] = Rules(TABLE, "declaration")
ONGOING: Rules[Place] = Rules(TABLE, "ongoing")
ADJECTIVE: Rules[Place] = Rules(TABLE, "adjective")
PERFECT: Rules[Place] = Rules(TABLE, "perfect")
PRESENT: Rules[Place] = Rules(TABLE, "present")
DESCRIPTION: Rules[Place] = Rules(TABLE, "description")
MOMENT: Rules[Place] = Rules(TABLE, "moment")
PAST: Rules[Place] = Rules(TABLE, "past")
SPEECH: Rules[Place] = Rules(TABLE, "speech")
NEWS: Rules[Place] = Rules(TABLE, "news")
SINCE_ONSET: Rules[Refine] = Rules(TABLE, "since_onset")

_OPEN = Interval(None, None)
_SOON = 2  # words from a verb to the "then" behind it or its object


def _up_to(e: Evidence, today: Placed) -> Placed:
    """Some day up to that of the article or its story, or several where the event lasts."""
    return today._replace(time=(open_stretch if e.is_lasting else point)(before(today.time.interval)))


def has_no_dct(e: Evidence) -> bool:
    """The article is of no known day."""
    return e.dct == _OPEN


@NO_ARTICLE_DAY.rule("nowhere")
def nowhere(e: Evidence) -> Placed | None:
    """Without the article's day nothing places it."""
    return Placed(point(_OPEN), EventAnchor(kind="none"))


def stands_under_date(e: Evidence) -> bool:
    """A deed under a date that stands alone, and what somebody says there in the present, as chronicles do."""
    is_said_then = e.reading.event_class == "REPORTING" and (e.reading.tense, e.reading.aspect) != ("PRESENT", "NONE")
    return e.status == "occurred" and not e.is_state and not is_said_then and e.state.heading is not None


@HEADING.rule("heading")
def heading(e: Evidence) -> Placed | None:
    """On the date that heads its passage ("March 2003.")."""
    return e.state.heading


def declares(e: Evidence) -> bool:
    """What those say and do who issue a communique, in a main clause of it; a date before the verb is its own."""
    verb = e.token
    is_act = verb.pos == "verb" and verb.lemma in words("anchoring", "declares") and is_main(verb)
    is_told = e.state.is_communique and e.status == "occurred" and is_act
    return is_told and not any(_tells_when(e, a) for a in e.own)


def _tells_when(e: Evidence, own: Attached) -> bool:
    """Tell whether an expression dates the verb, not what stands behind it."""
    return own.first <= e.token.index + 2 or not (clause_of(e.token).undergoers or e.token.by_role("complement"))


@DECLARATION.rule("declared")
def declared(e: Evidence) -> Placed | None:
    """When they met or issued it ("The Ministers condemned the murder of 19 November")."""
    return e.state.reference_day


def goes_on(e: Evidence) -> bool:
    """Still going on."""
    return e.status == "ongoing"


@ONGOING.rule("news-of-going-on")
def news_of_going_on(e: Evidence) -> Placed | None:
    """That something begins or ends, or what somebody says, is news of the story's day."""
    return e.state.reference_day if e.reading.event_class in ("ASPECTUAL", "REPORTING") else None


@ONGOING.rule("going-on-in-update")
def going_on_in_update(e: Evidence) -> Placed | None:
    """What a live blog tells as going on does so as it is told."""
    return e.state.reference_day if e.state.in_update and not e.is_lasting and is_main(e.token) else None


@ONGOING.rule("going-on")
def going_on(e: Evidence) -> Placed | None:
    """Begun by the article's day and not ended before it."""
    return Placed(ongoing(e.dct), BY_DCT)


def is_past_adjective(e: Evidence) -> bool:
    """How somebody was."""
    copula = e.token.head
    return e.token.role == "predicate adjective" and copula.lemma == "be" and read(copula).tense == "PAST"


@ADJECTIVE.rule("state-at-news")
def state_at_news(e: Evidence) -> Placed | None:
    """How somebody was when the day's news was told ("the minister was pleased")."""
    return e.state.reference_day


def is_perfect(e: Evidence) -> bool:
    """What has happened, or had."""
    return "PERFECTIVE" in e.reading.aspect


@PERFECT.rule("still-to-do")
def still_to_do(e: Evidence) -> Placed | None:
    """What somebody still has to do goes on ("have catching up to do")."""
    now = e.reading.tense == "PRESENT" and "PROGRESSIVE" in e.reading.aspect
    return Placed(ongoing(e.dct), BY_DCT) if now else None


@PERFECT.rule("news-in-perfect")
def news_in_perfect(e: Evidence) -> Placed | None:
    """What has happened is the day's news in the first sentence, in a live blog, and where somebody reports it."""
    news = e.state.in_lead or e.state.in_update or e.token.role == "complement"
    since = any(c.lower == "since" for c in e.token.by_role("adverb"))  # "has since promised"
    if e.reading.tense != "PRESENT" or not news or e.is_lasting or since:
        return None
    return e.state.reference_day


@PERFECT.rule("past-perfect")
def past_perfect(e: Evidence) -> Placed | None:
    """What had happened came before the story's day."""
    return _up_to(e, e.state.reference_day) if e.reading.tense == "PAST" else None


@PERFECT.rule("perfect")
def perfect(e: Evidence) -> Placed | None:
    """What has happened did so by the article's day."""
    return _up_to(e, Placed(point(e.dct), BY_DCT))


def is_present(e: Evidence) -> bool:
    """An untyped event in the present tense, which tells news in a headline alone."""
    return e.reading.tense == "PRESENT" and not e.state.in_headline


@PRESENT.rule("condition")
def condition(e: Evidence) -> Placed | None:
    """What a clause opens as possible lies ahead ("when it ends", "if he comes")."""
    opened = clause_of(e.token).openers & words("anchoring", "conditions")
    return Placed(point(Interval(e.dct.not_before, None)), BY_DCT) if opened else None


@PRESENT.rule("present-saying")
def present_saying(e: Evidence) -> Placed | None:
    """What somebody says, asks or means now is news of the story's day; what he wants or knows lasts."""
    often = any(c.lower in words("anchoring", "habits") for c in e.token.by_role("adverb"))
    spoken = is_main(e.token) and e.token.lemma in words("anchoring", "spoken") and not often
    moment = e.reading.event_class in ("REPORTING", "I_STATE", "ASPECTUAL") or spoken
    return e.state.reference_day if moment and e.token.lemma not in words("durations", "states") else None


@PRESENT.rule("present-in-update")
def present_in_update(e: Evidence) -> Placed | None:
    """What a live blog tells in the present has just happened, but for how things are."""
    happens = e.state.in_update and not e.is_lasting and e.reading.event_class not in ("STATE", "I_STATE")
    return e.state.reference_day if happens and is_main(e.token) else None


@PRESENT.rule("present")
def present(e: Evidence) -> Placed | None:
    """The present tells what goes on."""
    return Placed(ongoing(e.dct), BY_DCT)


def describes(e: Evidence) -> bool:
    """What describes a noun."""
    return e.token.role in ("relative", "noun clause")


@DESCRIPTION.rule("posture")
def posture(e: Evidence) -> Placed | None:
    """How people still are ("hostages trapped in Beirut")."""
    if e.token.role != "noun clause" or e.token.form != "past participle":
        return None
    still = e.token.lemma in words("durations", "posture") or any(c.lower == "still" for c in e.token.children)
    return Placed(ongoing(e.dct), BY_DCT) if still else None


@DESCRIPTION.rule("goes-on-telling")
def goes_on_telling(e: Evidence) -> Placed | None:
    """With the verb whose tale it goes on with ("met Haas, who promised help"), or of what it tells what was said in.

    Behind a comma, what somebody whom no subject names said or was asked, and what happened "where" the deed was, came
    next; what else "who" tells may be long ago ("arrested Haas, who killed a guard").
    """
    if (e.reading.tense, e.reading.aspect) != ("PAST", "NONE") or e.is_lasting or e.token.role != "relative":
        return None
    verb, before_it = verb_over(e.token.head), e.token.first.before
    while verb.role == "open clause":
        verb = verb.head  # "refused to meet Haas, who left"
    behind = verb.is_verbal and verb.index < e.token.head.index and verb.form in ("past", "past participle")
    aside = before_it is not None and before_it.lower == "," and verb.role != "relative"
    spoken = e.reading.event_class in ("REPORTING", "I_ACTION") or e.token.lemma in words("anchoring", "spoken")
    goes_on = aside and (spoken or e.token.first.lower in words("anchoring", "there"))
    known = e.above(verb) if behind and (goes_on or _is_course(e.token)) else None
    return Placed(known.time, e.by_event(verb)) if known is not None else None


def _is_course(clause: Word) -> bool:
    """Tell whether a relative clause tells what was said in a speech or the like ("an interview in which he said")."""
    in_which = any(w.lower == "which" for p in clause.by_role("preposition") for w in p.by_role("prepositional object"))
    return in_which and clause.head.lemma in words("anchoring", "documents")


@DESCRIPTION.rule("described-by")
def described_by(e: Evidence) -> Placed | None:
    """A past clause that only describes somebody lies before the story's day ("the man who sold it")."""
    past = e.token.form in ("past", "past participle")
    return _up_to(e, e.state.reference_day) if past else None


def is_told(e: Evidence) -> bool:
    """Anything but a saying."""
    return e.reading.event_class != "REPORTING"


def follows_last_told(e: Evidence) -> bool:
    """What came moments, minutes or hours after what is told before, or happened at the same time."""
    return _is_then(e.token) or any(verb_over(w) is e.mention.pivot for w in _moments(e.token.tree))


@MOMENT.rule("moments-later")
def moments_later(e: Evidence) -> Placed | None:
    """On the day that the sentence before it names ("Minutes later the bomb went off")."""
    told = e.state.last_told
    is_day = told is not None and told.time.interval.days == 1
    return told if is_day and e.reading.tense == "PAST" and not _is_then(e.token) else None


@MOMENT.rule("at-that-time")
def at_that_time(e: Evidence) -> Placed | None:
    """At the time told last ("In March a bank failed. The premier said then that it was safe")."""
    return e.state.last_told if e.reading.tense == "PAST" and _is_then(e.token) else None


def _is_then(verb: Word) -> bool:
    """Tell whether a verb happens "then", or "at that time"; where it stands before the verb, "then" is next."""
    behind = verb.tree[verb.index + 1 : verb.index + 1 + _SOON]
    then = (w for w in behind if w.lower == "then" and w.pos == "adverb")
    if any(verb_over(w) is verb or w.before is verb for w in then):
        return True  # right behind a verb it is the parser's guess of which it is
    times = (noun for noun in clause_of(verb).beside("at") if noun.lower in words("anchoring", "times"))
    return any([c.lower for c in noun.children] == ["that"] for noun in times)


def _moments(tree: Tree) -> Iterator[Word]:
    """The words "later" and the like of "minutes later", "a few hours afterwards"."""
    for word in tree:
        before = word.before
        is_later = before is not None and word.lower in words("anchoring", "later")
        if is_later and before is not None and before.lower in words("anchoring", "moments"):
            yield word


def is_said(e: Evidence) -> bool:
    """A saying."""
    return e.reading.event_class == "REPORTING"


@SPEECH.rule("speech-goes-on")
def speech_goes_on(e: Evidence) -> Placed | None:
    """On the day of the dated past sentence before it, where the same person speaks on ("He also blamed Peru")."""
    simple = (e.reading.tense, e.reading.aspect) == ("PAST", "NONE")
    return e.state.narrative if simple and is_main(e.token) and _speaks_on(e.token) else None


def _speaks_on(verb: Word) -> bool:
    """Tell whether a pronoun speaks, or somebody "also" does."""
    also = any(c.lower in words("anchoring", "too") for c in verb.by_role("adverb"))
    return also or any(s.form == "personal" for s in verb.by_role("subject"))


@PAST.rule("narrative")
def narrative(e: Evidence) -> Placed | None:
    """On the day of the dated past sentence before it, where the same people go on."""
    goes_on = e.token.role != "complement" and _goes_on(e.token)
    return e.state.narrative if e.reading.tense == "PAST" and goes_on else None


def _goes_on(verb: Word) -> bool:
    """Tell whether nobody new acts ("They left", "The two sides signed"), as a name or "a driver" would be."""
    subject = next(iter(verb.by_role("subject", "passive subject")), None)
    if subject is None:
        return verb.role != "conjunct" or _goes_on(verb.head)
    if subject.pos == "noun":
        return any(c.lower in words("anchoring", "known_before") for c in subject.by_role("determiner", "owner"))
    return subject.pos != "name"


@PAST.rule("tale")
def tale(e: Evidence) -> Placed | None:
    """The past of a text that is no report of its day lies before that day, how far is unknown."""
    retrospective = e.state.is_retrospective and not e.state.in_lead
    if not retrospective or e.reading.tense != "PAST":
        return None
    return _up_to(e, Placed(point(e.dct), BY_DCT))


@PAST.rule("after-background")
def after_background(e: Evidence) -> Placed | None:
    """Some day up to the article's, where the sentence before is dated long before it, and may go on."""
    told = e.state.background
    if told is None or e.reading.tense != "PAST" or not is_main(e.token) or is_said(e):
        return None
    return Placed(_up_to(e, Placed(point(e.dct), BY_DCT)).time, told.anchor)


@PAST.rule("doing")
def doing(e: Evidence) -> Placed | None:
    """What an -ing form names behind a preposition, and nothing dates, lies before ("a key role in closing it")."""
    named = e.token.role == "prepositional clause" and e.reading.tense == "PRESPART"
    return Placed(point(before(e.dct)), BY_DCT) if named else None


@PAST.rule("known-by")
def known_by(e: Evidence) -> Placed | None:
    """What tells who people are lasted, and lies before ("those calling for a vote")."""
    describes = e.token.role == "noun clause" and e.token.form == "present participle"
    return Placed(open_stretch(before(e.dct)), BY_DCT) if describes else None


def always(e: Evidence) -> bool:
    """What nothing else dates."""
    return True


@NEWS.rule("told-as-earlier")
def told_as_earlier(e: Evidence) -> Placed | None:
    """Some day up to the story's, where an adverb sets it against what came later ("initially denied").

    So do a habit ("often met") and what was said before ("in a recent speech").
    """
    set_off = any(c.lower in words("anchoring", "at_first", "habits") for c in e.token.by_role("adverb"))
    set_off = set_off or _is_set_back(e.token) or _in_recent(e.token)
    return _up_to(e, e.state.reference_day) if set_off and e.reading.tense == "PAST" else None


def _is_set_back(verb: Word) -> bool:
    """Tell whether a clause says that its time is another ("back then")."""
    return any(c.lower == "then" and c.before is not None and c.before.lower == "back" for c in verb.children)


def _in_recent(verb: Word) -> bool:
    """Tell whether a clause tells what was said in an earlier speech, interview and the like."""
    course, recent = words("anchoring", "in_course_of"), words("anchoring", "recent")
    inside = (noun for preposition, noun in clause_of(verb).adjuncts if preposition in course)
    told = (noun for noun in inside if noun.lemma in words("anchoring", "documents"))
    return any(c.lower in recent for noun in told for c in noun.by_role("adjective"))


@NEWS.rule("report-of-later-day")
def report_of_later_day(e: Evidence) -> Placed | None:
    """No earlier than the day of what it reports, where that is later than the story's ("said it sailed on Monday")."""
    if not is_said(e) or e.reading.tense != "PAST":
        return None
    story = e.state.reference_day.time.interval.not_after
    told = next((a for a in e.attached if e.token.is_above(a.host) and _lies_between(a, story, e.dct.not_after)), None)
    return Placed(point(Interval(told.timex.not_before, e.dct.not_after)), by_timex(told)) if told else None


def _lies_between(found: Attached, story: date | None, today: date | None) -> bool:
    """Tell whether an expression names a day after that of the story, though not after the article's."""
    day = found.timex.not_before if found.timex.interval.days == 1 else None
    return bool(day and story and today and story < day <= today)


@NEWS.rule("news")
def news(e: Evidence) -> Placed | None:
    """News of the story's day."""
    return e.state.reference_day


def _since_onset(e: Evidence, placed: Placed) -> Interval | None:
    """From the day the story began to where an open past ends; None where it ends before."""
    onset, begin = e.state.onset, placed.time.begin
    began = onset.time.begin.not_before if onset is not None else None
    if began is None or begin.not_before is not None or begin.not_after is None or begin.not_after < began:
        return None
    return Interval(began, begin.not_after)


@SINCE_ONSET.rule("affair-since-onset")
def affair_since_onset(e: Evidence, placed: Placed) -> Placed | None:
    """The affair itself began with what set the story off ("the crisis")."""
    onset = e.state.onset
    affair = e.token.lemma in words("durations", "affairs") and placed.time.kind == "span"
    if not affair or onset is None or _since_onset(e, placed) is None:
        return None
    return Placed(stretch(onset.time.interval, placed.time.end.interval), onset.anchor)


def _narrowed_by_onset(e: Evidence, placed: Placed) -> Placed | None:
    since, onset = _since_onset(e, placed), e.state.onset
    if since is None or onset is None:
        return None
    if placed.time.kind == "day":
        return Placed(point(since), onset.anchor)
    return Placed(stretch(since, placed.time.end.interval if placed.time.end.not_before else since), onset.anchor)


@SINCE_ONSET.rule("response-since-onset")
def response_since_onset(e: Evidence, placed: Placed) -> Placed | None:
    """What answers what set the story off came after it ("the search", "the embargo")."""
    return _narrowed_by_onset(e, placed) if e.token.lemma in words("durations", "responses") else None


@SINCE_ONSET.rule("perfect-since-onset")
def perfect_since_onset(e: Evidence, placed: Placed) -> Placed | None:
    """What has happened in a story that began on a known day did so since then."""
    perfect = "PERFECTIVE" in e.reading.aspect and e.reading.tense == "PRESENT"
    # What somebody has said or asked is news, and what he seeks or stops may be older than the story.
    perfect = perfect and e.reading.event_class not in ("REPORTING", "I_ACTION")
    return _narrowed_by_onset(e, placed) if perfect else None
