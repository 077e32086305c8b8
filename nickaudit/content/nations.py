"""The words of each nation of the United Kingdom, from the one file that has them."""

import tomllib
from pathlib import Path

import msgspec

from nickaudit.content.roots import WORDING
from nickaudit.domain.nation_words import NationWords
from nickaudit.domain.school import Nation

FILE_NAME = "nations.toml"


def read_nations(resources: Path) -> dict[Nation, NationWords]:
    """The words of every nation; the file comes with the program."""
    text = (resources / WORDING / FILE_NAME).read_text(encoding="utf-8")
    return msgspec.convert(tomllib.loads(text), dict[Nation, NationWords])
