"""The form that an event's status gives the verb of its headline."""

from __future__ import annotations

from functools import cache

from timeline.events.parse.clause import clause_of, is_neither_of
from timeline.events.parse.inflect import present
from timeline.events.parse.subjects import SUBJECTS
from timeline.events.parse.word import Word
from timeline.events.words import words
from timeline.models import Status
from timeline.tables.load import read_toml


@cache
def gloss(table: str) -> dict[str, str]:
    """One table of ``events/headline.toml``: plain words by type, status or mode."""
    return dict(read_toml("events/headline.toml")[table])


def agree(base: str, many: bool) -> str:
    """A verb in the present, in the number of its subject.

    >>> agree("be", True), agree("be", False), agree("try", False)
    ('are', 'is', 'tries')
    """
    if base == "be" and many:
        return "are"
    return base if many else present(base)


def verb_form(base: str, many: bool, status: Status, token: Word | None = None) -> str:
    """A verb in the present tense, or what its status makes of it; ``token``: the verb in its sentence.

    >>> verb_form("meet", True, "scheduled"), verb_form("meet", False, "negated"), verb_form("meet", False, "attempted")
    ('to meet', 'does not meet', 'tries to meet')
    """
    if status == "negated" and token is not None and not _is_denied_itself(token) and clause_of(token).is_negated:
        return agree(base, many)  # "no" stands in the words that follow
    tried = "fail" if token is not None and token.head.lemma == "fail" else "try"
    return filled("active", status, many, base=base, verb=agree(base, many), try_=agree(tried, many))


def filled(table: str, status: str, many: bool, **told: str) -> str:
    """The row of a table for a status, or its row ``else``, with the verbs "be", "do", "take" and "fail" in number."""
    rows = gloss(table)
    common = {verb: agree(verb, many) for verb in ("be", "do", "take", "fail")}
    return rows.get(status, rows["else"]).format(**common, **told)


def _is_denied_itself(verb: Word) -> bool:
    """Tell whether the verb's own words deny it ("did not meet", "never met"), or all its subjects are denied."""
    if any(is_neither_of(noun) for noun in verb.by_role(*SUBJECTS)):
        return True
    return any(
        c.role == "negation" or c.lower in words("headline", "denying") for c in (*verb.children, *verb.head.children)
    )
