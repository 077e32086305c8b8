"""Gaps between things grow with the text, by half as much."""

from itertools import pairwise

import pytest
from PySide6.QtWidgets import QApplication, QWidget

from nickaudit.ui.main_window import MainWindow
from nickaudit.ui.theme.tokens import TEXT_SIZES
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.stack import Stack
from tests.ui.conftest import Show, Wear


def gaps(*widgets: QWidget) -> list[int]:
    return [b.y() - a.geometry().bottom() - 1 for a, b in pairwise(widgets)]


def column() -> tuple[QWidget, list[Button]]:
    box, buttons = QWidget(), [Button(words) for words in ("One", "Two", "Three")]
    stack = Stack(box, spacing=12)
    stack.addWidget(buttons[0])
    stack.addWidget(buttons[1])
    stack.addSpacing(8)
    stack.addWidget(buttons[2])
    stack.addStretch(1)
    return box, buttons


@pytest.mark.parametrize(("size", "gap", "larger"), [(100, 12, 20), (150, 15, 25), (200, 18, 30)])
def test_what_is_made_at_a_text_size_has_its_gaps(
    show: Show, wear: Wear, size: int, gap: int, larger: int
) -> None:
    wear(text_size=size)
    box, buttons = column()
    show(box)
    assert gaps(*buttons) == [gap, larger]


def test_another_text_size_and_back_leaves_the_gaps_as_they_were(show: Show, wear: Wear) -> None:
    box, _ = column()
    show(box)
    stack = box.layout()
    assert isinstance(stack, Stack)
    spacer = stack.itemAt(2)
    assert spacer is not None
    seen = []
    for size in (*TEXT_SIZES, *reversed(TEXT_SIZES)):
        wear(text_size=size)
        stack.fit()
        seen.append((stack.spacing(), spacer.sizeHint().height()))
    assert seen == seen[::-1]
    assert (seen[0], seen[len(TEXT_SIZES)]) == ((12, 8), (18, 12))


def test_the_window_has_its_gaps_anew_after_another_text_size(show: Show, wear: Wear) -> None:
    box, buttons = column()
    window = MainWindow("A school")
    window.sheet.put(box, 1)
    show(window)
    wear(text_size=200)
    window.text_size_changed()
    QApplication.processEvents()
    assert gaps(*buttons) == [18, 30]


def test_gaps_in_a_row_grow_too(show: Show, wear: Wear) -> None:
    box, buttons = QWidget(), [Button("One"), Button("Two")]
    flow = FlowLayout(box, spacing=10)
    for button in buttons:
        flow.addWidget(button)
    show(box)
    assert buttons[1].x() - buttons[0].geometry().right() - 1 == 10
    wear(text_size=200)
    show(box)
    assert buttons[1].x() - buttons[0].geometry().right() - 1 == 15
