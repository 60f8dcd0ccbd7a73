"""How the command sits in a shell: completion, help with examples that run, pipes, and no colours."""

from __future__ import annotations

import os
import pty
import re
import shutil
import subprocess
import sys
from pathlib import Path

import click
import pytest
from commands import article, timeline

from timeline import load
from timeline.cli import cli

SEEDS = Path(__file__).parent.parent / "seeds"


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_is_printed_for_each_shell(shell: str) -> None:
    done = timeline("completion", shell)
    assert done.returncode == 0
    assert f"_TIMELINE_COMPLETE={shell}_complete" in done.stdout


@pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not installed")
def test_bash_completes_commands_options_and_values(tmp_path: Path) -> None:
    """The script is loaded into a bash, and its function asked as bash asks it."""
    program = tmp_path / "timeline"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m timeline "$@"\n')
    program.chmod(0o755)

    def completed(*words: str) -> list[str]:
        script = (
            f'eval "$(timeline completion bash)"\nCOMP_WORDS=(timeline {" ".join(words)})\n'
            f'COMP_CWORD={len(words)}\n_timeline_completion timeline\nprintf "%s\\n" "${{COMPREPLY[@]}}"\n'
        )
        path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
        done = subprocess.run(
            ["bash", "-c", script], capture_output=True, text=True, env=os.environ | {"PATH": path}, check=True
        )
        return done.stdout.split()

    assert completed("expl") == ["explain"]
    assert completed("build", "--max") == ["--max-size"]
    assert completed("annotate", "--only", "e") == ["events"]


def test_the_help_tells_the_whole_purpose_of_each_command() -> None:
    listed = " ".join(timeline("--help").stdout.partition("Commands:")[2].split())
    assert "..." not in listed
    assert "Say which versions, language model, extras, browser, tables and settings there are" in listed


@pytest.mark.parametrize("name", ["", "build", "annotate", "render", "explain"])
def test_the_examples_of_the_help_run(tmp_path: Path, name: str) -> None:
    command = cli.commands.get(name, cli)
    assert command.epilog
    examples = [line.strip() for line in command.epilog.splitlines() if line.startswith("  ")]
    assert len(examples) >= 2
    shown = timeline(*filter(None, [name]), "--help").stdout
    assert all(example in shown for example in examples)
    shutil.copytree(SEEDS, tmp_path / "seeds")
    shutil.copytree(SEEDS, tmp_path / "articles")
    article(tmp_path, "article.txt")
    (tmp_path / "feed.xml").write_text(
        "<rss version='2.0'><channel><title>Feed</title><item><title>Talks</title><pubDate>Thu, 07 Nov 2024 10:00:00 "
        "GMT</pubDate><description>Japan's minister met the US envoy on Monday.</description></item></channel></rss>"
    )
    (tmp_path / "articles.jsonl").write_text('{"id": "a", "text": "They met on Monday.", "dct": "2024-11-07"}\n')
    if name in ("", "render", "explain"):
        assert timeline("build", "seeds", "--quiet", cwd=tmp_path).returncode in (0, 3)
        event = load(tmp_path / "output" / "timeline.json").everything[0].id
        examples = [example.replace("EVENT_ID", event) for example in examples]
    shim = f'timeline() {{ "{sys.executable}" -m timeline "$@"; }}\n'
    for example in examples:
        done = subprocess.run(
            ["bash", "-c", shim + example], cwd=tmp_path, capture_output=True, text=True, timeout=120, check=False
        )
        assert done.returncode in (0, 3), f"{example}: {done.stderr}"  # 3: the seed states no date
        assert "Traceback" not in done.stderr


def test_one_format_goes_to_standard_output_and_comes_back(tmp_path: Path) -> None:
    article(tmp_path)
    timeline("build", "talks.txt", cwd=tmp_path)
    made = timeline("build", "talks.txt", "--format", "json", "-o", "-", cwd=tmp_path)
    assert made.stdout == (tmp_path / "output" / "timeline.json").read_text()
    assert made.stderr.splitlines()[0].endswith(": standard output")
    page = timeline("render", "-", given=made.stdout, cwd=tmp_path)
    assert page.stdout == (tmp_path / "output" / "timeline.html").read_text()
    event = load(tmp_path / "output" / "timeline.json").events[0].id
    assert event in timeline("explain", "-", event, given=made.stdout).stdout
    assert {path.name for path in tmp_path.iterdir()} == {"talks.txt", "talks.toml", "output"}


def test_corrections_come_from_standard_input(tmp_path: Path) -> None:
    article(tmp_path)
    timeline("build", "talks.txt", cwd=tmp_path)
    event = load(tmp_path / "output" / "timeline.json").events[0].id
    given = f'{{"corrections": [{{"event": "{event}", "title": "Put right"}}]}}'
    done = timeline("build", "talks.txt", "--corrections", "-", given=given, cwd=tmp_path)
    assert done.returncode == 0
    assert "Put right" in {one.title for one in load(tmp_path / "output" / "timeline.json")}
    done = timeline("build", "talks.txt", "--corrections", "-", given="{", cwd=tmp_path)
    assert done.stderr.startswith("timeline: standard input: is no valid JSON")


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["build", "talks.txt", "-o", "-"], "standard output takes one format"),
        (["build", "-", "--corrections", "-"], "standard input cannot be both"),
        (["watch", "-"], "what is watched are files and folders, not -"),
        (["watch", "talks.txt", "-o", "-", "--format", "csv"], "what is watched are files and folders, not -"),
    ],
)
def test_what_cannot_be_a_pipe_is_wrong_usage(tmp_path: Path, arguments: list[str], says: str) -> None:
    article(tmp_path)
    done = timeline(*arguments, cwd=tmp_path)
    assert done.returncode == 2
    assert says in done.stderr


@pytest.mark.parametrize("environment", [{}, {"NO_COLOR": "1"}, {"FORCE_COLOR": "1", "TERM": "xterm-256color"}])
def test_no_colour_is_written_even_to_a_terminal(tmp_path: Path, environment: dict[str, str]) -> None:
    article(tmp_path, text="It rained in Oslo.\n")
    terminal, inner = pty.openpty()
    command = [sys.executable, "-m", "timeline", "build", "talks.txt", "no-such.txt"]
    with subprocess.Popen(command, cwd=tmp_path, stdout=inner, stderr=inner, env=os.environ | environment):
        os.close(inner)
        said = b""
        while chunk := _read(terminal):
            said += chunk
    os.close(terminal)
    assert b"no-such.txt" in said
    assert b"Reading articles" in said
    assert not re.search(rb"\x1b\[[0-9;]*m", said)


def _read(terminal: int) -> bytes:
    try:
        return os.read(terminal, 1000)
    except OSError:  # Linux says so where the other end is closed
        return b""


def test_every_option_of_ours_says_what_it_is_for() -> None:
    wordless = [
        f"{name} {parameter.name}"
        for name, command in cli.commands.items()
        for parameter in command.params
        if isinstance(parameter, click.Option) and not parameter.help
    ]
    assert wordless == []


def test_the_help_loads_nothing_heavy() -> None:
    code = (
        "import sys\nfrom timeline.cli import main\n"
        "try: main()\nfinally: print(sorted({name.split('.')[0] for name in sys.modules}), file=sys.stderr)"
    )
    done = subprocess.run([sys.executable, "-c", code, "--help"], capture_output=True, text=True, check=True)
    loaded = set(re.findall(r"'(\w+)'", done.stderr))
    assert "click" in loaded
    assert not loaded & {"pydantic", "spacy", "numpy", "plotly", "packaging"}
