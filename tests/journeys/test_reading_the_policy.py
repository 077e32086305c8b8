"""The policy document, attached on Help by typing its path, is quoted on a stop in the real window."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from nickaudit.domain.answers import Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.policy import PolicyPack
from nickaudit.domain.route import Step, StepKind, stop_step
from nickaudit.services import Services, policy_text
from nickaudit.tour.driver import Driver
from nickaudit.ui.application import OpenWindow, application, open_window
from nickaudit.ui.pages.reading.policy_document import ATTACH, ATTACH_IT, WHERE
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.tokens import Mode, Theme
from nickaudit.ui.widgets.read_policy import READ_IT


def document_for(pack: PolicyPack) -> str:
    """An invented document in which every line of the policy is found, one under its heading each."""
    parts = []
    for line in pack.lines:
        lead = line.hangs_from if line.hangs_from.endswith(":") or not line.hangs_from else ""
        head = [lead or f"{line.hangs_from} as follows:"] if line.hangs_from else []
        parts += [line.heading, *head, f"{line.opening.strip(' ….')}, in invented words for {line.id}."]
    return "\n\n".join(parts)


@pytest.fixture
def opened(services: Services, as_started: QApplication) -> Iterator[OpenWindow]:
    made = open_window(services, mode=Mode.LIGHT, text_size=100)
    made.window.activateWindow()
    yield made
    made.window.close()
    made.window.deleteLater()
    made.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    dress(application(), Theme(Mode.LIGHT, 100))


def test_what_is_attached_on_help_is_quoted_on_a_stop(
    opened: OpenWindow, services: Services, tmp_path: Path
) -> None:
    path = tmp_path / "Our policy.txt"
    path.write_text(document_for(services.content.policy), encoding="utf-8")
    driver = Driver(opened.window, opened.tasks.is_idle)
    opened.navigator.choose_computer(Computer.MINE)
    session = opened.navigator.session
    assert session is not None
    session.add_account(PlatformId("facebook"))
    opened.navigator.go(Step(kind=StepKind.HELP))
    driver.settle()
    driver.click(ATTACH)
    driver.fill(WHERE, str(path))
    driver.click(ATTACH_IT)
    driver.wait_for_work()
    attached = policy_text.read(services)
    assert attached is not None
    assert len(attached.quotations) > len(attached.not_found)
    assert f"of the {attached.asked_for} sentences we looked for are in it." in " ".join(driver.texts())
    stop = session.plan.stops[0]
    opened.navigator.go(stop_step(stop))
    driver.settle()
    driver.click(READ_IT)
    driver.wait_for_work()
    shown = "\n".join(driver.texts())
    lines = {line.id: line for check in stop.checks for line in check.lines if line.id in attached.quotations}
    assert lines
    for line in lines.values():
        for quotation in attached.quotations[line.id]:
            assert quotation.whole in shown
        assert f"In our words: {line.words}" in shown
