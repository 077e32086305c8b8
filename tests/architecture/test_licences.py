"""That everything shipped is named with its licence, and that the licence texts are there."""

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = (ROOT / "docs" / "LICENCES.md").read_text(encoding="utf-8")


def test_every_pinned_package_is_listed_with_its_version_and_a_licence() -> None:
    listed = dict(re.findall(r"^\| ([a-z0-9-]+) \| (\S+) \| [A-Z]\S.* \|$", PAGE, flags=re.MULTILINE))
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert listed == dict(re.findall(r"^([a-z0-9-]+)==(\S+)", lock, flags=re.MULTILINE))


def test_the_typeface_and_the_icons_come_with_their_licence() -> None:
    assert "SIL OPEN FONT LICENSE" in (ROOT / "resources/fonts/OFL.txt").read_text(encoding="utf-8").upper()
    assert "ISC" in (ROOT / "resources/icons/LICENSE.txt").read_text(encoding="utf-8")


def test_qts_licence_lies_ready_for_the_built_program() -> None:
    for name, title in {
        "LGPL-3.0": "GNU LESSER GENERAL PUBLIC LICENSE",
        "GPL-3.0": "GNU GENERAL PUBLIC LICENSE",
    }.items():
        assert title in (ROOT / "packaging" / "licences" / f"{name}.txt").read_text(encoding="utf-8")
