"""The whole evidence of one event as plain text, for people who ask why it stands where it stands."""

from __future__ import annotations

import difflib
import unicodedata
from collections.abc import Iterator, Sequence

from timeline import edtf
from timeline.errors import TimelineFileError
from timeline.models import ArticleRecord, Conflict, Mention, MergedEvent, Party, Place, Stage, Timeline
from timeline.reasons.salience import minor_words, signs
from timeline.reasons.why import chain, rule_words, timex_at, why
from timeline.reasons.words import describe_dct, describe_time, gloss, has, say
from timeline.stretches import in_order

_AROUND = 60  # characters quoted on each side of an expression of another sentence
_SHOWN = 160  # characters of a furniture block: enough to recognise it


def explain(timeline: Timeline, event_id: str) -> str:
    """Tell an event's time, and for every mention the article, the sentence, the expression, its rule and its anchor.

    The trigger is marked ``>>so<<``.  Control and direction characters of article text come out as ``\\uXXXX``.

    Raises TimelineFileError, naming ids that look alike, where the timeline has no such event.
    """
    event = _find(timeline, event_id)
    articles = {article.id: article for article in timeline.articles}
    told_in = say("explain", "mentions", count=len(event.mentions), s=_plural(event.mentions))
    parts = [list(_head(event)), [told_in if event.mentions else say("explain", "no_mentions")]]
    if event in timeline.minor:
        parts[0].append(minor_words(event.status))
    parts += [list(_mention(n, mention, articles[mention.article])) for n, mention in enumerate(event.mentions, 1)]
    if event.history:
        parts.append([say("explain", "history"), *(_stage(stage) for stage in event.history)])
    if event.conflicts:
        parts.append([say("explain", "conflicts"), *(line for c in event.conflicts for line in _conflict(c))])
    told = sorted({mention.article for mention in event.mentions})
    parts += [lines for id_ in told if (lines := list(_furniture(articles[id_])))]
    return "\n\n".join("\n".join(lines) for lines in parts) + "\n"


def _find(timeline: Timeline, event_id: str) -> MergedEvent:
    everything = {event.id: event for event in timeline.everything}
    if event_id in everything:
        return everything[event_id]
    alike = difflib.get_close_matches(event_id, sorted(everything), n=3, cutoff=0.5)
    close = say("explain", "close", ids=", ".join(alike)) if alike else say("explain", "list")
    raise TimelineFileError(say("explain", "unknown", id=plain(event_id), close=close))


def plain(text: str) -> str:
    """Put text on one line; what could steer a terminal or turn the direction of letters is written as an escape.

    >>> plain("a\\nb\\x1b[31m")
    'a b\\\\u001b[31m'
    """
    return "".join(
        f"\\u{ord(c):04x}" if unicodedata.category(c) in ("Cc", "Cf", "Cs", "Co") else c for c in " ".join(text.split())
    )


def _plural(things: Sequence[object]) -> str:
    return "" if len(things) == 1 else "s"


def _head(event: MergedEvent) -> Iterator[str]:
    yield say("explain", "title", title=plain(event.title))
    yield say("explain", "id", id=event.id)
    mode = say("explain", "mode", mode=event.mode) if event.mode else ""
    yield say("explain", "type", type=event.type, mode=mode, gloss=gloss("type", event.type))
    yield say("explain", "status", status=event.status, gloss=gloss("status", event.status))
    yield say("explain", "when", when=describe_time(event.time))
    yield say("explain", "edtf", edtf=event.edtf or say("explain", "no_edtf"))
    for key, parties in (("actors", event.actors), ("recipients", event.recipients), ("places", event.places)):
        if parties:
            yield say("explain", key, parties="; ".join(_party(party) for party in parties))
    if event.attribution.claimed_by:
        by = plain(event.attribution.claimed_by)
        yield say("explain", "claimed", claimed_by=by, certainty=event.attribution.certainty)
    else:
        yield say("explain", "certainty", certainty=event.attribution.certainty)
    yield from _corrected(event)
    yield say("explain", "scores", importance=event.importance, confidence=event.confidence)


def _corrected(event: MergedEvent) -> Iterator[str]:
    """Say which fields a reader has changed, and his note."""
    if event.corrected:
        fields = (
            say("corrected", name) if has("corrected", name) else name for name in event.corrected if name != "note"
        )
        yield say("explain", "corrected", fields=say("corrected", "comma").join(fields) or say("corrected", "note"))
    if event.note:
        yield say("explain", "note", note=plain(event.note))


def _stage(stage: Stage) -> str:
    told = stage.told.isoformat() if stage.told else say("explain", "no_day")
    when = stage.edtf or say("explain", "no_edtf")
    return say(
        "explain", "stage", stage=say("stage", stage.stage), told=told, when=when, mentions=_numbers(stage.mentions)
    )


