"""`nickaudit checklist --accounts facebook,instagram -o FILE.pdf`: the check on paper, without a window.

Exit code 0 where the booklet was saved; 1 where it could not be; 2 for bad usage.
"""

from pathlib import Path

import click

from nickaudit.cli import console
from nickaudit.cli.arguments import NamedPath


@click.command("checklist")
@click.option("--accounts", default="", metavar="NAMES", help="Sites and apps, with commas between them.")
@click.option("--online-in-job", is_flag=True, help="With the page for those who post for the school.")
@click.option("--replace", is_flag=True, help="Save over a file that is there already.")
@click.option("-o", "--output", required=True, type=NamedPath(dir_okay=False), help="The PDF to make.")
@click.pass_obj
def command(home: Path | None, accounts: str, online_in_job: bool, replace: bool, output: Path) -> None:
    """Make a booklet to print: the check on paper.

    It stays with the person. Only its last page, a slip, is handed in.
    Exit code: 0 if it was saved, 1 if it could not be.
    """
    from nickaudit import paths
    from nickaudit.bootstrap import content_for
    from nickaudit.services import paper_checklist

    content = content_for(paths.data_home(home), resources=paths.resource(".")).content
    named = paper_checklist.accounts_named(content, accounts.split(","))
    booklet = paper_checklist.booklet_for(content, named, online_in_job=online_in_job)
    console.line(f"Saved {paper_checklist.save(booklet, to=output, replace=replace)}")
