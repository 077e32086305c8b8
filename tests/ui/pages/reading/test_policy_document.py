"""Attaching the policy document on Help and on the head's questions: attached, replaced, removed, refused."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from nickaudit.domain.answers import Computer
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import policy_text
from nickaudit.ui.page import Page
from nickaudit.ui.pages.head.policy_review import PolicyReviewPage
from nickaudit.ui.pages.reading.policy_document import (
    ATTACH,
    ATTACH_IT,
    BROWSE,
    HEADING,
    NO_PATH,
    NONE_THERE,
    NOT_NOW,
    NOT_WHOLE,
    REMOVED,
    WHICH,
    PolicyDocumentPart,
)
from nickaudit.ui.pages.staff.help import HelpPage
from tests.ui.pages.desk import Desk, cut_off, named, press, settle, without_a_name_of_their_own, words
from tests.ui.pages.reading.conftest import TEXT

PAGES = ((HelpPage, StepKind.HELP), (PolicyReviewPage, StepKind.POLICY_REVIEW))
REPLACE, REMOVE = "Replace it: the policy document", "Remove it: the policy document"


def part_of(page: Page) -> PolicyDocumentPart:
    part = page.findChild(PolicyDocumentPart)
    assert part is not None
    return part


def wait(page: Page, qtbot: QtBot) -> None:
    qtbot.waitUntil(page.context.tasks.is_idle, timeout=10_000)
    settle()


def attach(page: Page, qtbot: QtBot, path: str, button: str = ATTACH) -> None:
    if button in named(page):
        press(page, button)
    part_of(page).field.set_text(path)
    press(page, ATTACH_IT)
    wait(page, qtbot)


@pytest.mark.parametrize(("page_class", "kind"), PAGES)
def test_it_is_attached_and_says_how_much_was_found(
    marsh_lane: Desk, qtbot: QtBot, page_class: type[Page], kind: StepKind
) -> None:
    page = marsh_lane.open(page_class, Step(kind=kind))
    assert NONE_THERE in words(page)
    attach(page, qtbot, str(TEXT))
    count = len(marsh_lane.services.content.policy.lines)
    said = f"The policy document is attached. All {count} sentences we looked for are in it."
    assert said in words(page)
    assert marsh_lane.said == [said]
    assert WHICH not in named(page)
    assert policy_text.document_of(marsh_lane.services) is not None
    again = marsh_lane.open(page_class, Step(kind=kind))
    wait(again, qtbot)
    assert said in words(again)


def test_what_was_not_found_is_listed_by_its_place(marsh_lane: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    text = TEXT.read_text(encoding="utf-8").replace("Keep their home address", "Keep the address")
    (tmp_path / "policy.txt").write_text(text, encoding="utf-8")
    page = marsh_lane.open(HelpPage, Step(kind=StepKind.HELP))
    attach(page, qtbot, str(tmp_path / "policy.txt"))
    count = len(marsh_lane.services.content.policy.lines)
    assert f"{count - 1} of the {count} sentences we looked for are in it." in words(page)
    press(page, WHICH)
    assert "Policy 1, under “Your own pages”. It begins “Keep their home address off …”." in words(page)
    attach(page, qtbot, str(TEXT), REPLACE)
    assert WHICH not in named(page)
    assert f"All {count} sentences" in words(page)


def test_it_is_removed_again(marsh_lane: Desk, qtbot: QtBot) -> None:
    policy_text.attach(marsh_lane.services, TEXT)
    page = marsh_lane.open(HelpPage, Step(kind=StepKind.HELP))
    wait(page, qtbot)
    press(page, REMOVE)
    wait(page, qtbot)
    assert REMOVED in words(page)
    assert REMOVE not in named(page)
    assert ATTACH in named(page)
    assert policy_text.document_of(marsh_lane.services) is None


@pytest.mark.parametrize(
    ("typed", "said"),
    [
        ("", NO_PATH),
        ("policy.pdf", NOT_WHOLE),
        ("/nowhere/policy.pdf", "There is no such file"),
        ("/nowhere/\0", "There is no such file"),
    ],
)
def test_what_cannot_be_attached_is_said_at_the_field(
    marsh_lane: Desk, qtbot: QtBot, typed: str, said: str
) -> None:
    page = marsh_lane.open(HelpPage, Step(kind=StepKind.HELP))
    attach(page, qtbot, typed)
    part = part_of(page)
    assert part.field.fault.text().startswith(said)
    assert part.field.edit.hasFocus()
    assert NONE_THERE in words(page)
    press(page, NOT_NOW)
    assert ATTACH in named(page)


def test_it_can_be_chosen_in_the_systems_own_window(
    marsh_lane: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(TEXT), ""))
    page = marsh_lane.open(HelpPage, Step(kind=StepKind.HELP))
    press(page, ATTACH)
    press(page, BROWSE)
    wait(page, qtbot)
    assert "The policy document is attached." in words(page)


def test_on_a_shared_computer_nothing_can_be_changed(marsh_lane: Desk, qtbot: QtBot) -> None:
    marsh_lane.on(Computer.SHARED)
    assert HEADING not in words(marsh_lane.open(HelpPage, Step(kind=StepKind.HELP)))
    marsh_lane.close()
    policy_text.attach(marsh_lane.services, TEXT)
    page = marsh_lane.open(HelpPage, Step(kind=StepKind.HELP))
    wait(page, qtbot)
    assert "The policy document is attached." in words(page)
    assert not {ATTACH, REPLACE, REMOVE} & set(named(page))


@pytest.mark.parametrize(("page_class", "kind"), PAGES)
@pytest.mark.parametrize(("width", "text_size"), [(1120, 100), (900, 200)])
def test_nothing_is_cut_off(
    desk: Desk, qtbot: QtBot, page_class: type[Page], kind: StepKind, width: int, text_size: int
) -> None:
    desk.wear(text_size=text_size)
    page = desk.open(page_class, Step(kind=kind), width=width, height=430)
    attach(page, qtbot, "policy.pdf")
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    assert page.minimumSizeHint().width() <= width
