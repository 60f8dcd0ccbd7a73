"""What reading and dating saved pages costs beside trafilatura alone, and texts a second.

    python tests/benchmarks/reading.py [--pages 1000] [--texts 1000] [--profile]

Makes the files itself, always the same: pages of five layouts with their dates in six places, and plain texts of 300 to
3,000 characters.  Reading and dating is all that comes before the date stage.  Page by page one after the other, so
that both meet the same load; processor seconds.  Exit code 1 where a page costs more than 1.3 times trafilatura alone.
"""

from __future__ import annotations

import argparse
import cProfile
import pstats
import random
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from trafilatura import bare_extraction

from timeline.analysis import decide
from timeline.articles.discover import Located
from timeline.articles.read import read
from timeline.articles.sentences import sentences

ALLOWED = 1.3
_DATES = {"extensive_search": False, "original_date": True}
_WHO = ("Premier Haas", "President Lind", "The foreign ministry of Norway", "Envoys of both countries", "A spokesman")
_DID = ("met the delegation", "signed the accord", "rejected the offer", "called for talks", "visited the harbour")
_WHEN = ("on Monday", "last month", "in October", "on 3 November 2024", "this week", "yesterday", "after two years")
_REST = (
    "and said that the fishing grounds would stay open until both sides had agreed on a treaty",
    "although the opposition had warned that the ferry line would not survive another winter of quarrels",
    "while officials in the capital declined to say who had asked for the meeting",
)


def pages(count: int) -> Iterator[str]:
    """Make pages that differ in layout, length, navigation and where they say their date."""
    draw = random.Random(7)
    for number in range(count):
        title = f"{draw.choice(_WHO)} {draw.choice(_DID)} {number}"
        body = [_paragraph(draw) for _ in range(draw.randint(5, 40))]
        head, line = _stamps(draw, number)
        yield _page(draw, title, body, head, line)


def texts(count: int) -> Iterator[str]:
    """Make plain texts; half of them say their day under the title."""
    draw = random.Random(11)
    for number in range(count):
        day = f"Published: {1 + number % 28} November 2024\n\n" if number % 2 else ""
        body = "\n\n".join(_paragraph(draw) for _ in range(draw.randint(1, 9)))
        yield f"{draw.choice(_WHO)} {draw.choice(_DID)}\n\n{day}{body}\n"


def _paragraph(draw: random.Random) -> str:
    parts = ((_WHO, _DID, _WHEN, _REST) for _ in range(draw.randint(1, 4)))
    return " ".join(" ".join(draw.choice(words) for words in part) + "." for part in parts)


def _stamps(draw: random.Random, number: int) -> tuple[str, str]:
    day = f"2024-{1 + number % 12:02}-{1 + number % 28:02}"
    zone = draw.choice(("Z", "+09:00", "-05:00", "+01:00"))
    places = (
        (f'<script type="application/ld+json">{{"@context": "https://schema.org", "@type": "NewsArticle", '
         f'"datePublished": "{day}T23:10:00{zone}", "dateModified": "2025-01-02T00:00:00{zone}"}}</script>', ""),
        (f'<meta property="article:published_time" content="{day}T01:10:00{zone}">', ""),
        (f'<meta name="DC.date" content="{day}"><meta name="lastmod" content="2025-01-02">', ""),
        ("", f'<p>By Mara Vell <time class="published" datetime="{day}T12:00:00{zone}">{day}</time></p>'),
        ("", f'<p class="date">Published {day}</p>'),
        ("", ""),
    )  # fmt: skip
    return places[number % len(places)]


def _page(draw: random.Random, title: str, body: list[str], head: str, line: str) -> str:
    links = "".join(f'<li><a href="/{n}">{_paragraph(draw)[:50]}</a></li>' for n in range(draw.randint(10, 80)))
    figures = ", ".join(str(draw.randint(0, 9999)) for _ in range(draw.randint(50, 2000)))
    figure = '<figure><img src="a.jpg" alt=""><figcaption>Haas in Oslo. Photo: NP</figcaption></figure>'
    text = "".join(f"<p>{part}</p>" + figure * (number == 2) for number, part in enumerate(body))
    before, after = draw.choice((
        ("<article>", "</article>"),
        ('<main><div class="post"><div class="entry-content">', "</div></div></main>"),
        ('<div id="content"><div class="story-body">', f'</div><aside class="related">{links}</aside></div>'),
        ('<section itemscope itemtype="https://schema.org/NewsArticle">', "</section>"),
        (f"<table><tr><td>{links}</td><td>", "</td></tr></table>"),
    ))  # fmt: skip
    return (
        f'<!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>{title} - Orsk Daily</title>{head}'
        f"<script>var data = [{figures}];</script></head><body><nav><ul>{links}</ul></nav>"
        f"{before}<h1>{title}</h1>{line}{text}{after}"
        f'<div class="newsletter">Sign up for our newsletter</div><footer><ul>{links}</ul>© 2025 Orsk Daily</footer>'
        "</body></html>"
    )


def spent(work: Callable[[], object]) -> float:
    """Processor seconds of one call."""
    began = time.process_time()
    work()
    return time.process_time() - began


def ours(path: Path) -> None:
    """Read and date the articles of a file."""
    for article in read(Located(path, path.name)):
        decide(article, sentences(article.text, article.blocks))


def alone(path: Path) -> None:
    """Let trafilatura read and date a page."""
    bare_extraction(
        path.read_bytes(), with_metadata=True, include_comments=False, date_extraction_params=dict(_DATES)
    )  # fmt: skip


def main() -> int:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    parser.add_argument("--pages", type=int, default=1000)
    parser.add_argument("--texts", type=int, default=1000)
    parser.add_argument("--profile", action="store_true", help="also print where the time of the pages goes")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        web = _written(Path(folder), "html", pages(options.pages))
        plain = _written(Path(folder), "txt", texts(options.texts))
        for path in (*web[:10], *plain[:10]):
            ours(path)
        for path in web[:10]:
            alone(path)
        pairs = [(spent(lambda path=path: alone(path)), spent(lambda path=path: ours(path))) for path in web]
        base, own = sum(a for a, _ in pairs), sum(b for _, b in pairs)
        print(f"{len(web)} pages, {sum(path.stat().st_size for path in web) / 1e6:.1f} MB")
        print(f"trafilatura alone {base:.2f} s, reading and dating {own:.2f} s: {own / base:.2f} times")
        inferred = sum(spent(lambda path=path: ours(path)) for path in plain)
        for number, path in enumerate(plain):
            path.with_suffix(".toml").write_text(f"dct = 2024-11-{1 + number % 28:02}\n", encoding="utf-8")
        stated = sum(spent(lambda path=path: ours(path)) for path in plain)
        print(f"{len(plain)} texts: {len(plain) / stated:.0f} a second where a sidecar says the day")
        print(f"{len(plain) / inferred:.0f} a second where it is inferred")
        if options.profile:
            profile = cProfile.Profile()
            profile.runcall(lambda: [ours(path) for path in web[:300]])
            pstats.Stats(profile).sort_stats("cumtime").print_stats(35)
    return int(own > ALLOWED * base)


def _written(folder: Path, suffix: str, contents: Iterator[str]) -> list[Path]:
    paths = []
    for number, content in enumerate(contents):
        paths.append(folder / f"{number:04}.{suffix}")
        paths[-1].write_text(content, encoding="utf-8")
    return paths


if __name__ == "__main__":
    sys.exit(main())
