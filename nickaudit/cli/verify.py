"""`nickaudit verify FILE… [--json]`: whether certificates are unchanged, and what they say."""

from functools import cache
from pathlib import Path

import click

from nickaudit import paths
from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.documents.certificate_words import words_of
from nickaudit.services.school_keys import reader_keys
from nickaudit.services.verification import Verdict, verify_file
from nickaudit.ui.messages import REFUSALS


@click.command("verify")
@click.argument("files", metavar="FILE…", nargs=-1, required=True, type=NamedPath())
@click.option("--json", "as_json", is_flag=True, help="Print the results as JSON.")
@click.pass_context
def command(context: click.Context, files: tuple[Path, ...], as_json: bool) -> None:
    """Say whether certificates are unchanged since they were signed. Takes signed files and PDFs.

    Sealed files are opened where this computer has a key for them.
    """

    @cache
    def keys() -> tuple[str, ...]:
        home = paths.own_content(context.obj).parent
        return reader_keys(home) if home.is_dir() else ()  # one that is not there is not made for this

    verdicts = [verify_file(path, keys=keys) for path in files]
    if as_json:
        console.as_json({"files": [_as_plain(verdict) for verdict in verdicts]})
    else:
        for verdict in verdicts:
            for text in _in_lines(verdict):
                console.line(text)
    context.exit(0 if all(verdict.ok for verdict in verdicts) else 1)


def _in_lines(verdict: Verdict) -> list[str]:
    if verdict.claims is None:
        why = REFUSALS[verdict.reason] if verdict.reason else ""
        return [f"{verdict.file}: not accepted. {why}"]
    words = words_of(verdict.claims)
    lines = [
        f"{verdict.file}: unchanged since it was signed.",
        f"  {words.name}, {words.school}",
        f"  {words.sentence}",
        *(f"  {label}: {value}" for label, value in words.rows),
        f"  Certificate {verdict.claims.number}, signed with key {verdict.key}",
    ]
    if verdict.is_pdf:
        lines.append("  This is what the signed file inside the PDF says: compare it with the page.")
    return lines


def _as_plain(verdict: Verdict) -> dict[str, object]:
    claims = verdict.claims
    return {
        "file": str(verdict.file),
        "ok": verdict.ok,
        "reason": "unchanged since it was signed" if verdict.reason is None else verdict.reason.value,
        "person": claims.name if claims else None,
        "issued": claims.finished_on if claims else None,
        "policy": claims.policy_title if claims else None,
        "next_due": claims.next_due if claims else None,
        "key": verdict.key or None,
    }
