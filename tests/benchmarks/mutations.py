"""Share of random changes of logic that the tests notice.

    python tests/benchmarks/mutations.py [--count 40] [--skip 0] [--seed 7] [--rooms events,dates,merge] [--jobs 2]

A change swaps an operator, moves a bound or a number by one, doubles a `not`, drops an early return or turns a plain
answer round.  Each stands alone in a copy of the project: the tests of its room run first, then all others but the
browser's.  A survivor is printed with its place: a missing example, a needless condition, or a change of nothing.
"""

from __future__ import annotations

import argparse
import ast
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

ROOT = Path(__file__).parents[2]
_PAIRS = (
    (ast.Lt, ast.LtE), (ast.Gt, ast.GtE), (ast.Eq, ast.NotEq), (ast.In, ast.NotIn), (ast.Is, ast.IsNot),
    (ast.And, ast.Or), (ast.Add, ast.Sub), (ast.Mult, ast.FloorDiv),
)  # fmt: skip
SWAPS = dict(_PAIRS) | {other: one for one, other in _PAIRS}
PROCESSOR_SECONDS = 900  # many times what all tests need: what takes longer has become endless


def changes(tree: ast.AST) -> Iterator[tuple[ast.stmt | ast.expr, Callable[[], object]]]:
    """List what can be changed: the statement or expression, and what changes it in place."""
    for node in ast.walk(tree):
        match node:
            case ast.Compare(ops=[op, *_]) if type(op) in SWAPS:
                yield node, lambda node=node: node.ops.__setitem__(0, SWAPS[type(node.ops[0])]())
            case ast.BoolOp(op=op) | ast.BinOp(op=op) if type(op) in SWAPS:
                yield node, lambda node=node: setattr(node, "op", SWAPS[type(node.op)]())
            case ast.UnaryOp(op=ast.Not()):
                yield node, lambda node=node: setattr(node, "operand", ast.UnaryOp(ast.Not(), node.operand))
            case ast.Constant(value=int(value)) if not isinstance(value, bool):
                yield node, lambda node=node: setattr(node, "value", node.value + 1)
            case ast.If(body=[ast.Return() | ast.Continue()]):
                yield node, lambda node=node: setattr(node, "test", ast.Constant(value=False))
            case ast.Return(value=ast.Constant(value=bool())):
                yield node, lambda node=node: setattr(node.value, "value", not node.value.value)


def killed(folder: Path, places: Sequence[tuple[int, Path, int]]) -> int:
    """Make each change (its number, its file, its place there) in a copy of the project; count those a test notices."""
    count = 0
    for number, path, place in places:
        file = folder / path
        source = file.read_text(encoding="utf-8")
        tree = ast.parse(source)
        node, change = list(changes(tree))[place]
        before = ast.unparse(node).splitlines()[0]
        change()
        file.write_text(ast.unparse(tree), encoding="utf-8")
        room = (f"tests/{path.parts[1]}", f"timeline/{path.parts[1]}")
        survived = passes(folder, *room) and passes(folder, *(f"--ignore={part}" for part in room))
        file.write_text(source, encoding="utf-8")
        after = ast.unparse(node).splitlines()[0]
        print(
            f"{number:3} {'SURVIVED' if survived else 'killed  '} {path}:{node.lineno}: {before}  ->  {after}",
            flush=True,
        )
        count += not survived
    return count


def passes(folder: Path, *what: str) -> bool:
    """Tell whether tests pass in a copy of the project."""
    command = [sys.executable, "-B", "-m", "pytest", "-qx", "-m", "not browser", "-p", "no:cacheprovider", *what]
    limit = partial(resource.setrlimit, resource.RLIMIT_CPU, (PROCESSOR_SECONDS, PROCESSOR_SECONDS))
    done = subprocess.run(
        command,
        cwd=folder,
        env=os.environ | {"PYTHONPATH": str(folder)},
        capture_output=True,
        preexec_fn=limit,
        check=False,
    )
    return done.returncode == 0


def main() -> None:
    """Command line entry."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").split("\n")[0])
    for name, default in (("count", 40), ("skip", 0), ("seed", 7), ("jobs", 2)):
        parser.add_argument(f"--{name}", type=int, default=default)
    parser.add_argument("--rooms", default="events,dates,merge")
    options = parser.parse_args()
    files = [path for room in options.rooms.split(",") for path in sorted((ROOT / "timeline" / room).rglob("*.py"))]
    trees = {path.relative_to(ROOT): ast.parse(path.read_text(encoding="utf-8")) for path in files}
    places = [(path, place) for path, tree in trees.items() for place, _ in enumerate(changes(tree))]
    drawn = random.Random(options.seed).sample(places, options.count)
    chosen = [(number, *place) for number, place in enumerate(drawn, 1)][options.skip :]
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
