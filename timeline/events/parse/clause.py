"""Who stands where in a clause: subjects, objects, adjuncts and governors in a dependency tree (CLEAR labels)."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.events.lexicon import lexicon

if TYPE_CHECKING:
    from spacy.tokens import Token

SUBJECTS = frozenset({"nsubj", "nsubjpass", "csubj", "csubjpass"})
NOMINAL = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADJ", "DET"})
RELATIVE = frozenset({"who", "which", "that", "whom"})


def kids(token: Token, *deps: str) -> list[Token]:
    """Children with one of these dependency labels."""
    return [c for c in token.children if c.dep_ in deps]


def conjuncts(token: Token) -> list[Token]:
    """A token and the nominals coordinated with it.

    The small parser sometimes hangs a second clause's verb or an apposed time here: only nominals are kept.
    """
    found = [token]
    for child in token.children:
        if child.dep_ == "conj" and child.pos_ in NOMINAL:
            found += conjuncts(child)
    return found


def passive(token: Token) -> bool:
    """Tell whether a verb is passive: its grammatical subject undergoes."""
    if any(c.dep_ in ("auxpass", "nsubjpass", "csubjpass") for c in token.children):
        # "is opposed to", "is committed to": states of the subject, not deeds of somebody else.
        return token.lemma_ not in lexicon().sets["states"] or any(c.dep_ == "agent" for c in token.children)
    if token.tag_ != "VBN" or any(c.dep_ == "aux" and c.lemma_ == "have" for c in token.children):
        return False
    if token.dep_ == "acl":
        return not main_verb(token)
    if token.dep_ == "conj" and not kids(token, *SUBJECTS) and not kids(token, "dobj"):
        return token.head.pos_ in ("VERB", "AUX") and passive(token.head)
    return token.dep_ in ("advcl", "ccomp", "amod") and not kids(token, *SUBJECTS, "dobj")


def main_verb(token: Token) -> bool:
    """Tell whether a participle on a bare root noun is the sentence's lost main verb.

    "Doctors from two groups donated and delivered goods" is read as a noun phrase by the small parser.
    """
    if token.dep_ != "acl" or token.tag_ != "VBN" or token.head.dep_ != "ROOT":
        return False
    if any(c.dep_ in ("agent",) for c in token.children) or any(
        c.pos_ in ("VERB", "AUX") and c.dep_ != "acl" for c in token.head.children
    ):
        return False
    return any(
        c.dep_ in ("dobj", "xcomp", "ccomp")
        or (c.dep_ == "conj" and c.tag_ == "VBD")
        or c.dep_ in ("oprd", "npadvmod", "advcl")
        for c in token.children
    )


def subjects(token: Token, depth: int = 0) -> list[Token]:
    """The grammatical subject of a verb, followed through control, coordination and relative clauses."""
    own = [c for c in token.children if c.dep_ in SUBJECTS]
    if own:
        subject = own[0]
        if subject.lower_ in RELATIVE and token.dep_ == "relcl":
            return conjuncts(token.head)[:1]
        return conjuncts(subject)
    if depth > 6:
        return []
    head, dep = token.head, token.dep_
    if head == token:
        return []
    if dep == "acl":
        if token.tag_ == "VBG" and head.lemma_ in lexicon().sets["speech"]:
            return noun_owner(head, depth + 1)
        if token.tag_ in ("VBG", "VBN"):
            return [head]
        return noun_owner(head, depth + 1)
    if dep == "conj" and head.pos_ in ("VERB", "AUX"):
        return subjects(head, depth + 1)
    if dep in ("xcomp", "ccomp", "advcl", "pcomp", "prep", "dep", "oprd", "acomp", "attr", "parataxis"):
        while head.pos_ in ("ADP", "SCONJ", "ADJ", "PART") and head.head != head:
            head = head.head
        if head.pos_ in ("NOUN", "PROPN"):
            return noun_owner(head, depth + 1)
        if head.pos_ not in ("VERB", "AUX"):
            return []
        if dep in ("xcomp", "ccomp") and head.lemma_ in lexicon().control:
            told = kids(head, "dobj")
            if told and not passive(head):
                return conjuncts(told[0])
        if dep == "advcl" and token.tag_ == "VBG" and head.dep_ == "relcl" and passive(head) and head.i < token.i:
            return subjects(_above(head), depth + 1)  # "opened the port that was shut, keeping a promise"
        return subjects(head, depth + 1)
    return []


def _above(clause: Token) -> Token:
    """The verb over the noun that a relative clause describes."""
    node = clause.head
    while node.pos_ not in ("VERB", "AUX") and node.head != node:
        node = node.head
    return node


def noun_owner(noun: Token, depth: int = 0) -> list[Token]:
    """Who has the plan, right or duty that a noun names: its possessor, or the subject of the verb it hangs on."""
    owner = kids(noun, "poss")
    if owner:
        return conjuncts(owner[0])
    head = noun.head
    while head.pos_ in ("ADP", "NOUN") and head.head != head:
        head = head.head
    if head.pos_ in ("VERB", "AUX") and noun.dep_ not in SUBJECTS:
        return subjects(head, depth + 1)
    return []


def agents(token: Token) -> list[Token]:
    """The by-phrase of a passive verb."""
    return [
        n
        for c in token.children
        if c.dep_ == "agent" or (c.dep_ == "prep" and c.lower_ == "by" and passive(token))
        for p in kids(c, "pobj")
        for n in conjuncts(p)
    ]


def doers(token: Token) -> list[Token]:
    """Who does what a verb says, whatever its voice."""
    return agents(token) if passive(token) else subjects(token)


def undergoers(token: Token) -> list[Token]:
    """What a verb is done to, whatever its voice."""
    direct = [n for c in kids(token, "dobj", "obj") for n in conjuncts(c)]
    if passive(token):
        return subjects(token) + direct
    if not direct and token.dep_ == "relcl":
        gap = [c for c in token.children if c.dep_ in SUBJECTS]
        if gap and gap[0].lower_ not in RELATIVE:
            return [token.head]
    return direct


def adjuncts(token: Token, depth: int = 0) -> Iterator[tuple[str, Token]]:
    """Prepositional phrases of a word as (preposition, object), nested ones too ("out of", "on behalf of")."""
    for child in token.children:
        if child.dep_ in ("prep", "agent", "dative", "prt") and child.pos_ in ("ADP", "SCONJ", "VERB", "ADV"):
            for inner in child.children:
                if inner.dep_ in ("pobj", "pcomp"):
                    for noun in conjuncts(inner):
                        yield child.lower_, noun
                elif inner.dep_ == "prep" and depth < 2:
                    for noun in kids(inner, "pobj"):
                        for one in conjuncts(noun):
                            yield inner.lower_, one


def clauses(token: Token) -> list[Token]:
    """The verbs of a word's complement and purpose clauses."""
    found = []
    for child in token.children:
        if child.dep_ in ("xcomp", "ccomp", "pcomp", "advcl", "acl") and child.pos_ in ("VERB", "AUX"):
            found.append(child)
        elif child.dep_ == "prep":
            found += kids(child, "pcomp")
        elif child.dep_ in ("acomp", "attr", "oprd"):
            found += kids(child, "xcomp", "ccomp")
    return found


