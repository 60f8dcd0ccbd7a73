"""The parser's words in terms of our own, whatever was read before."""

from __future__ import annotations

import copy
import tomllib
from pathlib import Path

from timeline.events.parse.english import nlp, parse
from timeline.events.parse.mended import mended
from timeline.events.parse.mended.lost_subject import with_lost_subjects
from timeline.events.parse.word import Form, Pos, Role, Word
from timeline.tables.load import read_toml

CORPUS = Path(__file__).parents[1] / "corpus"
PAIRS = [
    "Let's sign it, they're gonna leave, you gotta pay and it ain't over.",
    "There is a truce; there were talks, and there's hope.",
    "Y'all come, c'mon, let us pay the port's dues.",
    "Talks  were\n held.",
]


def test_words_are_read_as_the_whole_model_reads_them() -> None:
    """What is remembered of a word never differs from what the model says of it in its place, pairs of words too."""
    rows = tomllib.loads((CORPUS / "clauses.toml").read_text(encoding="utf-8"))["clause"]
    texts = PAIRS + [row["text"] for row in rows] + PAIRS
    table, model = read_toml("events/parser.toml"), nlp()
    for text, tree in zip(texts, parse(texts), strict=True):
        doc = model.make_doc(text)
        for token in doc[1:]:
            token.is_sent_start = False
        for _, step in model.pipeline:
            doc = step(doc)
        raw = [
            copied(word, table["role"].get(t.dep_, "other"), table["form"].get(t.tag_, "other"))
            for word, t in zip(tree, doc, strict=True)
        ]
        heads = mended(raw, [t.head.i for t in doc])
        told = [(w.text, w.lemma, w.pos, w.form, w.role, w.head.index) for w in tree]
        assert told == [
            (
                t.text,
                t.lemma_,
                table["pos"].get(t.pos_, "other"),
                word.form,
                word.role,
                head,
            )
            for t, word, head in zip(doc, raw, heads, strict=True)
        ]


def copied(word: Word, role: Role, form: Form) -> Word:
    """A word as the parser has it, before anything is mended."""
    found = copy.copy(word)
    found.role, found.form = role, form
    return found


def test_a_prefix_or_a_particle_is_no_word_of_its_own() -> None:
    """What the model would cut at the hyphen is one word, with the base form that its second part gives it."""
    (tree,) = parse(
        ["Odal was re-elected, re-imposed the ban and called off the run-off; their pull-out ended an all-night trip."]
    )
    told = {word.text: (word.lemma, word.pos) for word in tree if "-" in word.text}
    assert told == {
        "re-elected": ("re-elect", "verb"),
        "re-imposed": ("re-impose", "verb"),
        "run-off": ("run-off", "noun"),
        "pull-out": ("pull-out", "noun"),
        "-": ("-", "punctuation"),
    }


def test_no_word_is_hung_below_itself() -> None:
    """A noun that a verb itself hangs on is not made the subject of that verb."""
    told: list[tuple[str, Pos, Form, Role, int]] = [
        ("Go", "verb", "base", "root", 0),
        ("to", "preposition", "other", "preposition", 0),
        ("Oslo", "name", "name", "prepositional object", 1),
        (",", "punctuation", "other", "punctuation", 2),
        ("Haas", "name", "name", "conjunct", 2),
        ("and", "conjunction", "other", "coordinator", 4),
        ("Lund", "name", "name", "conjunct", 4),
        ("left", "verb", "past", "complement", 4),
    ]
    (tree,) = parse(["Go to Oslo, Haas and Lund left"])
    found = [copied(word, role, form) for word, (_, _, form, role, _) in zip(tree, told, strict=True)]
    for word, (_, pos, *_) in zip(found, told, strict=True):
        word.pos = pos
    heads = [head for *_, head in told]
    assert with_lost_subjects(found, heads) == heads
    assert found[4].role == "conjunct"
