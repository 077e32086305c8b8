"""One line of our policy in its page: changed, switched off, added, each fault beside its field."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from nickaudit.domain.ids import LineId
from nickaudit.domain.policy import Strength
from nickaudit.ui.pages.setup.our_line import (
    ATTACH_FIRST,
    FEW_WORDS,
    NO_PAGE,
    NO_STRENGTH,
    NOT_LOOKED_UP,
)
from nickaudit.ui.pages.setup.our_policy import NOT_COVERED
from tests.ui.pages.desk import (
    Desk,
    click,
    named,
    press,
    settle,
    words,
)
from tests.ui.pages.setup.policy_hands import (
    NEW_WORDS,
    attach,
    change,
    line_of,
    open_line,
    open_policy,
)


def test_a_line_is_changed_and_kept(desk: Desk, qtbot: QtBot) -> None:
    page = open_line(desk, qtbot)
    assert page.form is not None
    assert NOT_LOOKED_UP in page.form.found.text()
    page.form.words.set_text(NEW_WORDS)
    assert page.valid() == ()
    page.apply()
    assert line_of(desk.services).words == NEW_WORDS
    assert desk.counts["saved"] == 1


def test_wording_stronger_than_the_verb_is_refused_beside_its_field(desk: Desk, qtbot: QtBot) -> None:
    page = open_line(desk, qtbot)
    assert page.form is not None
    page.form.words.set_text("You must set your privacy.")
    (fault,) = page.valid()
    assert fault.control is page.form.words
    assert "“must” is stronger than the policy's own verb" in page.form.words.fault.text()
    page.form.words.set_text(NEW_WORDS)
    assert page.valid() == ()
    assert page.form.words.fault.text() == ""


def test_a_verb_that_the_document_does_not_say_is_refused_beside_the_choice(
    desk: Desk, qtbot: QtBot, tmp_path: Path
) -> None:
    attach(desk.services, tmp_path)
    page = open_line(desk, qtbot)
    form = page.form
    assert form is not None
    form.hangs.set_text("All members of staff should safeguard")
    form.strength.set_value(Strength.MUST)
    form.words.set_text("You must set your privacy.")
    (fault,) = page.valid()
    assert fault.control is form.strength
    assert "does not say “must”. It says: should." in form.strength.fault.text()
    form.strength.set_value(Strength.SHOULD)
    form.words.set_text("You should set your privacy.")
    assert page.valid() == ()


def test_how_it_was_before_stands_beside(desk: Desk, qtbot: QtBot) -> None:
    before = line_of(desk.services)
    change(desk.services, words=NEW_WORDS)
    assert before.words in words(open_line(desk, qtbot))


def test_a_line_that_is_switched_off_is_listed_as_not_covered(desk: Desk, qtbot: QtBot) -> None:
    page = open_line(desk, qtbot)
    click(page, "Switch this line off")
    assert page.valid() == ()
    page.apply()
    again = open_policy(desk, qtbot)
    assert NOT_COVERED in words(again)
    assert "It is switched off." in words(again)
    press(again, "Reputation (11 lines, 1 marked)")
    assert f"{line_of(desk.services).words}: Off" in named(again)


def test_a_line_is_added_once_its_sentence_is_found(desk: Desk, qtbot: QtBot, tmp_path: Path) -> None:
    attach(desk.services, tmp_path)
    page = open_line(desk, qtbot, "")
    form = page.form
    assert form is not None
    assert {FEW_WORDS, NO_STRENGTH, NO_PAGE} <= {fault.message for fault in page.valid()}
    form.opening.set_text("Staff should ask before")
    form.opening.edit.editingFinished.emit()
    settle()
    assert "Staff should ask before they post a picture of a colleague." in form.quote.label.text()
    assert form.section.text() == "Reputation"
    assert form.strength.value is Strength.SHOULD
    form.words.set_text("You should ask before you post a picture of a colleague.")
    form.page.set_value("about-others")
    assert page.valid() == ()
    page.apply()
    added = line_of(desk.services, LineId("own-staff-should-ask-before"))
    assert added.words.startswith("You should ask")
    assert "It was not there." in words(open_policy(desk, qtbot))


def test_a_line_cannot_be_added_without_the_document(desk: Desk, qtbot: QtBot) -> None:
    page = open_line(desk, qtbot, "")
    assert ATTACH_FIRST.replace("**", "") in words(page)
    assert page.footer is None
