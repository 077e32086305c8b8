"""`content check [DIR] [--policy FILE] [--json]`: hold content files against every rule.

The other commands on content are in `content_tools`.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from nickaudit import paths
from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.cli.content_tools import copy, links, new_platform, roots, stale

if TYPE_CHECKING:
    from nickaudit.content.report import ContentReport

_WHOLE = ("policies", "platforms", "wording/en/together.toml", "wording/en/general.toml")

_SOME = ("policies", "platforms", "wording", "policy.toml")


@click.group(name="content", no_args_is_help=False)
def command() -> None:
    """Check content files: platforms and a school's policy. Make new ones, and keep them fresh."""


for _each in (new_platform, copy, stale, links):
    command.add_command(_each)


@command.command()
@click.argument("folder", metavar="[DIR]", required=False, type=NamedPath(exists=True, file_okay=False))
@click.option(
    "--policy",
    "document",
    metavar="FILE",
    type=NamedPath(exists=True, dir_okay=False),
    help="The school's policy (text or PDF): find each sentence in it.",
)
@click.option("--json", "in_json", is_flag=True, help="Print JSON.")
@click.pass_context
def check(context: click.Context, folder: Path | None, document: Path | None, in_json: bool) -> None:
    """Check the content of the program and your own, or that in DIR.

    DIR is a folder of your own content, held together with what came with the program; or it has policies,
    platforms and wording of its own in it, or a policy.toml alone. Every fault is one line: file, key,
    what is wrong and what to do. Ends with 0 if there is none, 1 if there are some.
    """
    from nickaudit.content.report import check_content

    if folder and not any((folder / name).exists() for name in _SOME):
        raise click.UsageError(
            f"There is no content in {folder}: no policies, no platforms, no wording, no policy.toml."
        )
    home: Path | None = context.obj
    places = _places(folder) if folder else roots(home)
    report = check_content(*places, policy_document=document)
    if in_json:
        console.as_json(_shape(report))
    else:
        for text in _lines(report, document=document):
            console.line(text)
    context.exit(1 if report.faults else 0)


def _places(folder: Path) -> tuple[Path, ...]:
    """A whole set of content stands alone; a part of one is held together with what came with the program."""
    stands_alone = (folder / "policy.toml").exists() or all((folder / name).exists() for name in _WHOLE)
    return (folder,) if stands_alone else (paths.resource("."), folder)


def _shape(report: "ContentReport") -> dict[str, object]:
    return {
        "ok": not report.faults,
        "faults": report.faults,
        "uncovered": report.uncovered,
        "without_clause": report.without_clause,
        "places": report.places,
    }


def _lines(report: "ContentReport", *, document: Path | None) -> Iterator[str]:
    for fault in report.faults:
        yield str(fault)
    if report.uncovered:
        yield (
            "Sentences of the policy that nothing covers:"
            if document
            else "Lines of the policy shown nowhere:"
        )
        for clause in report.uncovered:
            place = f"line {clause.line}, " if clause.line else ""
            yield f"  {place}{clause.heading}: {clause.text}"
    if report.without_clause:
        yield "Asked without a sentence of the policy (good practice):"
        for item in report.without_clause:
            yield f"  {item.file}: {item.id}: {item.text}"
    if document:
        yield f"Sentences found in the policy: {len(report.places)}."
    count = len(report.faults)
    yield "No faults." if not count else f"{count} fault{'' if count == 1 else 's'}."
