"""Hands for the pages of Our policy: a line changed, a document attached, a page opened and waited for."""

from pathlib import Path

from msgspec import structs
from pytestqt.qtbot import QtBot

from nickaudit.domain import route
from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import PolicyLine
from nickaudit.domain.policy_edit import with_line
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services, policy_editor, policy_text
from nickaudit.ui.page import Page
from nickaudit.ui.pages.setup.our_line import OurLinePage
from nickaudit.ui.pages.setup.our_policy import OurPolicyPage
from tests.services.test_policy_editor import DOCUMENT
from tests.ui.pages.desk import Desk, settle

LINE = LineId("privacy-levels")
NEW_WORDS = "You are advised to set your privacy as strictly as you can."
OURS = Step(kind=StepKind.OUR_POLICY)


def line_of(services: Services, line_id: LineId = LINE) -> PolicyLine:
    found = policy_editor.open_draft(services).now.line(line_id)
    assert found is not None
    return found


def change(services: Services, **changes: object) -> None:
    draft = policy_editor.open_draft(services)
    policy_editor.keep(services, with_line(draft.now, structs.replace(line_of(services), **changes)))


def wait(page: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=10_000)
    settle()


def attach(services: Services, tmp_path: Path) -> None:
    path = tmp_path / "policy.txt"
    path.write_text(DOCUMENT, encoding="utf-8")
    policy_text.attach(services, path)


def open_policy(desk: Desk, qtbot: QtBot) -> OurPolicyPage:
    page = desk.open(OurPolicyPage, OURS)
    wait(page, qtbot)
    return page


def open_line(desk: Desk, qtbot: QtBot, line_id: str = LINE) -> OurLinePage:
    page = desk.open(OurLinePage, route.our_line_step(line_id))
    wait(page, qtbot)
    return page
