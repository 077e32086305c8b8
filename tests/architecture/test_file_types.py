"""What a double click on a school file needs: the desktop's own files name the ending and the program."""

import configparser
from pathlib import Path
from xml.etree import ElementTree as ET

from nickaudit.domain.school import SCHOOL_SUFFIX

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
NAMESPACE = "{http://www.freedesktop.org/standards/shared-mime-info}"


def mime() -> ET.Element:
    found = ET.parse(LINUX / "nickaudit-school.xml").getroot().find(f"{NAMESPACE}mime-type")
    assert found is not None
    return found


def test_the_file_type_has_the_ending_of_a_school_file() -> None:
    glob = mime().find(f"{NAMESPACE}glob")
    assert glob is not None
    assert glob.get("pattern") == f"*{SCHOOL_SUFFIX}"


def test_the_menu_entry_opens_that_type_with_one_file() -> None:
    entry = configparser.ConfigParser(interpolation=None)
    entry.read(LINUX / "nickaudit.desktop", encoding="utf-8")
    fields = entry["Desktop Entry"]
    assert fields["MimeType"] == f"{mime().get('type')};"
    assert fields["Exec"] == "nickaudit %f"


def test_a_mac_knows_the_ending_too() -> None:
    assert f'"CFBundleTypeExtensions": ["{SCHOOL_SUFFIX[1:]}"]' in (ROOT / "build.spec").read_text(
        encoding="utf-8"
    )
