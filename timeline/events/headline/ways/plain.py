"""A headline of no more than what happened and who took part."""

from __future__ import annotations

from timeline.events.headline.facts import Facts
from timeline.events.headline.names import is_speaking, name_of, names_of
from timeline.events.headline.verb_form import gloss
from timeline.events.lexicon import types
from timeline.events.words import words


def plain(facts: Facts) -> str:
    """The type's noun with its parties: "Talks between Mali and Chad", "Possible attack by rebels on Goma"."""
    noun, joint = gloss("plain")["visit" if facts.mode == "visit" else facts.type].split()
    actors = [party for party in facts.actors if _can_be_named(name_of(facts.sentence, party))]
    recipients = [party for party in facts.recipients if _can_be_named(name_of(facts.sentence, party))]
    who, whom = names_of(facts.sentence, actors), names_of(facts.sentence, recipients)
    text = f"{gloss('status').get(facts.status, '')} {noun}".strip()
    if len(actors) == 2 and joint == "with":
        return f"{text} between {who}"
    if joint == "of" and (who or whom) and facts.type in types("befalls"):
        return f"{text} of {whom or who}"
    return f"{text}{_by(who, whom, joint)}{_towards(who, whom, joint)}"


def _can_be_named(name: str) -> bool:
    return is_speaking(name) and name.lower() not in words("headline", "pronouns")


def _by(who: str, whom: str, joint: str) -> str:
    """Those who do it: "by Chad", or "with Chad" where it is not told with whom."""
    by = "with" if joint == "with" and not whom else "by"
    return f" {by} {who}" if who else ""


def _towards(who: str, whom: str, joint: str) -> str:
    return f" {joint} {whom}" if whom and whom != who else ""
