"""What the parser reads wrong again and again, mended before anything else sees it."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.parse.mended.agreeing_relative import with_agreeing_relatives
from timeline.events.parse.mended.gapped_passive import with_gapped_passives
from timeline.events.parse.mended.heads import (
    with_joined_pasts,
    with_listed_infinitives,
    with_names_apart,
    with_outer_people,
    with_speakers_participles,
    with_told_clauses,
)
from timeline.events.parse.mended.hidden_clause import with_hidden_clauses
from timeline.events.parse.mended.inverted_passive import with_inverted_passives
from timeline.events.parse.mended.lone_predicate import with_lone_predicates
from timeline.events.parse.mended.lost_subject import with_lost_subjects, with_verbs_of_lone_nouns
from timeline.events.parse.mended.noun_for_verb import with_verbs_read_as_nouns
from timeline.events.parse.mended.of_what import with_what_is_told
from timeline.events.parse.mended.outer_thing import with_outer_things
from timeline.events.parse.mended.reduced_relative import with_reduced_relatives
from timeline.events.parse.mended.second_subject import with_second_subjects
from timeline.events.parse.word import Word

_MENDS = (
    with_verbs_read_as_nouns,
    with_lone_predicates,
    with_verbs_of_lone_nouns,
    with_lost_subjects,
    with_second_subjects,
    with_reduced_relatives,
    with_joined_pasts,
    with_speakers_participles,
    with_outer_people,
    with_outer_things,
    with_hidden_clauses,
    with_told_clauses,
    with_names_apart,
    with_agreeing_relatives,
    with_what_is_told,
    with_inverted_passives,
    with_gapped_passives,
    with_listed_infinitives,
)


def mended(found: Sequence[Word], heads: Sequence[int]) -> list[int]:
    """The heads of a sentence's words as they should be; ``found``: the words, some of whose roles are mended too."""
    for mend in _MENDS:
        heads = mend(found, heads)
    return list(heads)
