"""Write the table of word forms anew from the lexicon's words and the dictionary of lemminflect: ``make forms``."""

from __future__ import annotations

from dataclasses import fields
from pathlib import Path

from timeline.events.lexicon import lexicon
from timeline.events.parse.inflect import present

TABLE = Path(__file__).parent.parent / "timeline/tables/events/forms.toml"
HEAD = """\
# Forms of the lexicon's words besides lemma and regular present or plural: past and participles of verbs, odd
# plurals of others.  Written by `make forms`; the forms are those of lemminflect (MIT), a mistake is mended there.
[forms]
"""
VERBAL = ("VBZ", "VBP", "VBD", "VBN", "VBG")
PREFIXES = ("re", "un", "test-")  # of verbs that the dictionary has without them


def vocabulary() -> set[str]:
    """All words that some frame asks for, and the parts of those of several words."""
    frames = [frame for table in (lexicon().verbs, lexicon().nouns) for found in table.values() for frame in found]
    cells = [getattr(frame, field.name) for frame in frames for field in fields(frame)]
    entries = {entry for cell in cells if isinstance(cell, frozenset) for entry in cell if not entry.startswith("@")}
    entries |= {entry for frame in frames for entry in frame.words}
    return {part for entry in entries for part in entry.split("_")}


def forms(word: str) -> list[str]:
    """The forms of a word that the package does not know without a table."""
    from lemminflect import getAllInflections, getAllInflectionsOOV

    known = getAllInflections(word)
    found = [form for tag in VERBAL for form in known.get(tag, ())]
    if word not in lexicon().verbs:
        found += known.get("NNS", ())
    elif not found:
        found = _of_compound(word) or [f for own in getAllInflectionsOOV(word, "VERB").values() for f in own]
    return sorted(set(found) - {word, present(word)})


def _of_compound(word: str) -> list[str]:
    prefix = next((one for one in PREFIXES if word.startswith(one)), "")
    return [prefix + form for form in forms(word.removeprefix(prefix))] if prefix else []


def table() -> str:
    """The whole table as its file holds it."""
    rows = {word: " ".join(forms(word)) for word in sorted(vocabulary())}
    return HEAD + "".join(f'"{word}" = "{row}"\n' for word, row in rows.items() if row)


if __name__ == "__main__":
    TABLE.write_text(table(), encoding="utf-8")
