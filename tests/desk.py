"""Score the timelines of our invented articles as ``timeline evaluate`` does.

    python tests/desk.py [--errors] [NAME ...]

builds the articles of ``corpus/articles`` (or those whose names begin so) and prints the figures of all and of each
genre; ``--errors`` lists the events that are missed, the rows that tell none or one told already, and those that are
not right.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
from pathlib import Path

from desk_articles import build, load

from timeline.evaluate.desk import count, errors, figures, judge, rows


def main() -> None:
    """Print the figures, and the errors where asked."""
    parser = argparse.ArgumentParser(description=str(__doc__).split("\n", 1)[0])
    parser.add_argument("names", nargs="*", default=[""], metavar="NAME", help="first letters of articles' names")
    parser.add_argument("--errors", action="store_true", help="list what is wrong")
    options = parser.parse_args()
    articles = [article for article in load() if article.name.startswith(tuple(options.names))]
    with tempfile.TemporaryDirectory() as folder:
        judged = [judge(article, rows(build(article, Path(folder)))) for article in articles]
    lines = [line for one in judged for line in errors(one)] if options.errors else []
    genres = {one.name: one.genre for one in articles}
    groups = {"all": judged}
    for one in judged:
        groups.setdefault(genres[one.article.name], []).append(one)
    for name, group in groups.items():
        told = " ".join(f"{key} {value}" for key, value in figures(map(count, group)).items())
        lines.append(f"{name} ({len(group)}): {told}")
    sys.stdout.write("".join(f"{line}\n" for line in lines))


if __name__ == "__main__":
    main()
