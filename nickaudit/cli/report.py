"""`nickaudit report DIR [--json]`: the head's table for a folder of certificates, without a window.

Nothing is written. Exit code 0 where the folder was read, whatever it holds; 1 where it could not be read; 2
for bad usage.
"""

from pathlib import Path

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.due_dates import in_short, weekday_in_words
from nickaudit.domain.status import Report, Row, for_others_in_words, surname_first
from nickaudit.services.opening import NO_KEYS
from nickaudit.ui import messages


@click.command("report")
@click.argument("folder", metavar="DIR", type=NamedPath())
@click.option("--json", "wants_json", is_flag=True, help="Print JSON with a version number.")
@click.pass_obj
def command(home: Path | None, folder: Path, wants_json: bool) -> None:
    """Print who has finished, from a folder of certificates.

    Certificates are the files that end in .nickaudit-certificate, .nickaudit-sealed or .pdf in DIR itself.
    Sealed ones are read where this computer has a key for them. Nothing is written, and whom the head has
    confirmed in the window is not looked at.
    Exit code: 0 if the folder was read, 1 if it could not be read.
    """
    from nickaudit import paths
    from nickaudit.bootstrap import local_now
    from nickaudit.content.own import read_with_own
    from nickaudit.services import own_school
    from nickaudit.services.reading_round import keys_in
    from nickaudit.services.report import report_of_folder

    added = paths.own_content(home)
    place = added.parent
    content = read_with_own(paths.resource("."), added, school=paths.school_content(place)).content
    # A home that is not there is not made for this.
    own, keys = (own_school.known(place), keys_in(place)) if place.is_dir() else ((), NO_KEYS)
    report = report_of_folder(folder, now=local_now(), content=content, own=own, keys=keys)
    if wants_json:
        console.as_json(_shape(report))
    else:
        _print(report)


def _print(report: Report) -> None:
    console.line(f"{report.school} · as of {weekday_in_words(report.as_of)}")
    totals = f"{report.finished} finished, {report.due} due, {report.overdue} overdue"
    console.line(f"{len(report.rows)} on the list: {totals}")
    if report.rows:
        console.line()
        console.table(
            [_cells(row, report) for row in report.rows],
            header=("Name", "Role", "Status", "Finished on", "Next due", "Note"),
        )
    if words := for_others_in_words(report):
        console.line()
        console.line(words)
    if report.sealed_for_others:
        console.line()
        console.line(_sealed_for_others(report.sealed_for_others))
    if listed := [file for file in report.set_aside if file.reason is not Refusal.SEALED_FOR_OTHERS]:
        console.line()
        console.table(
            [(file.file_name, messages.set_aside_in_words(file)) for file in listed],
            header=("Files that need a look", "Why"),
        )


def _sealed_for_others(files: int) -> str:
    """Thousands of them are one line, not a table."""
    if files == 1:
        return "1 file is sealed for somebody else: no key on this computer opens it."
    return f"{files:,} files are sealed for somebody else: no key on this computer opens them."


def _cells(row: Row, report: Report) -> tuple[str, ...]:
    return (
        surname_first(row.name),
        row.role,
        messages.status_in_words(row, as_of=report.as_of),
        in_short(row.finished_on),
        in_short(row.next_due),
        "; ".join(messages.NOTES[note] for note in row.notes),
    )


def _shape(report: Report) -> dict[str, object]:
    return {
        "as_of": report.as_of,
        "school": report.school,
        "finished": report.finished,
        "due": report.due,
        "overdue": report.overdue,
        "sealed_for_others": report.sealed_for_others,
        "for_head_reader": report.for_head_reader,
        "for_readers": report.for_readers,
        "people": [
            {
                "name": row.name,
                "role": row.role,
                "status": row.status,
                "finished_on": row.finished_on,
                "next_due": row.next_due,
                "notes": row.notes,
                "number": row.number,
                "key": row.key,
                "school": row.school,
            }
            for row in report.rows
        ],
        "set_aside": [
            {
                "file": file.file_name,
                "reason": "copy" if file.reason is None else file.reason,
                "copy_of": file.copy_of,
                "seen_on": file.seen_on,
            }
            for file in report.set_aside
        ],
    }
