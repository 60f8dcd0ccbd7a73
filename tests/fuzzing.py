"""Mutated inputs of every reader, and what comes of them: articles or a line in plain words, never a fault."""

from __future__ import annotations

import json
import random
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import NamedTuple

from filing import docx, pdf, warc

from timeline import files, pipeline, render
from timeline.articles.readers import SUFFIXES
from timeline.errors import TimelineError
from timeline.reasons import explain

FILES = Path(__file__).parent / "articles" / "files"
TEXT = b"Premier Haas of Norway met President Lind of Finland in Oslo on Monday. They will meet again next month.\n"
FAULT = re.compile(r"cannot be (?:read|analysed) \(\w+: ")
PIECES = (
    *(b"0001-01-01", b"9999-12-31", b"-0044-03-15", b"99999999999", b"2024-02-30", b"1e999", b"NaN", b"null", b"\0"),
    *(b"\xff\xfe", b"\xed\xa0\x80", "\u202e".encode(), b"<!--", b"]]>", b"&#x110000;", b"&#0;", b'"', b"'", b"\\ud800"),
    *(b"{", b"}", b"[", b",", b"\r\n", b"\n\n", b"--", b"in the year 10000", b"10,000 years ago", b"31 June"),
    *(b"the first Monday of 9999", b"Date: Thu, 99 Foo 99999 99:99:99 +9999\r\n", b"=?utf-8?B?////?=", b"+99:99"),
    *(b"last year", b"tomorrow", b"since 1 Jan 0001", b"until next millennium", b"999999999999 days after"),
)  # fmt: skip
VALUES = (
    None,
    True,
    0,
    -1,
    10**12,
    1e308,
    "",
    "x",
    "9999-12-31",
    "0001-01-01",
    "2024-13",
    "../..",
    "\0",
    [],
    {},
    [None],
)


class Input(NamedTuple):
    """A mutated file: ``kind`` is its suffix, or "sidecar", "corrections" or "timeline"."""

    kind: str
    data: bytes


def inputs(seed: int) -> Iterator[Input]:
    """Yield mutated inputs of all kinds in turn, without end; equal seeds give equal ones."""
    chance, seeds = random.Random(seed), _seeds()
    while True:
        for kind, given in sorted(seeds.items()):
            data = chance.choice(given)
            is_json = kind in ("corrections", "timeline", ".jsonl")
            yield Input(
                kind, _json_mutated(data, chance) if is_json and chance.random() < 0.8 else _mutated(data, chance)
            )


def outcome(one: Input, folder: Path) -> list[str]:
    """Use an input as the command does; return what was said of it.  Raises whatever is no TimelineError."""
    said: list[TimelineError] = []
    try:
        _use(one, folder, said.append)
    except TimelineError as error:
        said.append(error)
    return [str(error) for error in said]


def _use(one: Input, folder: Path, report: Callable[[TimelineError], None]) -> None:
    name = f"x{one.kind}" if one.kind.startswith(".") else {"sidecar": "y.toml"}.get(one.kind, f"{one.kind}.json")
    path = folder / name
    path.write_bytes(one.data)
    if one.kind == "timeline":
        read = files.load(path)
        render.page(read)
        for event in read.events:
            explain(read, event.id)
    elif one.kind == "corrections":
        (folder / "z.txt").write_bytes(TEXT)
        pipeline.build(folder / "z.txt", date="2024-11-07", corrections=path, report=report)
    elif one.kind == "sidecar":
        (folder / "y.txt").write_bytes(TEXT)
        pipeline.build(folder / "y.txt", report=report)
    else:
        pipeline.build(path, report=report)


def _seeds() -> dict[str, list[bytes]]:
    met = TEXT.decode()
    page = (FILES / "ld-published.html").read_bytes()
    found: dict[str, list[bytes]] = {suffix: [] for suffix in SUFFIXES}
    for path in sorted(FILES.iterdir()):
        if path.suffix in found and path.stat().st_size < 20_000:
            found[path.suffix].append(path.read_bytes())
    found[".pdf"] = [pdf([[met]])]
    found[".docx"] = [docx([met])]
    archived = [("https://orsk.example/a", "text/html", page)]
    found[".warc"] = [warc(archived)]
    found[".warc.gz"] = [warc(archived, zipped=True)]
    built = pipeline.build([FILES / "talks.csv"], report=lambda _: None)
    found["timeline"] = [built.model_dump_json(by_alias=True).encode()]
    found["sidecar"] = [b'dct = 2024-11-07\ntitle = "Talks"\nurl = "https://example.org/a"\nlanguage = "en"\n']
    event = "e00000000000"
    corrections = [{"event": event, "date": "2024-10-27", "note": "x"}, {"event": "b", "added": True, "title": "T",
                   "type": "CONSULT", "date": "2024-12"}, {"event": "c", "same_as": event}]  # fmt: skip
    found["corrections"] = [json.dumps({"corrections": corrections}).encode()]
    return {
        kind: given or [TEXT, b"---\ndate: 2024-11-07\ntitle: Talks\n---\n" + TEXT] for kind, given in found.items()
    }


def _mutated(data: bytes, chance: random.Random) -> bytes:
    out = bytearray(data)
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        at = chance.randrange(len(out) + 1)
        to = min(len(out), at + chance.randrange(1, 200))
        match chance.randrange(5):
            case 0 if out:
                out[chance.randrange(len(out))] ^= 1 << chance.randrange(8)
            case 1:
                out[at:at] = chance.choice(PIECES)
            case 2:
                del out[at:to]
            case 3:
                out[at:at] = out[at:to] * chance.choice((1, 10, 100))
            case _:
                out[at : min(to, at + 20)] = chance.choice(PIECES)
    return bytes(out[:400_000])


def _json_mutated(data: bytes, chance: random.Random) -> bytes:
    lines = []
    for line in data.decode().splitlines():
        try:
            value = json.loads(line)
        except ValueError:
            continue
        for _ in range(chance.choice((1, 2, 4))):
            _change(value, chance)
        lines.append(json.dumps(value))
    return "\n".join(lines).encode()


def _change(value: object, chance: random.Random) -> None:
    """Replace or remove one part, as deep as chance goes."""
    while isinstance(value, dict | list) and value:
        key = chance.choice(list(value) if isinstance(value, dict) else range(len(value)))
        inner = value[key]  # type: ignore[index,call-overload]
        if not isinstance(inner, dict | list) or not inner or chance.random() < 0.1:
            if chance.random() < 0.2:
                del value[key]  # type: ignore[arg-type]
            else:
                value[key] = chance.choice(VALUES)  # type: ignore[index,call-overload]
            return
        value = inner
