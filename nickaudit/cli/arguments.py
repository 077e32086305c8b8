"""What the commands take: a path that has a name."""

import os
from pathlib import Path

import click


class NamedPath(click.Path):
    """A file or folder. An empty name is bad usage: it would mean the folder one happens to be in."""

    def convert(
        self, value: str | os.PathLike[str], param: click.Parameter | None, ctx: click.Context | None
    ) -> Path:
        if value == "":
            self.fail("The name is empty.", param, ctx)
        return Path(os.fsdecode(super().convert(value, param, ctx)))
