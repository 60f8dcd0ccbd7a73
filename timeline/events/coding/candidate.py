"""A word that may tell a typed event, as it goes from rule to rule."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from timeline.events.frame import Frame
from timeline.events.lexicon import lexicon
from timeline.events.parse.word import Word

if TYPE_CHECKING:
    from timeline.models import Party, Status

# The constructions by which a word is coded that is in no frame, beside the nearest senses of verbs.
BROAD = frozenset({"says", "no-frame"})
# The rule by which a word is coded that tells of somebody whom the reader follows.
FOLLOWED = "followed"
# The rules by which what somebody vows is a deed of words, done when it is vowed.
VOWED = frozenset({"promised-hostile-deed", "promised-refusal"})
# The construction of what somebody will not do.
REFUSED = "will-not"


@dataclass(frozen=True, slots=True)
class Candidate:
    """A trigger: ``token`` tells the event, ``pivot`` is the verb whose tense and status are the event's.

    ``changes``: the rules that gave it another type than its frame's, in their order; ``is_public``: its own words
    tell that it belongs to public life.
    """

    token: Word
    pivot: Word
    type: str
    mode: str | None
    frame: Frame
    weight: float
    actors: Sequence[Party]
    recipients: Sequence[Party]
    status: Status | None = None
    changes: tuple[str, ...] = ()
    is_public: bool = True

    @property
    def is_broad(self) -> bool:
        """Whether its word is in no frame of the lexicon."""
        return self.frame.name in BROAD or self.is_by_sense

    @property
    def is_by_sense(self) -> bool:
        """Whether its type is only that of its verb's nearest sense."""
        return self.frame.name in lexicon().sense_names

    @property
    def origin(self) -> str:
        """What gave the type: the frame's name, then those of the rules that changed it."""
        return " > ".join((self.frame.name, *self.changes))
