"""A large corpus of invented stories whose true timeline is known.

    python tests/benchmarks/stories.py 10000 CORPUS.jsonl --truth TRUTH.jsonl [--seed 7]

A story is a row of events between two countries; several papers tell each of them on several days in other words, some
copy one another word for word, some contradict the others on the day or a number, and every story has look-alikes: the
same kinds of events, on the same days, of other countries, or of the same two a year later.  An article has about 500
words.  CORPUS has one article a line, as `timeline build` reads it; TRUTH one told event a line: `event`, `article`,
and where its sentence stands in the article.  Equal numbers and seeds give equal bytes.
"""

from __future__ import annotations

import argparse
import json
import random
import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, NamedTuple

WORDS = 480
FIRST_DAY = date(2021, 1, 4)


class Happening(NamedTuple):
    """An event of a story, as it was."""

    name: str
    kind: dict[str, Any]
    day: date
    slots: dict[str, str]


class Told(NamedTuple):
    """An event in an article: half-open offsets of the sentence that tells it."""

    event: str
    article: str
    start: int
    end: int


@cache
def stock() -> dict[str, Any]:
    """What stories are made of."""
    return tomllib.loads((Path(__file__).parent / "stories.toml").read_text(encoding="utf-8"))


def corpus(number: int, seed: int = 7) -> Iterator[tuple[dict[str, str], list[Told]]]:
    """Yield ``number`` articles, each with what it tells."""
    chance = random.Random(seed)
    made, story = 0, 0
    while made < number:
        for happenings in _stories(chance, story):
            for article, told in _articles(chance, happenings, made):
                yield article, told
                made += 1
                if made == number:
                    return
        story += 1


def _stories(chance: random.Random, number: int) -> list[list[Happening]]:
    """A story and its look-alike: of other countries on the same days, or of the same ones a year later."""
    begin = FIRST_DAY + timedelta(days=chance.randrange(1000))
    days = sorted(begin + timedelta(days=chance.randrange(60)) for _ in range(chance.randint(3, 6)))
    kinds = [chance.choice(stock()["kinds"]) for _ in days]
    first, second, *others = chance.sample(stock()["countries"], 4)
    topic = chance.choice(stock()["topics"])
    story = _story(chance, f"s{number}", (first, second), topic, kinds, days)
    if chance.random() < 0.5:
        twin = _story(chance, f"s{number}x", (others[0], others[1]), topic, kinds, days)
    else:
        later = [day + timedelta(days=364) for day in days]
        twin = _story(chance, f"s{number}x", (first, second), topic, kinds, later)
    return [story, twin]


def _story(  # noqa: PLR0917
    chance: random.Random, name: str, two: tuple[list[str], list[str]], topic: str, kinds: list[Any], days: list[date]
) -> list[Happening]:
    (one, minister, city), (other, their_minister, _) = two
    slots = {"A": one, "a": minister, "city": city, "B": other, "b": their_minister, "topic": topic}
    return [
        Happening(f"{name}.{place}", kind, day, slots | {"n": str(chance.randint(3, 90))})
        for place, (kind, day) in enumerate(zip(kinds, days, strict=True))
    ]


def _articles(
    chance: random.Random, happenings: list[Happening], first: int
) -> Iterator[tuple[dict[str, str], list[Told]]]:
    number = first
    for place, news in enumerate(happenings):
        wire: tuple[str, str, list[Told], date] | None = None
        for paper in chance.sample(stock()["papers"], chance.randint(1, 5)):
            day = news.day + timedelta(days=chance.choice((0, 0, 1, 1, 2, 5)))
            name = f"a{number:06}"
            if wire and chance.random() < 0.3:
                title, text, told, day = wire
                told = [one._replace(article=name) for one in told]
            else:
                title = _filled(chance.choice(news.kind["titles"]), news, "")
                text, told = _text(chance, name, title, news, happenings[:place], day)
                wire = (title, text, told, day)
            shared = {"id": name, "title": title, "date": day.isoformat(), "source": paper, "text": text}
            # What a reader of tables joins in front of the text.
            lead = len(title) + 2
            yield shared, [one._replace(start=one.start + lead, end=one.end + lead) for one in told]
            number += 1


def _text(  # noqa: PLR0917
    chance: random.Random, name: str, title: str, news: Happening, before: list[Happening], day: date
) -> tuple[str, list[Told]]:
    sentences: list[tuple[str, str | None]] = []
    strays = chance.random() < 0.08
    told = news._replace(
        day=news.day - timedelta(days=int(strays)),
        slots=news.slots | ({"n": str(int(news.slots["n"]) + 2)} if chance.random() < 0.08 else {}),
    )
    sentences.append((_filled(chance.choice(news.kind["news"]), told, _when(chance, told.day, day)), news.name))
    for earlier in chance.sample(before, min(len(before), 3)):
        sentences += [(_filler(chance, news), None) for _ in range(3)]
        sentences.append(
            (_filled(chance.choice(earlier.kind["later"]), earlier, _date(chance, earlier.day, day)), earlier.name)
        )
    while sum(len(sentence.split()) for sentence, _ in sentences) < WORDS:
        sentences.append((_filler(chance, news), None))
    text, found = "", []
    for number, (sentence, event) in enumerate(sentences):
        text += ("\n\n" if number % 4 == 1 or number == 0 else " ") if text else ""
        if event:
            found.append(Told(event, name, len(text), len(text) + len(sentence)))
        text += sentence
    return text, found


def _filled(form: str, of: Happening, when: str) -> str:
    return form.format(**of.slots, when=when, when_first=when[:1].upper() + when[1:])


def _filler(chance: random.Random, news: Happening) -> str:
    return _filled(str(chance.choice(stock()["filler"]["sentences"])), news, "")


def _when(chance: random.Random, day: date, written: date) -> str:
    """Say a day as a paper of another day does."""
    past = (written - day).days
    near = {0: "today", 1: "yesterday"}.get(past)
    forms = [_date(chance, day, written)]
    forms += [f"on {day:%A}"] * 2 if past < 7 else []
    forms += [near] if near else []
    return chance.choice(forms)


def _date(chance: random.Random, day: date, written: date) -> str:
    year = f" {day.year}" if day.year != written.year or chance.random() < 0.3 else ""
    return f"on {day.day} {day:%B}{year}"


def write(number: int, seed: int, articles: Path, truth: Path | None) -> None:
    """Write both files."""
    with articles.open("w", encoding="utf-8") as out:
        told: list[Told] = []
        for article, events in corpus(number, seed):
            out.write(json.dumps(article, ensure_ascii=False) + "\n")
            told += events
    if truth:
        truth.write_text("".join(json.dumps(one._asdict()) + "\n" for one in told), encoding="utf-8")


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("number", type=int)
    parser.add_argument("articles", type=Path)
    parser.add_argument("--truth", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    write(options.number, options.seed, options.articles, options.truth)


if __name__ == "__main__":
    main()
