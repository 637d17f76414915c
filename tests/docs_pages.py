"""`python -m tests.docs_pages`: writes the pages of docs/ that are made from the program itself."""

from __future__ import annotations

from pathlib import Path

import click

from listen.cli import COMMANDS, cli

DOCS = Path(__file__).resolve().parents[1] / "docs"
HEAD = """# Command line

Made from the program's own help by `python -m tests.docs_pages`.

`listen SOURCE` is short for `listen make SOURCE`. SOURCE is a path, a URL, or `-` for standard input. Human
words go to standard error, with a progress bar when it is a terminal; with `--json` one JSON object for each
episode goes to standard output and nothing else does.

Exit status: 0 done, 1 a clear error in one line that says what to do, 2 wrong usage, 3 a bug (with how to
report it), 130 interrupted, 143 ended by `kill`.

Completion of commands, voices and engines: `eval "$(_LISTEN_COMPLETE=bash_source listen)"` in `~/.bashrc`,
`eval "$(_LISTEN_COMPLETE=zsh_source listen)"` in `~/.zshrc`, and in fish
`_LISTEN_COMPLETE=fish_source listen | source`.
"""


def command_line() -> str:
    """The page of all commands: name, usage, what it does, a line for each option."""
    parts = [HEAD]
    for name in COMMANDS:
        context = click.Context(cli, info_name="listen")
        command = cli.get_command(context, name)
        assert command is not None
        parts += _command(command, click.Context(command, info_name=name, parent=context), "##")
    return "\n".join(parts).rstrip() + "\n"


def _command(command: click.Command, context: click.Context, level: str) -> list[str]:
    usage = " ".join([context.command_path, *command.collect_usage_pieces(context)])
    lines = [f"{level} {context.command_path}\n", f"```\n{usage}\n```\n", f"{(command.help or '').strip()}\n"]
    rows = [record for p in command.get_params(context) if (record := p.get_help_record(context))]
    rows = [row for row in rows if "--help" not in row[0]]
    if rows:
        lines += ["| option | |", "|---|---|"]
        lines += [f"| `{_cell(name)}` | {_cell(text)} |" for name, text in rows]
        lines.append("")
    if isinstance(command, click.Group):
        for name in command.list_commands(context):
            inner = command.get_command(context, name)
            if inner is not None and not inner.hidden:
                lines += _command(inner, click.Context(inner, info_name=name, parent=context), level + "#")
    return lines


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


if __name__ == "__main__":
    (DOCS / "command-line.md").write_text(command_line(), encoding="utf-8", newline="\n")
