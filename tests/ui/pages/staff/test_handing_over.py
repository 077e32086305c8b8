"""Handing a certificate over: all of it on the page, another way, and the way back."""

import os
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.route import CERTIFICATE, REVIEW, Step, StepKind
from nickaudit.services import own_certificates
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.fact_table import Fact
from tests.ui.pages.certified import (
    hand_over,
    own_of,
    put,
    state_of,
    wait,
)
from tests.ui.pages.desk import Desk, cut_off, find, press, without_a_name_of_their_own, words

pytestmark = pytest.mark.usefixtures("documents")


def test_the_whole_content_is_on_the_page_before_anything_goes(certified: Desk, qtbot: QtBot) -> None:
    values = {leaf.value for leaf in own_of(certified).verified.leaves}
    for way in ("folder", "email", "hand-in"):
        page = hand_over(certified, qtbot, way)
        assert "This is everything in the file." in words(page)
        press(page, "Show fingerprints")
        assert values <= {fact.entry.value for fact in page.findChildren(Fact) if fact.isVisibleTo(page)}
    assert state_of(certified) is None


@pytest.mark.parametrize("way", ["folder", "email", "hand-in"])
def test_the_other_ways_and_the_way_back_are_there(certified: Desk, qtbot: QtBot, way: str) -> None:
    page = hand_over(certified, qtbot, way)
    names = {"folder": "Put it in the school's folder", "email": "E-mail it", "hand-in": "I'll hand it in"}
    for other in names.keys() - {way}:
        press(page, names[other])
        assert certified.steps[-1] == Step(kind=StepKind.HANDING_OVER, item=other)
    press(page, "Back to your certificate")
    assert certified.steps[-1] == CERTIFICATE


def test_with_no_certificate_it_leads_to_the_answers(desk: Desk, qtbot: QtBot) -> None:
    page = hand_over(desk, qtbot, "folder")
    assert "There is no certificate yet." in words(page)
    press(page, "Check your answers")
    assert desk.steps == [REVIEW]


def test_a_number_that_is_gone_is_one_sentence(certified: Desk, qtbot: QtBot) -> None:
    page = hand_over(certified, qtbot, f"folder {CertificateNumber('0000-0000-0000')}")
    assert "That certificate is no longer kept on this computer." in words(page)


@pytest.mark.parametrize("text_size", [100, 150, 200])
@pytest.mark.parametrize("size", [(1120, 800), (900, 430)], ids=["large", "small"])
@pytest.mark.parametrize("way", ["folder", "email", "hand-in"])
def test_nothing_is_cut_off_and_every_control_has_a_name_of_its_own(
    certified: Desk, qtbot: QtBot, way: str, text_size: int, size: tuple[int, int], tmp_path: Path
) -> None:
    certified.wear(mode=Mode.LIGHT, text_size=text_size)
    page = hand_over(certified, qtbot, way, width=size[0], height=size[1])
    press(page, "Show fingerprints")
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []
    if way == "folder":
        put(page, tmp_path / ("a" * 60) / ("b" * 60), qtbot)
    elif way == "hand-in":
        os.makedirs(tmp_path / ("a" * 60))
        find(page, "The folder to save both files in", QLineEdit).setText(str(tmp_path / ("a" * 60)))
        press(page, "Save")
    else:
        press(page, "Open it in my mail program")
    wait(page, qtbot)
    assert cut_off(page) == []
    assert without_a_name_of_their_own(page) == []


def test_an_older_certificate_goes_under_its_own_number(certified: Desk, qtbot: QtBot, box: Path) -> None:
    old = own_of(certified)
    own_certificates.make(certified.services, certified.session, instead_of=old.issued.number)
    page = hand_over(certified, qtbot, f"folder {old.issued.number}")
    put(page, box, qtbot)
    assert [path.read_bytes() for path in box.iterdir()] == [old.signed]
    press(page, "Back to your certificate")
    assert certified.steps == [Step(kind=StepKind.CERTIFICATE, item=old.issued.number)]
