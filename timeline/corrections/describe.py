"""What an event is, in words by which a later build finds it again."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.corrections.likeness import Texts
from timeline.models import Correction, Description, Mention, MergedEvent, Quotation
from timeline.tables.load import read_toml


def describe(event: MergedEvent, texts: Texts, mentions: Sequence[Mention] | None = None) -> Description:
    """Describe an event by its first mentions, or by those that are given."""
    quoted = event.mentions[: read_toml("corrections.toml")["quoted"]] if mentions is None else mentions
    return Description(
        title=event.title,
        type=event.type,
        date=event.edtf,
        parties=tuple(dict.fromkeys(party.called for party in (*event.actors, *event.recipients))),
        quotations=tuple(quotation(mention, texts) for mention in quoted),
    )


def quotation(mention: Mention, texts: Texts) -> Quotation:
    """Quote the sentence of a mention, its blanks made one."""
    sentence = texts(mention.article)[mention.sentence.start : mention.sentence.end]
    return Quotation(article=mention.article, sentence=" ".join(sentence.split()), trigger=mention.trigger)


def from_correction(one: Correction) -> Description:
    """What a correction itself tells of its event, where nothing else describes that."""
    parties = (*(one.actors or ()), *(one.recipients or ()))
    return Description(title=one.title or "", type=one.type, date=one.date, parties=parties)
