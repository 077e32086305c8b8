"""A text with its note in one widget: both have room at any width, and both are read."""

from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.text import TextLabel

WORDS = "You **should not** give pupils your own phone number, e-mail or user names."
NOTE = "Should not, policy “Communication with children (including the use of technology)”"


def test_both_are_read_aloud_without_marks(qapp: QApplication) -> None:
    label = NotedLabel(WORDS, NOTE)
    assert label.accessibleName() == f"{WORDS.replace('**', '')} {NOTE}"


def test_the_note_has_room_of_its_own_at_every_width_and_size(qapp: QApplication) -> None:
    for size in (100, 150, 200):
        dress(qapp, Theme(text_size=size))
        label, alone = NotedLabel(WORDS, NOTE), TextLabel(WORDS, marks=True)
        heights = [label.heightForWidth(width) for width in (150, 300, 700)]
        assert heights == sorted(heights, reverse=True)
        for width, height in zip((150, 300, 700), heights, strict=True):
            assert height >= alone.heightForWidth(width) + TextLabel(NOTE).block().first_line_height() * 0.8
    dress(qapp, Theme())


def test_a_rule_takes_room_above(qapp: QApplication) -> None:
    plain, ruled = NotedLabel(WORDS, NOTE), NotedLabel(WORDS, NOTE, ruled=True)
    assert ruled.heightForWidth(400) > plain.heightForWidth(400)


def test_the_words_the_note_and_the_rule_are_painted(qapp: QApplication) -> None:
    pictures = []
    for note, ruled in ((NOTE, True), ("", True), (NOTE, False)):
        label = NotedLabel(WORDS, note, ruled=ruled)
        label.resize(400, 200)
        pictures.append(label.grab().toImage())
    assert pictures[0] != pictures[1]
    assert pictures[0] != pictures[2]
