"""A ready letter to firms that hold a person's details: to copy, to save, or to print and fill in by hand."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.domain import erasure_letter
from nickaudit.domain.extras import LETTER_DONE
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.extras.base import ExtraPage
from nickaudit.ui.widgets.keep_sheet import KeepSheet
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.words_to_say import WordsToSay

if TYPE_CHECKING:
    from nickaudit.documents.pdf.sheet import Sheet

COPY_NAME = "Copy the letter"
DONE = "I have sent what I wanted to send"
_INTRO = (
    "Some firms collect names and addresses and sell them on. The law lets you ask each of them to delete "
    "yours. Copy the letter into an e-mail, and fill in what stands in brackets."
)


class LetterPage(ExtraPage):
    """The letter names nobody; the program knows nothing of where it goes."""

    heading = "A letter to have your details deleted"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.main.addWidget(TextLabel(_INTRO, Role.MUTED))
        words = WordsToSay(erasure_letter.letter(), name=COPY_NAME, quoted=False)
        words.said.connect(self.announced)
        self.main.addWidget(words)
        self.add_part("On paper")
        self.main.addWidget(TextLabel("With lines to write on, for a firm that has no e-mail address."))
        self.keep = KeepSheet(sheet, file_name="Please delete my data.pdf", tasks=context.tasks)
        self.keep.said.connect(self.announced)
        self.main.addWidget(self.keep)
        self.add_done(LETTER_DONE, DONE)
        self.add_note(
            "Where to send it",
            "Look for “privacy” at the foot of the firm's web page. The address stands there. "
            "It does not matter whom you write to.",
        )
        self.add_note(
            "Then",
            "Note the day on which you wrote. A firm has one month to answer. It costs nothing.",
            "No answer? Write once more. After that you can complain to the ICO, the office for data rights.",
        )
        self.add_note(
            "Who you are",
            "Send no more than they need. Cover numbers on a copy of a bill or a passport.",
        )


def sheet() -> Sheet:
    """The letter on paper, with empty lines."""
    from nickaudit.documents.pdf.sheet import Part, Sheet

    parts = tuple(Part(text=words, lines=lines) for words, lines in erasure_letter.on_paper())
    return Sheet(title=erasure_letter.TITLE, parts=parts)
