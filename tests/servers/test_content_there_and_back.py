"""The school's policy over a real Samba: given by the head in the window, found by a colleague."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from msgspec import structs
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import content_pack, school_keys
from nickaudit.services.preferences import Preference, remember
from nickaudit.share.errors import FolderError
from nickaudit.ui.application import open_window
from nickaudit.ui.messages import NOT_SENT_NOW
from nickaudit.ui.pages.setup.give_policy import GIVE, GivePolicyPage
from nickaudit.ui.widgets.accessible import install_roles
from tests.servers.samba import Samba, samba, why_not
from tests.services.content_hands import LINE, WHY, change_line
from tests.services.school_world import SchoolWorld
from tests.ui.pages.desk import press, settle, words

Require = Callable[[object, str], None]
pytestmark = pytest.mark.slow


@pytest.fixture
def server(require: Require) -> Iterator[Samba]:
    require(not why_not(), why_not())
    with samba() as running:
        yield running


def test_it_goes_with_a_log_in_that_is_asked_once_and_comes_to_a_colleague(
    server: Samba, tmp_path: Path, qapp: QApplication, qtbot: QtBot
) -> None:
    install_roles()
    world = SchoolWorld(tmp_path / "world")
    school = world.school(share=structs.replace(server.address("head"), user=""))
    head = structs.replace(world.head(), school_file=school)
    change_line(head)
    opened = open_window(head)
    opened.navigator.go(Step(kind=StepKind.GIVE_POLICY))

    def wait() -> GivePolicyPage:
        qtbot.waitUntil(opened.tasks.is_idle, timeout=60_000)
        settle()
        page = opened.window.page
        assert isinstance(page, GivePolicyPage)
        return page

    page = wait()
    page.what_changed.set_text(WHY)
    page.again[LINE].setChecked(True)
    page.user.set_text("head")
    page.password.set_text("not the password")
    press(opened.window, GIVE)
    assert NOT_SENT_NOW[Delivery.WAITING_REFUSED] in words(wait())
    page.password.set_text(server.password("head"))
    press(opened.window, GIVE)
    assert "It is there, number 1" in words(wait())
    assert content_pack.FILE_NAME in server.files()
    assert content_pack.own_share(head) == (server.address("head"), server.password("head"))

    staff = structs.replace(world.staff(), school_file=school)
    assert content_pack.look_for(staff) is None  # no log-in is known: nothing is asked of the server
    remember(staff, Preference.SCHOOL_FOLDER, server.address("staff1").text)
    school_keys.keep_share_password(staff.home, server.address("staff1"), server.password("staff1"))
    offer = content_pack.look_for(staff)
    assert offer is not None
    assert [line.id for line in offer.asks_again] == [LINE]
    server.kill()
    with pytest.raises(FolderError):
        content_pack.look_for(staff)
    assert content_pack.is_offered(staff)

    opened.window.close()
    opened.window.deleteLater()
    opened.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    world.close()
