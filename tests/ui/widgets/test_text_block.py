"""Text set in lines: marks, links, arrows, and sums that agree with each other."""

from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtWidgets import QApplication

from nickaudit.ui.theme.fonts import font
from nickaudit.ui.theme.tokens import Theme
from nickaudit.ui.widgets.text_block import Marked, Span, TextBlock, read_marks

LONG = "A private account keeps your pictures with the people you chose."


def block(text: str) -> TextBlock:
    return TextBlock(read_marks(text), font(Theme(), 16))


def test_marks_are_taken_out_and_remembered() -> None:
    marked = read_marks("Staff are **advised** to. [Read it](policy)")
    assert marked == Marked("Staff are advised to. Read it", (Span(10, 7), Span(22, 7, "policy")))


@given(st.text(alphabet="ab*[]() \n", max_size=40))
def test_no_text_breaks_the_marks(text: str) -> None:
    marked = read_marks(text)
    assert all(0 <= span.start < span.end <= len(marked.text) for span in marked.spans)


def test_a_narrower_text_is_higher(app: QApplication) -> None:
    made = block(LONG)
    wide, narrow = made.height(600), made.height(120)
    assert narrow > 3 * wide
    assert made.height(600) == wide


def test_at_its_natural_width_a_text_is_one_line(app: QApplication) -> None:
    made = block(LONG)
    natural = made.natural_width()
    made.set_width(natural)
    assert made._layout.lineCount() == 1
    made.set_width(natural - 2)
    assert made._layout.lineCount() == 2


def test_a_new_line_in_the_text_is_a_new_line(app: QApplication) -> None:
    made = block("One\nTwo")
    made.set_width(500)
    assert made._layout.lineCount() == 2


def test_a_link_over_two_lines_has_two_rectangles(app: QApplication) -> None:
    made = block("Some words before, [and a link that goes on](x)")
    made.set_width(160)
    rects = made.link_rects(made.links()[0])
    assert len(rects) >= 2
    assert rects[0].bottom() <= rects[1].top() + 1


def test_an_arrow_keeps_its_room_and_links_behind_it_their_place(app: QApplication) -> None:
    made = block("Private account → on, [why](x)")
    plain = block("Private account on, [why](x)")
    made.set_width(900)
    plain.set_width(900)
    moved = made.link_rects(made.links()[0])[0].left() - plain.link_rects(plain.links()[0])[0].left()
    assert moved > 10


def test_an_arrow_at_the_very_end_does_no_harm(app: QApplication) -> None:
    assert block("Next →").natural_width() > block("Next").natural_width()


def test_an_arrow_never_begins_a_line(app: QApplication) -> None:
    made = block("Face recognition of you → none")
    for width in range(made.widest_word(), made.natural_width()):
        made.set_width(width)
        lines = [made._layout.lineAt(i).textStart() for i in range(made._layout.lineCount())]
        assert "Face recognition of you ".index("you ") + 4 not in lines


def test_no_word_is_broken_at_the_least_width(app: QApplication) -> None:
    made, word = block("Whether internationalisation, or not"), block("internationalisation,")
    assert made.widest_word() == word.natural_width()
    made.set_width(made.widest_word())
    assert made._layout.lineCount() == 3


def test_a_word_is_broken_rather_than_cut_off(app: QApplication) -> None:
    made = block("internationalisation")
    assert made.height(made.natural_width() // 2) > made.height(made.natural_width())


def test_an_arabic_name_does_not_turn_the_words_round_it(app: QApplication) -> None:
    made = block("أخبار الحي and a running club")
    made.set_width(made.natural_width())
    line = made._layout.lineAt(0)
    first, last = line.cursorToX(0), line.cursorToX(len("أخبار الحي and a running club"))
    assert first[0] < last[0], "the line runs from left to right"
