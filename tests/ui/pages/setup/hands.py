"""Hands for set-up's pages: typing into a line, Continue, and waiting for what runs beside the window."""

import time

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school_draft import Draft
from nickaudit.services import Services, kept_draft, school_setup
from nickaudit.ui.page import Page
from tests.setting_up import whole_draft
from tests.ui.pages.desk import Desk, P, cut_off, find, settle

PATIENCE = 20.0


def type_into(page: Page, label: str, text: str) -> QLineEdit:
    """Type a text in place of what stands in the line of that name."""
    line = find(page, label, QLineEdit)
    line.setFocus()
    line.selectAll()
    QTest.keyClick(line, Qt.Key.Key_Delete)
    QTest.keyClicks(line, text)
    settle()
    return line


def go_on(page: Page) -> list[str]:
    """Press Continue: what is wrong, or nothing, and then it is stored."""
    faults = page.valid()
    page.show_faults(faults)
    settle()
    if not faults:
        page.apply()
        settle()
    return [fault.message for fault in faults]


def wait(page: Page) -> None:
    """Until nothing runs beside the page any more."""
    until = time.monotonic() + PATIENCE
    while not page.context.tasks.is_idle() and time.monotonic() < until:
        settle()
        time.sleep(0.005)
    settle()


def still_cut_off(page: Page) -> list[str]:
    """What is cut off once the page has had the time to make room for what has just been said."""
    until = time.monotonic() + 1.0
    while (found := cut_off(page)) and time.monotonic() < until:
        settle()
    return found


def open_page(desk: Desk, page_class: type[P], kind: StepKind, *, item: str = "", width: int = 1120) -> P:
    """Show a page of set-up, with what it does beside the window done."""
    page = desk.open(page_class, Step(kind=kind, item=item), width=width)
    wait(page)
    return page


def begun(services: Services) -> Draft:
    """A draft without faults, kept and gone through, as somebody left it."""
    made = whole_draft(services)
    kept_draft.keep(services, made, seen=(kind for kind in StepKind if kind.value.startswith("set-up")))
    return made


def kept(services: Services) -> Draft:
    """What is kept."""
    found = kept_draft.read(services)
    return found if found is not None else school_setup.begin(services)
