"""Who vouches for an event in the text, and how firmly."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon
from timeline.events.parse.clause import adjuncts, doers
from timeline.events.parties import roles
from timeline.events.parties.sentence import Scene
from timeline.models import Attribution

if TYPE_CHECKING:
    from spacy.tokens import Token


def attribution(s: Scene, token: Token, actors: frozenset[str], reporter: str | None) -> Attribution:
    """Find the verb of saying over an event, or "according to", and grade what it is worth."""
    words = lexicon().reporting
    certainty = "asserted"
    claimed: str | None = None
    node = token
    for _ in range(12):
        above = node.head
        if above == node:
            break
        if above.lemma_ in words["verbs"] and above.pos_ == "VERB" and node.dep_ in ("ccomp", "parataxis", "dep"):
            speakers = doers(above)
            who = roles.parties_of(s, speakers)
            names = {p.name or p.text for p in who}
            if who and not names & actors:
                claimed = who[0].name or who[0].text
                certainty = "claimed"
            elif speakers and not who:
                claimed = " ".join(t.text for t in speakers[0].subtree)[:80]
                certainty = "claimed"
            if speakers and any(t.lemma_.lower() in words["unnamed"] for t in speakers):
                certainty = "alleged"
            break
        node = above
    if claimed is None:
        for child in token.sent.root.children:
            if child.lower_ == "according":
                found = [n for _, n in adjuncts(token.sent.root) for _ in (0,) if n.i > child.i]
                who = roles.parties_of(s, found[:1])
                if found:
                    claimed = (who[0].name or who[0].text) if who else " ".join(t.text for t in found[0].subtree)[:80]
                    certainty = "claimed"
    if any(c.lower_ in words["alleged"] for c in token.children):
        certainty = "alleged"
    return Attribution(reporter=reporter, claimed_by=claimed, certainty=certainty)  # type: ignore[arg-type]
