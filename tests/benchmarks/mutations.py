"""Share of random changes of logic that the tests notice.

    python tests/benchmarks/mutations.py [--count 40] [--skip 0] [--seed 7] [--rooms events,dates,merge] [--jobs 2]

A change swaps an operator, moves a bound or a number by one, doubles a `not`, drops an early return or turns a plain
answer round.  Each stands alone in a copy of the project, where all tests but the browser's run until one fails: first
those of the change's room, and of these the files that have noticed most changes so far.  A survivor is printed with
its place: a missing example, a needless condition, or a change of nothing.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import re
import resource
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path
from typing import Any

ROOT = Path(__file__).parents[2]
_PAIRS = (
    (ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot),
    (ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.FloorDiv),
)  # fmt: skip
SWAPS: dict[type[ast.AST], type[Any]] = dict(_PAIRS) | {other: one for one, other in _PAIRS}
PROCESSOR_SECONDS = 3000  # some times what all tests need: what takes longer has become endless
NOTICED: Counter[str] = Counter()  # changes noticed so far, by file with tests


def changes(tree: ast.AST) -> Iterator[tuple[ast.expr, Callable[[], ast.expr]]]:
    """List what can be changed: the expression, and what makes another of it."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(left=left, ops=[op, *others], comparators=values) if type(op) in SWAPS:
                yield node, partial(ast.Compare, left, [SWAPS[type(op)](), *others], values)
            case ast.BoolOp(op=op, values=values) if type(op) in SWAPS:
                yield node, partial(ast.BoolOp, SWAPS[type(op)](), values)
            case ast.BinOp(left=left, op=op, right=right) if type(op) in SWAPS:
                yield node, partial(ast.BinOp, left, SWAPS[type(op)](), right)
            case ast.UnaryOp(op=ast.Not()):
                yield node, partial(ast.UnaryOp, ast.Not(), node)
            case ast.Constant(value=int(value)) if not isinstance(value, bool):
                yield node, partial(ast.Constant, value + 1)
            case ast.If(test=test, body=[ast.Return() | ast.Continue()]):
                yield test, partial(ast.Constant, False)
            case ast.Return(value=ast.Constant(value=bool(value)) as answer):
                yield answer, partial(ast.Constant, not value)


def places(source: str) -> list[tuple[ast.expr, Callable[[], ast.expr]]]:
    """List the changes of a file, but for those within formatted strings, whose place the parser does not tell."""
    tree = ast.parse(source)
    formatted = {part for node in ast.walk(tree) if isinstance(node, ast.JoinedStr) for part in ast.walk(node)}
    return [(node, change) for node, change in changes(tree) if node not in formatted]


def with_change(source: str, place: int) -> tuple[str, str]:
    """Make one change of a file, all else as it stands: the new text, and the line before and after in words."""
    node, change = places(source)[place]
    lines = source.encode().splitlines(keepends=True)
    start = sum(map(len, lines[: node.lineno - 1])) + node.col_offset
    end = sum(map(len, lines[: (node.end_lineno or 0) - 1])) + (node.end_col_offset or 0)
    after = ast.unparse(ast.fix_missing_locations(change()))
    text = b"".join(lines)
    said = f"{node.lineno}: {' '.join(text[start:end].decode().split())}  ->  {after}"
    return (text[:start] + f"({after})".encode() + text[end:]).decode(), said


def killed(folder: Path, drawn: Sequence[tuple[int, Path, int]]) -> int:
    """Make each change (its number, its file, its place there) in a copy of the project; count those a test notices."""
    count = 0
    for number, path, place in drawn:
        file = folder / path
        source = file.read_text(encoding="utf-8")
        changed, said = with_change(source, place)
        file.write_text(changed, encoding="utf-8")
        survived = passes(folder, *in_order(folder, path.parts[1]))
        file.write_text(source, encoding="utf-8")
        print(f"{number:3} {'SURVIVED' if survived else 'killed  '} {path}:{said}", flush=True)
        count += not survived
    return count


def in_order(folder: Path, room: str) -> list[str]:
    """List the files with tests of a copy of the project: the likeliest to notice a change in a room first."""
    files = [str(file.relative_to(folder)) for file in sorted((folder / "tests").rglob("test_*.py"))]
    return [*sorted(files, key=lambda file: (not file.startswith(f"tests/{room}/"), -NOTICED[file])), "timeline"]


def passes(folder: Path, *what: str) -> bool:
    """Tell whether tests pass in a copy of the project, and count the file of one that does not."""
    command = [sys.executable, "-B", "-m", "pytest", "-qx", "-m", "not browser", "-p", "no:cacheprovider", *what]
    limit = partial(resource.setrlimit, resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        text=True,
        preexec_fn=limit,
        check=False,
    )
    NOTICED.update(re.findall(r"^(?:FAILED|ERROR) (tests/[^:\s]+)", done.stdout, re.MULTILINE))
    return done.returncode == 0


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name, default in (("count", 40), ("skip", 0), ("seed", 7), ("jobs", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rooms", default="events,dates,merge")
    options = parser.parse_args()
    files = [path for room in options.rooms.split(",") for path in sorted((ROOT / "timeline" / room).rglob("*.py"))]
    every = [
        (path.relative_to(ROOT), place)
        for path in files
        for place, _ in enumerate(places(path.read_text(encoding="utf-8")))
    ]
    sample = random.Random(options.seed).sample(every, options.count)
    chosen = [(number, *place) for number, place in enumerate(sample, 1)][options.skip :]
    with tempfile.TemporaryDirectory() as temporary, ThreadPoolExecutor(options.jobs) as pool:
        copies = [Path(temporary, str(number)) for number in range(options.jobs)]
        for copy in copies:
            shutil.copytree(ROOT, copy, ignore=shutil.ignore_patterns(".git", ".venv", "*cache*", "output"))
        if not passes(copies[0]):
            sys.exit("the tests fail without any change")
        shares = [chosen[number :: options.jobs] for number in range(options.jobs)]
        print(f"{sum(pool.map(killed, copies, shares))} of {len(chosen)} killed")


if __name__ == "__main__":
    main()
