"""Whether two mentions are about the same: for what a party does many times a day, the words around it decide."""

from __future__ import annotations

from timeline.merge.parties import agreement
from timeline.merge.record import Record, shared_words
from timeline.merge.table import section


def words(one: Record, other: Record) -> float | None:
    """Share of words in common; where the contents decide, None unless they agree."""
    content = section("content")
    if _are_two_deeds(one, other):
        return None
    shared, value = shared_words(one, other)
    if one.type not in content["types"] or other.type not in content["types"]:
        return float(content["same_sentence"]) if is_same_sentence(one, other) else value
    if one.article.id != other.article.id:
        if _is_one_deal(one, other) or _is_one_deed(one, other) or _is_one_quotation(one, other):
            return max(value, float(content["lead_overlap"]))
    elif is_same_sentence(one, other):
        return None  # they share all words for another reason
    elif lead(one, other):
        return value if one.stem == other.stem or (shared and value >= content["lead_overlap"]) else None
    return value if shared >= content["shared"] and value >= content["overlap"] else None


def is_same_sentence(one: Record, other: Record) -> bool:
    """Tell whether one sentence of an article tells both."""
    same = one.article.id == other.article.id
    return same and one.event.sentence.start == other.event.sentence.start


def _are_two_deeds(one: Record, other: Record) -> bool:
    """Tell whether two verbs of one sentence tell two deeds ("closed the port and recalled its envoy")."""
    if not is_same_sentence(one, other) or one.stem == other.stem or one.type not in section("content")["apart"]:
        return False
    return "NONE" not in (one.event.tense, other.event.tense)


def lead(one: Record, other: Record) -> float:
    """1 for a headline and its first paragraph, else 0."""
    return float(one.article.id == other.article.id and {one.zone, other.zone} == {"title", "lead"})


def is_one_matter(one: Record, other: Record) -> bool:
    """Tell whether two articles date two deeds on one day and speak of the same."""
    if one.article.id == other.article.id or not _is_on_one_day(one, other):
        return False
    shared, value = shared_words(one, other)
    return _is_told_beside(one, other) or (shared > 0 and value >= section("kin")["overlap"])


def are_of_one_count(one: Record, other: Record) -> bool:
    """Tell whether both tell one number, or one the number of both sides: 314, and 157 from each."""
    return any(count in (a, 2 * a, a / 2) for count in _counts(one) for a in _counts(other))


def _counts(record: Record) -> set[int]:
    """The numbers of people and things that a sentence tells, as far as no day or year looks like them."""
    told = {int(token) for party in (*record.actors, *record.recipients) for token in party.tokens if token.isdecimal()}
    lowest, (from_, to) = section("kin")["lowest"], section("kin")["years"]
    numbers = {int(mark) for mark in record.marks if mark.isdecimal()}
    return told | {number for number in numbers if number >= lowest and not from_ <= number <= to}


def _is_one_deal(one: Record, other: Record) -> bool:
    """Tell whether two articles tell of one deal: between the same two or more parties on the same known day."""
    types = section("content")["one_a_day"]
    if one.type not in types or other.type not in types:
        return False
    if min(len(one.actors) + len(one.recipients), len(other.actors) + len(other.recipients)) < 2:
        return False
    if not _is_on_one_day(one, other):
        return False
    codes, others = ({party.code for party in (*r.actors, *r.recipients) if party.code} for r in (one, other))
    return codes == others and (len(codes) > 1 or agreement(one.actors, other.actors) == 1)


def _is_one_deed(one: Record, other: Record) -> bool:
    """Tell whether two articles say of one day by one word that somebody did the same to the same.

    They do where hardly more is said, or half of the few other words agree; what is only said is never one by this.
    """
    if one.type != other.type or one.type in section("content")["said"]:
        return False
    if one.stem != other.stem and not _is_told_beside(one, other):
        return False
    if not _is_on_one_day(one, other):
        return False
    sides = ((one.actors, other.actors), (one.recipients, other.recipients))
    told = [agreement(ones, others) or 0.0 for ones, others in sides if ones and others]
    if min(told, default=0.0) < section("content")["same_sides"]:
        return False
    if len(told) == len(sides) and not (one.words and other.words):
        return True
    shared, value = shared_words(one, other)
    return shared > 0 and value >= section("content")["overlap"]


def _is_one_quotation(one: Record, other: Record) -> bool:
    """Tell whether both say what somebody said, and quote the same words of it, whatever else they tell."""
    said = section("content")["said"]
    return one.type in said and other.type in said and not one.quoted.isdisjoint(other.quoted)


def _is_told_beside(one: Record, other: Record) -> bool:
    """Tell whether the word for the one stands beside the other: "granted a pardon" and "pardoned"."""
    return one.stem in other.words or other.stem in one.words


def _is_on_one_day(one: Record, other: Record) -> bool:
    begin = one.begin
    return begin.days == 1 and begin == other.begin
