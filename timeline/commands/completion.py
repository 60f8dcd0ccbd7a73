"""``timeline completion``: the lines that let a shell complete commands, options and files."""

from __future__ import annotations

import click
from click.shell_completion import get_completion_class

_SHELLS = ("bash", "zsh", "fish")


@click.command(
    epilog="\b\nExamples:\n"
    '  bash, in ~/.bashrc:  eval "$(timeline completion bash)"\n'
    '  zsh, in ~/.zshrc:    eval "$(timeline completion zsh)"\n'
    "  fish:                timeline completion fish > ~/.config/fish/completions/timeline.fish"
)
@click.argument("shell", type=click.Choice(_SHELLS))
@click.pass_context
def completion(context: click.Context, shell: str) -> int:
    """Print what makes this SHELL complete commands, options and their values."""
    kind = get_completion_class(shell)
    assert kind is not None  # noqa: S101  (click knows these three)
    root = context.find_root()
    made = kind(root.command, {}, "timeline", "_TIMELINE_COMPLETE")
    click.echo(made.source_template % made.source_vars())  # .source() asks which bash is installed, which is not ours
    return 0
