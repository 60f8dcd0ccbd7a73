"""Who vouches for an event in the text, and how firmly."""

from __future__ import annotations

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import clause_of
from timeline.events.parse.word import Word
from timeline.events.parties.resolve import parties_of
from timeline.events.parties.sentence import Sentence
from timeline.models import Attribution


def attribution(sentence: Sentence, token: Word, actors: frozenset[str], reporter: str | None) -> Attribution:
    """Find the verb of saying over an event, or "according to", and grade what it is worth."""
    words = lexicon().reporting
    certainty = "asserted"
    claimed: str | None = None
    node = token
    for _ in range(12):
        above = node.head
        if above == node:
            break
        if above.lemma in words["verbs"] and above.pos == "verb" and node.role in ("complement", "parallel", "unknown"):
            speakers = clause_of(above).doers
            who = parties_of(sentence, speakers)
            names = {p.called for p in who}
            if who and not names & actors:
                claimed = who[0].called
                certainty = "claimed"
            elif speakers and not who:
                claimed = " ".join(t.text for t in speakers[0].subtree)[:80]
                certainty = "claimed"
            if speakers and any(t.lemma.lower() in words["unnamed"] for t in speakers):
                certainty = "alleged"
            break
        node = above
    if claimed is None:
        for child in token.tree.root.children:
            if child.lower == "according":
                found = [n for _, n in clause_of(token.tree.root).adjuncts for _ in (0,) if n.index > child.index]
                who = parties_of(sentence, found[:1])
                if found:
                    claimed = who[0].called if who else " ".join(t.text for t in found[0].subtree)[:80]
                    certainty = "claimed"
    if any(c.lower in words["alleged"] for c in token.children):
        certainty = "alleged"
    return Attribution(reporter=reporter, claimed_by=claimed, certainty=certainty)  # type: ignore[arg-type]
