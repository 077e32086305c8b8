"""The head's own certificate on the share is for the chair: said once, quietly, and no file needs a look."""

import json
from pathlib import Path

from msgspec import structs

from nickaudit.credentials import sealed
from nickaudit.domain.ids import RoleId
from nickaudit.keys import names
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import own_school
from tests.reading_school import ReadingSchool
from tests.ui.pages.desk import Desk
from tests.ui.pages.head.certificates import put
from tests.ui.pages.head.conftest import OpenReport


def test_the_heads_own_is_said_to_be_for_the_chair(
    desk: Desk, open_report: OpenReport, tmp_path: Path
) -> None:
    school, box = ReadingSchool(), tmp_path / "Certificates"
    file, home = school.file(), desk.services.home
    own_school.take(home, file.raw)
    KeptKeys(home).write(names.READERS, json.dumps([json.loads(school.keys["head"])]))
    desk.services = structs.replace(desk.services, school_file=file)
    box.mkdir()
    for number, role in ((1, "headteacher"), (2, "teacher")):
        path = put(box, number)
        content = sealed.seal(path.read_bytes(), to=file.school.keys_for(RoleId(role)))
        path.unlink()
        (box / f"{number}.nickaudit-sealed").write_bytes(content)
    page = open_report(box)
    assert page.view.table.records.rowCount() == 1
    assert page.view.for_others.text() == "1 certificate is for the chair of governors."
    assert page.view.for_others.isVisible()
    assert page.view.set_aside.isHidden()
    (box / "1.nickaudit-sealed").unlink()
    assert open_report(box).view.for_others.isHidden()
