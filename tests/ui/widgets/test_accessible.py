"""What a screen reader is told of our painted widgets."""

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QAbstractButton, QWidget

from nickaudit.ui.widgets.accessible import one_after_another
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.choice_row import CheckRow, RadioRow
from nickaudit.ui.widgets.date_field import DateField
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.month_field import MonthField
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.progress_ring import ProgressRing
from nickaudit.ui.widgets.qr_code import QrCode
from nickaudit.ui.widgets.road_card import RoadCard
from nickaudit.ui.widgets.stacked_bar import Part, Portion, StackedBar
from nickaudit.ui.widgets.tag import Tag, Tone
from nickaudit.ui.widgets.task_list import Task, TaskRow
from nickaudit.ui.widgets.text import TextLabel
from nickaudit.ui.widgets.tick_group import TickGroup
from tests.ui.conftest import Show

R = QAccessible.Role


def told(widget: QWidget) -> tuple[QAccessible.Role, str]:
    interface = QAccessible.queryAccessibleInterface(widget)
    return interface.role(), interface.text(QAccessible.Text.Name)


def test_every_widget_has_its_role_and_its_name(show: Show) -> None:
    answers = (Option(1, "Done"), Option(2, "Leaving it", "Leaving it as it is"))
    bar = AnswerBar("Private account", answers)
    expected = {
        Heading("Who can see it?", 1): (R.Heading, "Who can see it?"),
        TextLabel("Some words"): (R.StaticText, "Some words"),
        Button("Continue"): (R.Button, "Continue"),
        Button("", icon="plus", name="Larger text"): (R.Button, "Larger text"),
        LinkButton("Back & on"): (R.Link, "Back & on"),
        RadioRow("Teacher", name="Role: Teacher"): (R.RadioButton, "Role: Teacher"),
        CheckRow("Facebook"): (R.CheckBox, "Facebook"),
        Notice("**Has** a pupil written?"): (R.Note, "Has a pupil written?"),
        ProgressRing(8, 25, "of 25 pages"): (R.Graphic, "8 of 25 pages"),
        QrCode(((True,),), "Code for the web page"): (R.Graphic, "Code for the web page"),
        StackedBar((Part(3, "finished", Portion.FINISHED),)): (R.Graphic, "3 finished"),
        Tag("Finished", Tone.FINISHED): (R.StaticText, "Finished"),
        TaskRow(Task(1, "Facebook", "5 stops", "Not started")): (R.Link, "Facebook: Not started"),
        RoadCard("Check my own accounts", "", "list-checks"): (R.Link, "Check my own accounts"),
        bar: (R.Grouping, "Private account"),
        ChoiceGroup("Which one?", ((1, "This", ""),)): (R.Grouping, "Which one?"),
        TickGroup("Which ones?", ((1, "This"),)): (R.Grouping, "Which ones?"),
        DateField("By which day?"): (R.Grouping, "By which day?"),
        MonthField("Adopted when?"): (R.Grouping, "Adopted when?"),
        bar.chips[1]: (R.RadioButton, "Private account: Leaving it as it is"),
    }
    show(*(widget for widget in expected if widget is not bar.chips[1]), height=1200)
    assert {widget: told(widget) for widget in expected} == expected


def test_a_heading_that_changes_says_its_new_words(show: Show) -> None:
    heading = Heading("", 1)
    show(heading)
    heading.setText("You have finished")
    assert told(heading) == (R.Heading, "You have finished")


@pytest.mark.parametrize("kind", [LinkButton, lambda text: RoadCard(text, "", "list-checks")])
def test_a_link_can_be_pressed_by_a_screen_reader(show: Show, kind: type[LinkButton]) -> None:
    pressed: list[bool] = []
    link: QAbstractButton = kind("Read it")
    link.clicked.connect(lambda: pressed.append(True))
    show(link)
    action = QAccessible.queryAccessibleInterface(link).actionInterface()
    assert "Press" in action.actionNames()
    action.doAction("Press")
    QCoreApplication.processEvents()
    assert pressed == [True]


@pytest.mark.parametrize(
    ("parts", "heard"),
    [
        ((), ""),
        (("", "A hint"), "A hint"),
        (("Choose one", ""), "Choose one"),
        (("Choose one", "A hint."), "Choose one. A hint."),
        (("Which?", "This.", "Or that"), "Which? This. Or that"),
    ],
)
def test_what_is_heard_in_one_breath_has_stops_in_between(parts: tuple[str, ...], heard: str) -> None:
    assert one_after_another(*parts) == heard
