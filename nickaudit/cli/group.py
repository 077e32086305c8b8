"""The commands by their names, as click knows them. A command's file is loaded only when it is used."""

import importlib
from collections.abc import Sequence
from pathlib import Path

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.cli.school_files import with_school_option

_COMMANDS = {
    "checklist": "Make the check on paper, as a booklet to print.",
    "content": "Check content files: platforms and a school's policy.",
    "keys": "Say where each key lives, and move it.",
    "report": "Print who has finished, from a folder of certificates.",
    "school": "Set a school up once, and look after its school file.",
    "tour": "Walk through the whole program and leave pictures.",
    "verify": "Say whether certificates are unchanged since they were signed.",
}
BAD_USAGE, INTERRUPTED = 2, 130


class _LazyCommands(click.Group):
    """Knows the commands by name and imports one when it is called."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return sorted(_COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in _COMMANDS:
            return None
        command: click.Command = importlib.import_module(f"nickaudit.cli.{cmd_name}").command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl(sorted(_COMMANDS.items()))


@click.command(cls=_LazyCommands, invoke_without_command=True)
@click.option(
    "--home",
    type=NamedPath(file_okay=False),
    help="Keep all data in this folder (else NICKAUDIT_HOME, else the usual place).",
)
@click.option(
    "--school",
    type=NamedPath(dir_okay=False),
    help="Open the window at this school file. It is shown first; nothing is used before you say so.",
)
@click.option("--version", "show_version", is_flag=True, help="Print the version.")
@click.pass_context
def _group(context: click.Context, home: Path | None, school: Path | None, show_version: bool) -> None:
    """Check your own social media against the school's policy. With no command, the window opens."""
    context.obj = home
    if show_version:
        console.line(console.version())
        context.exit(0)
    if context.invoked_subcommand is None:
        from nickaudit.cli.window import open_window

        context.exit(open_window(home, school=school))
    if school is not None:
        raise click.UsageError("--school opens the window, so no command goes with it.")


def run(arguments: Sequence[str]) -> int:
    """Run what the arguments name; 2 for bad usage."""
    try:
        code = _group.main(args=with_school_option(arguments), prog_name="nickaudit", standalone_mode=False)
    except click.ClickException as problem:
        console.error(f"nickaudit: {problem.format_message()}")
        return BAD_USAGE
    except click.Abort:
        console.error("nickaudit: stopped.")
        return INTERRUPTED
    return code if isinstance(code, int) else 0
