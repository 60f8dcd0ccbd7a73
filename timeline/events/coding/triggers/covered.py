"""Candidates that are only what another event is about: asked for, refused, threatened, its purpose or its cause."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import NamedTuple

from timeline.events.coding.candidate import VOWED, Candidate
from timeline.events.lexicon import types
from timeline.events.parse.clause import clause_of, is_supposed, left_to_do
from timeline.events.parse.word import Role, Word
from timeline.events.rules import Rules
from timeline.events.words import words

Found = Mapping[int, Candidate]


class Step(NamedTuple):
    """One step of the way up from a candidate: from ``child`` to ``node``, which may be another one, ``above``."""

    candidate: Candidate
    child: Word
    node: Word
    above: Candidate | None
    found: Found

    @property
    def is_first(self) -> bool:
        """Whether the candidate itself hangs on the node."""
        return self.child is self.candidate.token

    @property
    def is_on_a_visit(self) -> bool:
        """ "Haas, on a visit to Sund, praised ..."."""
        return self.candidate.mode == "visit" and self.child.lower == "on"


# Rules that make more of what is promised than the promise is.
_PROMISED = VOWED | {"decided-deed"}
Covers = Callable[[Step], bool]
# Asked at each step of the way up.
COVERS: Rules[Covers] = Rules("triggers", "cover")
Drops = Callable[[Candidate, Found], bool]
# Asked one after the other of each candidate, with all of the sentence that are left, by the index of their word.
DROPS: Rules[Drops] = Rules("triggers", "drop")


def is_covered(c: Candidate, found: Found) -> bool:
    """Tell whether a candidate is only what another one is about."""
    return any(covers(step) for step in _way_up(c, found) for _, covers in COVERS)


def without_dropped(found: Found) -> Found:
    """The candidates of a sentence of which the others leave something to tell."""
    for _, drops in DROPS:
        found = {index: c for index, c in found.items() if not drops(c, found)}
    return found


def _way_up(c: Candidate, found: Found) -> Iterator[Step]:
    """The steps from a candidate to the top of its sentence, as far as its clause does not stand by itself."""
    child = c.token
    for node in c.token.ancestors:
        if _stands_apart(child, node):
            return
        above = found.get(node.index)
        yield Step(c, child, node, above if above is not c else None, found)
        child = node


def _stands_apart(child: Word, node: Word) -> bool:
    """Tell whether a clause stands by itself: a relative one that tells its own past, or one before ";" or ":"."""
    if child.role == "relative":
        return child.form == "past" or any(a.form == "past" for a in clause_of(child).auxiliaries)
    between = child.tree[child.index : node.index]
    return child.role == "complement" and child.index < node.index and any(w.text in (";", ":") for w in between)


_ARGUMENT: tuple[Role, ...] = ("object", "passive subject", "subject", "adjective", "compound", "owner")
_GOVERNED: tuple[Role, ...] = (
    "open clause",
    "complement",
    "prepositional clause",
    "noun clause",
    "preposition",
    "object",
    "predicate adjective",
    "object predicate",
    "predicate",
)


@COVERS.rule("argument")
def _argument(step: Step) -> bool:
    return step.above is not None and step.candidate.token.pos == "noun" and step.child.role in _ARGUMENT


@COVERS.rule("left-to-do")
def _left_to_do(step: Step) -> bool:
    """The subject of what is to be done is that one's matter, where nobody else stands between."""
    if not step.is_first or step.candidate.token.pos != "noun" or step.child.role not in ("subject", "passive subject"):
        return False
    verb = left_to_do(step.node)
    return verb is not step.node and verb.index in step.found


@COVERS.rule("behind-a-preposition")
def _behind_a_preposition(step: Step) -> bool:
    behind = step.child.role == "preposition" and step.child.lower in words("triggers", "object_of")
    if step.above is None or step.candidate.token.pos != "noun" or not behind:
        return False
    return not step.is_on_a_visit or step.above.token.lemma in words("triggers", "departs")


@COVERS.rule("same-deed")
def _same_deed(step: Step) -> bool:
    above = step.above
    same = above is not None and above.token.pos == "verb" and above.type == step.candidate.type
    noun = step.candidate.token.pos == "noun" and step.candidate.type in types("hostile")
    return same and noun and step.child.role == "preposition"


@COVERS.rule("governed")
def _governed(step: Step) -> bool:
    if step.above is None or step.above.type not in types("governing") or _tells_when(step):
        return False
    return step.child.role in _GOVERNED and not _is_told_beside(step, step.above)


def _tells_when(step: Step) -> bool:
    return step.child.role == "preposition" and (
        step.child.lower in words("triggers", "temporal") or step.is_on_a_visit
    )


def _is_told_beside(step: Step, above: Candidate) -> bool:
    """ "Agreed to meet": both the promise and the deed are told; "pledged to attack": the deed is."""
    clause = step.child.role in ("open clause", "complement", "predicate adjective")
    promised = step.candidate.type in types("promised") and clause
    return above.type == "AGREE" and (promised or bool(_PROMISED & {*step.candidate.changes}))


@COVERS.rule("voted-on")
def _voted_on(step: Step) -> bool:
    votes = step.above is not None and step.above.token.lemma == "vote" and step.above.token.is_verbal
    return votes and step.is_first and step.child.is_verbal and clause_of(step.child).is_infinitive


@COVERS.rule("purpose")
def _purpose(step: Step) -> bool:
    above, c = step.above, step.candidate
    if above is None or not step.is_first or not is_purpose(c.token):
        return False
    if c.type in types("hostile"):
        return above.frame is c.frame  # "used tear gas to disperse them"
    return above.type != "AGREE" and not (above.mode == "visit" and c.type == "CONSULT")


def is_purpose(verb: Word) -> bool:
    """Tell whether a verb says what another one is done for ("met to discuss the border")."""
    return verb.role == "adverbial" and any(w.role == "auxiliary" and w.lower == "to" for w in verb.lefts)


@COVERS.rule("ground-of-a-demand")
def _ground_of_a_demand(step: Step) -> bool:
    if step.above is None or step.child.role != "adverbial" or step.above.type not in types("demanding"):
        return False
    return not clause_of(step.child).openers & words("triggers", "marks_of_time", "contrast")


@COVERS.rule("told-while-doing")
def _told_while_doing(step: Step) -> bool:
    told = step.node.lemma in words("triggers", "told_by") and step.node.form == "present participle"
    return told and step.node.role == "adverbial" and step.node.head.index in step.found


@DROPS.rule("way-to-a-meeting")
def _way_to_a_meeting(c: Candidate, found: Found) -> bool:
    aims = (found.get(child.index) for child in c.token.by_role("adverbial", "open clause"))
    return c.mode == "visit" and any(aim is not None and aim.type == "CONSULT" for aim in aims)


@DROPS.rule("word-of-a-threat")
def _word_of_a_threat(c: Candidate, found: Found) -> bool:
    return any(o.token.head is c.token and _PROMISED & {*o.changes} for o in found.values())


@DROPS.rule("condition")
def _condition(c: Candidate, _: Found) -> bool:
    return is_supposed(c.pivot)
