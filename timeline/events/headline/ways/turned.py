"""Headlines of refusals, demands and threats that another verb tells: never the deed itself as if it were done."""

from __future__ import annotations

from collections.abc import Callable

from timeline.events.headline.facts import Facts
from timeline.events.headline.names import is_plural
from timeline.events.headline.verb_form import agree, gloss
from timeline.events.lexicon import types
from timeline.events.parse.clause import clause_of
from timeline.events.parse.inflect import lemma_of
from timeline.events.words import words


def turned(facts: Facts, verb: str, rest: str, who: str) -> str | None:
    """The headline of a refusal, demand, threat or promise told by the verb of the deed; None where it is told else.

    ``verb``: its base form, or its participle in the passive; ``rest``: the words behind it.
    """
    if facts.type not in types("turned") or facts.status != "occurred" or not who:
        return None
    if facts.type not in _TOLD or not _TOLD[facts.type](facts, verb):
        return None
    many = is_plural(facts.actors)
    deed = f"be {verb}" if clause_of(facts.token).is_passive else verb
    verbs = {base: agree(base, many) for base in ("say", "refuse", "threaten")}
    verbs["vow"] = agree(lemma_of(facts.token.head), many)
    row = gloss("turned")["VOWED" if facts.type == "REJECT" and _is_vowed(facts) else facts.type]
    return row.format(who=who, whom=facts.whom or gloss("turned")["others"], deed=deed, rest=rest, **verbs)


def _is_demanded(facts: Facts, verb: str) -> bool:
    """Tell whether it must be done: "Chad must return the boy"."""
    return bool(_auxiliaries(facts) & words("headline", "must"))


def _is_refused(facts: Facts, verb: str) -> bool:
    """Tell whether it is not done ("Chad will not return the boy"), or refused in time to come."""
    return clause_of(facts.token).is_negated or _is_vowed(facts)


def _is_vowed(facts: Facts) -> bool:
    """Tell whether somebody vows to refuse it: "Chad vowed to veto the plan"."""
    return facts.token.role == "open clause" and facts.token.head.lemma in words("triggers", "vows")


def _is_threatened(facts: Facts, verb: str) -> bool:
    """Tell whether it is still to be done, and no verb says that it is a threat: "Chad will strike back"."""
    ahead = bool(_auxiliaries(facts) & words("headline", "ahead")) or facts.token.role == "open clause"
    return ahead and verb not in words("headline", "threat_verbs")


def _is_promised(facts: Facts, verb: str) -> bool:
    """Tell whether it will be done: "Chad will attend the talks"."""
    return bool(_auxiliaries(facts) & words("headline", "will"))


def _auxiliaries(facts: Facts) -> set[str]:
    return {a.lower for a in clause_of(facts.token).auxiliaries}


_TOLD: dict[str, Callable[[Facts, str], bool]] = {
    "REQUEST": _is_demanded,
    "REJECT": _is_refused,
    "THREATEN": _is_threatened,
    "AGREE": _is_promised,
}
