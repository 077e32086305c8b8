"""A grid of equal columns: as many as fit, and never a thing cut."""

from collections.abc import Callable

import pytest
from PySide6.QtWidgets import QWidget

from nickaudit.ui.widgets.choice_row import RadioRow
from nickaudit.ui.widgets.even_grid import EvenGrid


@pytest.mark.parametrize(("width", "columns"), [(700, 2), (560, 1), (300, 1), (1400, 2)])
def test_there_are_as_many_columns_as_fit(show: Callable[..., QWidget], width: int, columns: int) -> None:
    box = QWidget()
    grid = EvenGrid(least=lambda: 300)
    box.setLayout(grid)
    rows = [RadioRow(f"Role number {n}") for n in range(5)]
    for row in rows:
        grid.addWidget(row)
    show(box, width=width)
    assert len({row.x() for row in rows}) == columns
    assert len({row.width() for row in rows}) == 1
    assert all(row.height() >= row.heightForWidth(row.width()) for row in rows)
    assert grid.count() == 5


def test_what_is_hidden_takes_no_room(show: Callable[..., QWidget]) -> None:
    box = QWidget()
    grid = EvenGrid(least=lambda: 300)
    box.setLayout(grid)
    rows = [RadioRow(f"Role number {n}") for n in range(4)]
    for row in rows:
        grid.addWidget(row)
    show(box, width=700)
    before = grid.heightForWidth(660)
    rows[0].hide()
    rows[1].hide()
    assert grid.heightForWidth(660) < before
