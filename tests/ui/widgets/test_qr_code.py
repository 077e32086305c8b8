"""A code that a camera can read, in every theme and at every size."""

import pytest
from PySide6.QtGui import QColor

from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.qr_code import QrCode
from tests.ui.conftest import Show, Wear

SIZE = 21
MATRIX = tuple(tuple((row * 7 + column * 3) % 5 < 2 for column in range(SIZE)) for row in range(SIZE))


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("size", [100, 150, 200])
def test_every_module_is_drawn_true_with_a_quiet_margin(
    show: Show, wear: Wear, mode: Mode, size: int
) -> None:
    wear(mode, size)
    code = QrCode(MATRIX, "Code")
    show(code)
    image = code.grab().toImage()
    assert image.width() % (SIZE + 8) == 0
    module = image.width() // (SIZE + 8)
    black, white = QColor("black"), QColor("white")
    for row in range(-4, SIZE + 4):
        for column in range(-4, SIZE + 4):
            if {row, column} & {-4, SIZE + 3}:
                continue  # round corners
            inside = 0 <= row < SIZE and 0 <= column < SIZE
            wanted = black if inside and MATRIX[row][column] else white
            for at in (0, module - 1):
                pixel = image.pixelColor((column + 4) * module + at, (row + 4) * module + at)
                assert pixel == wanted