def _party(party: Party | Place) -> str:
    name = plain((party.name if isinstance(party, Party) else None) or party.text)
    codes = [code for code in (party.code, getattr(party, "sector", None)) if code]
    return say("explain", "party", name=name, codes=" ".join(codes)) if codes else name


def _mention(number: int, mention: Mention, article: ArticleRecord) -> Iterator[str]:
    yield say("explain", "mention", number=number, article=plain(article.title or article.path or article.id))
    if article.dct.day or article.dct.not_before or article.dct.not_after:
        yield say("explain", "dct", dct=describe_dct(article.dct), evidence=plain(article.dct.evidence))
    else:
        yield say("explain", "no_dct")
    text, where = article.text, mention.sentence
    yield say(
        "explain",
        "sentence",
        before=_keep_edges(text[where.start : mention.start]),
        trigger=plain(text[mention.start : mention.end]),
        after=_keep_edges(text[mention.end : where.end]),
    )
    if mention.frame is not None:
        yield say("explain", "frame", frame=mention.frame)
    yield say("explain", "reads_status", status=mention.status)
    yield say("explain", "reason", reason=plain(mention.reason))
    if mention.rule:
        yield say("explain", "dated", rule=mention.rule)
    if mention.joined is not None:
        because = say("merge", "comma").join(say("merge", sign) for sign in mention.joined.signs)
        yield say("explain", "joined", number=mention.joined.mention + 1, signs=because)
    yield from signs(mention.features)
    yield from _expression(mention, article)
    yield from _told_elsewhere(mention, article)


def _keep_edges(text: str) -> str:
    """Keep one space where the text touches the trigger with white space."""
    left = " " if text[:1].isspace() else ""
    right = " " if text.strip() and text[-1:].isspace() else ""
    return left + plain(text) + right


def _expression(mention: Mention, article: ArticleRecord) -> Iterator[str]:
    if mention.timex is None:
        return
    timexes = in_order(article.timexes)
    timex = timex_at(timexes, mention.timex.start)
    if timex is None:
        yield _timex_line(mention.timex.text, mention.timex.value, None)
        yield _rule_line(mention.timex.rule)
        return
    for link in chain(timex, timexes):
        yield _timex_line(link.text, link.value, link.edtf or edtf.format(link.interval))
        yield _rule_line(link.rule)
        words = why(link, timexes, article.dct)
        if words not in mention.reason:
            yield say("explain", "chain", anchor=plain(words))


def _told_elsewhere(mention: Mention, article: ArticleRecord) -> Iterator[str]:
    """Quote the expressions of other sentences that date the event which dates this one."""
    timexes = in_order(article.timexes)
    for start in mention.anchor.timexes if mention.anchor.kind == "event" else ():
        timex = timex_at(timexes, start)
        if timex is None or mention.sentence.start <= start < mention.sentence.end:
            continue
        yield _timex_line(timex.text, timex.value, timex.edtf or edtf.format(timex.interval))
        before, after = article.text[:start].rpartition("\n")[2], article.text[timex.end :].partition("\n")[0]
        if len(before) > _AROUND:
            before = "…" + before[-_AROUND:]
        if len(after) > _AROUND:
            after = after[:_AROUND] + "…"
        yield say("explain", "told", before=_keep_edges(before), text=plain(timex.text), after=_keep_edges(after))


def _timex_line(text: str, value: str | None, form: str | None) -> str:
    nothing = say("explain", "no_value")
    form = form or say("explain", "no_edtf")
    return say("explain", "timex", text=plain(text), value=value or nothing, edtf=form)


def _rule_line(rule: str) -> str:
    words = rule_words().get(rule)
    return say("explain", "rule", rule=rule, says=say("explain", "rule_says", says=words) if words else "")


def _conflict(conflict: Conflict) -> Iterator[str]:
    for value, indices in zip(conflict.values, conflict.mentions, strict=True):
        yield say("explain", "conflict", field=conflict.field, value=value, mentions=_numbers(indices))


def _numbers(indices: Sequence[int]) -> str:
    return ", ".join(say("explain", "conflict_mention", number=index + 1) for index in indices)


def _furniture(article: ArticleRecord) -> Iterator[str]:
    left_out = [block for block in article.blocks if block.kind == "furniture"]
    if left_out:
        yield say("explain", "furniture", article=plain(article.title or article.path or article.id))
    for block in left_out:
        text = plain(article.text[block.start : block.end])
        shown = text if len(text) <= _SHOWN else text[: _SHOWN - 1] + "…"
        yield say("explain", "block", text=shown, why=say("explain", "why", why=plain(block.why)) if block.why else "")
