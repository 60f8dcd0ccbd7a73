"""What a headline is written from."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.headline.cut import clip, told
from timeline.events.headline.names import names_of, owned
from timeline.events.headline.verb_form import gloss
from timeline.events.parse.clause import clause_of
from timeline.events.parse.subjects import told_of_in_relative
from timeline.events.parse.word import Word, top_of
from timeline.events.parties.party import is_somebody
from timeline.events.parties.reference.coreference import antecedent
from timeline.events.parties.reference.personal import person_meant
from timeline.events.parties.sentence import Sentence
from timeline.events.words import words

if TYPE_CHECKING:
    from timeline.models import Party, Status


@dataclass(frozen=True, slots=True)
class Facts:
    """An event in its sentence; ``skip``: the words of its own date, which stands beside the headline."""

    sentence: Sentence
    token: Word
    actors: Sequence[Party]
    recipients: Sequence[Party]
    type: str
    mode: str | None
    status: Status
    skip: frozenset[int] = frozenset()

    @property
    def who(self) -> str:
        """The names of the actors."""
        return names_of(self.sentence, self.actors)

    @property
    def whom(self) -> str:
        """The names of the recipients."""
        return names_of(self.sentence, self.recipients)

    @property
    def starts(self) -> frozenset[int]:
        """Character offsets of the actors in the sentence."""
        return frozenset(p.start - self.sentence.offset for p in self.actors)

    def is_about_several(self) -> bool:
        """Tell whether more than one actor has a name."""
        return len({p.name for p in self.actors if p.name}) > 1

    def text_of(self, word: Word) -> str:
        """The words of a phrase for a headline, with whom or what a pronoun in it means."""
        thing = antecedent(word) if word.role == "object" else None
        if thing is not None:
            return clip(thing, self.starts, self.skip, self.token)  # "imposed a ban and lifted it"
        if word.role == "object" and word.lower == "other" and self.is_about_several():
            return gloss("objects")["other"]  # "each side blamed the other"
        text = clip(word, self.starts, self.skip, self.token)
        return unpointed(word, self.with_names(word.subtree, self._without_bare_participle(word, text)))

    def _without_bare_participle(self, noun: Word, text: str) -> str:
        """A phrase without the participle that only its date has hung on ("a report published in May")."""
        for clause in noun.by_role("noun clause"):
            behind = [word for word in clause.subtree if word is not clause and word.pos != "preposition"]
            kept = any(word.text[:1].isalnum() and word.index not in self.skip for word in behind)
            if clause.form == "past participle" and behind and not kept:
                text = " ".join(part for part in text.split(" ") if part.rstrip(",") != clause.text)
        return text

    def with_names(self, span: Sequence[Word], text: str) -> str:
        """A text of some words with whom or what a pronoun among them means."""
        for pronoun in span:
            name = _owner_before(pronoun) or self._meant_by(pronoun) or self._owner(pronoun) or self._own(pronoun)
            if name and name.removesuffix("'").removesuffix("'s") not in text:
                text = " ".join(name if part == pronoun.text else part for part in text.split(" "))
        return text

    def lowered(self, word: Word, text: str) -> str:
        """A text without the capital that its first word has only because a sentence begins with it."""
        first = word.before is None or word.before.is_quote
        by_place = first and word.pos != "name" and word.text != "I" and self.sentence.name_at(word) is None
        return text[:1].lower() + text[1:] if by_place else text

    def _meant_by(self, pronoun: Word) -> str:
        """The name of the recipient whom a pronoun means ("invites him"): as the article gives it."""
        if pronoun.form != "personal":
            return ""
        position = self.sentence.position(pronoun)
        return names_of(
            self.sentence, [p for p in self.recipients if p.start == position and p.name not in (None, "", p.text)]
        )

    def _owner(self, pronoun: Word) -> str:
        """Whose a thing is that a state or body does something to ("rejects Odal's bid", of "rejects his bid")."""
        owns = pronoun.role == "owner" and pronoun.lower in words("headline", "personal_owners")
        if not owns or pronoun.head.lemma in words("headline", "of_each_other") or self._has_a_doer_beside(pronoun):
            return ""
        person = person_meant(self.sentence, pronoun)
        nearest = self.sentence.people.before(self.sentence.position(pronoun), 1)
        told = {party.called for party in (*self.actors, *self.recipients)}
        if person is None or person.name in told or nearest != [person] or not (person.office or person.titles):
            return ""
        return f"{person.surname}{owned(person.surname)}"

    def _own(self, pronoun: Word) -> str:
        """ "Their" of several who say that something is ours."""
        speaks = any(noun.lower in words("headline", "we") for noun in clause_of(self.token).subjects)
        return gloss("owner")["many"] if speaks and pronoun.lower == "our" and self.is_about_several() else ""

    def _has_a_doer_beside(self, pronoun: Word) -> bool:
        """Tell whether some human being does it, whom a pronoun in another phrase could mean."""
        tree, offset = self.sentence.tree, self.sentence.offset
        covered = (tree.covering(party.start - offset, party.end - offset) for party in self.actors)
        doers = [*clause_of(self.token).subjects, *(top_of(span) for span in covered if span)]
        others = [noun for noun in doers if not noun.is_above(pronoun)]
        return any(is_somebody(n) or n.pos == "number" or self.sentence.person_at(n) is not None for n in others)


def unpointed(noun: Word, text: str) -> str:
    """A phrase without the word that points back to another sentence ("the measure", of "this measure")."""
    points = any(c.lower in words("headline", "pointing") for c in noun.by_role("determiner", "adjective"))
    first, _, rest = text.partition(" ")
    if not points or first.lower() not in words("headline", "pointing") or not rest[:1].isalpha():
        return text
    return rest if noun.lemma in words("headline", "spells") else f"the {rest}"


def _owner_before(pronoun: Word) -> str:
    """Whose a thing is of which a relative clause tells ("the force, whose mandate expires")."""
    head = told_of_in_relative(pronoun) if pronoun.form == "relative possessive" else None
    if head is None or head.pos == "pronoun":
        return ""
    owner = told(head.tree[head.first.index : head.index + 1])
    return owner + owned(owner)