def particles(token: Token) -> set[str]:
    """Particles and prepositions that may make a phrasal verb."""
    return {c.lower_ for c in token.children if c.dep_ in ("prt", "prep", "advmod", "agent", "dative")} | {
        c.lower_ for c in token.children if c.pos_ == "ADP"
    }


def auxiliaries(token: Token) -> list[Token]:
    """Auxiliaries of a verb; a coordinated verb without its own shares those of the first."""
    own = [c for c in token.children if c.dep_ in ("aux", "auxpass")]
    if own or token.dep_ != "conj":
        return own
    head = token.head
    if head.pos_ in ("VERB", "AUX") and not kids(token, *SUBJECTS) and token.tag_ in ("VB", "VBN", "VBG"):
        return auxiliaries(head) if head.tag_ == token.tag_ else []
    return own


def negated(token: Token) -> bool:
    """Tell whether a word is denied: by its own negation, or a "no" on it, its subject or its object."""
    if any(c.dep_ == "neg" or c.lower_ in ("never", "neither", "hardly", "nor") for c in token.children):
        return not any(c.lower_ == "only" for c in token.children if c.i == token.i + 1)
    if any(c.dep_ == "det" and c.lower_ in ("no", "neither") for c in token.children):
        return True
    if token.pos_ in ("VERB", "AUX"):
        near = [c for c in token.children if c.dep_ in ("dobj", "nsubjpass", "nsubj", "attr")]
        for noun in near:
            if noun.lower_ in ("nobody", "none", "nothing") or any(
                c.dep_ in ("det", "neg") and c.lower_ in ("no", "neither") for c in noun.children
            ):
                return True
        if token.dep_ == "conj" and not kids(token, *SUBJECTS) and token.tag_ == "VB" and not kids(token, "aux"):
            return token.head.pos_ == "VERB" and token.head.tag_ == "VB" and negated(token.head)
    return False


def content(noun: Token) -> list[Token]:
    """The nouns that carry the sense of a noun phrase: behind "dollars of", "hundreds of", "a series of" too."""
    found = [noun]
    if noun.lemma_ in lexicon().sets["carriers"]:
        found += [n for c in kids(noun, "prep") if c.lower_ in ("with", "of") for n in kids(c, "pobj")]
    if (
        noun.pos_ in ("NUM", "PRON")
        or noun.lemma_ in lexicon().sets["measures"]
        or noun.lower_ in lexicon().sets["measures"]
    ):
        for child in noun.children:
            if child.dep_ == "prep" and child.lower_ == "of":
                for inner in kids(child, "pobj"):
                    found += conjuncts(inner)
    return found


def keys(noun: Token) -> set[str]:
    """Forms under which a word class may list a noun: lemma, lower case, and "prime_minister" for compounds."""
    low, lemma = noun.lower_, noun.lemma_.lower()
    found = {low, lemma}
    if noun.i > 0 and noun.nbor(-1).head == noun:
        found.add(f"{noun.nbor(-1).lower_}_{lemma}")
    if noun.i > 1 and noun.nbor(-1).text == "-":
        found.add(f"{noun.nbor(-2).lower_}-{low}")
    if noun.pos_ == "PROPN":
        found |= {c.lower_ for c in noun.children if c.dep_ == "compound"}
    if low.endswith("s"):
        found.add(low[:-1])
    return found
