"""``timeline evaluate``: how right it is on articles whose truth you have written down."""

from __future__ import annotations

import json
from pathlib import Path

import click

from timeline import given, messages
from timeline.errors import ArticleError


@click.command(epilog="\b\nExamples:\n  timeline evaluate gold.jsonl\n  timeline evaluate gold.jsonl --errors | less")
@click.argument("gold", metavar="GOLD.jsonl|-", type=click.Path(path_type=Path, allow_dash=True))
@click.option("--errors", is_flag=True, help="List what is missed, not right, or not wanted.")
def evaluate(gold: Path, errors: bool) -> int:
    """Compare what is found in articles with what careful readers found: F1 of expressions, events and timelines.

    docs/gold.md tells how to write such a file; - is standard input.
    """
    from timeline.evaluate import evaluate as evaluated
    from timeline.evaluate import read

    try:
        data = given.read(gold)
    except OSError as error:
        raise ArticleError(f"{gold}: cannot be read ({error.strerror}); check the path") from error
    parts = list(evaluated(read(data.split(b"\n"), given.called(gold))))
    if not parts:
        raise ArticleError(f"{gold}: has no article with timexes or events; see docs/gold.md")
    if messages.is_json():
        click.echo(json.dumps({part.name: {"articles": part.articles, **part.figures} for part in parts}))
        return 0
    for part in parts:
        for line in part.errors if errors else ():
            click.echo(f"{part.name}\t{line}")
        told = "  ".join(f"{name} {value}" for name, value in part.figures.items())
        click.echo(f"{part.name} ({part.articles}): {told}")
    return 0
