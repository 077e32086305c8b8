"""Somebody who is to read certificates on this computer makes the file that says so to whoever sets up."""

from __future__ import annotations

from nickaudit.domain.person import tidy
from nickaudit.domain.school import READER_SUFFIX
from nickaudit.services import school_setup
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import SetUpBase, saved
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.text import TextLabel

MAKE = "Make my reader file…"
NO_TITLE = "Enter who you are at the school, like: the deputy headteacher"
_LONGEST = 60
"""Letters of a name that go into the file's own."""
_SAY = (
    "You make it on the computer where you want to read certificates. The key that opens them stays here. "
    "The file holds your name and what is needed to seal for you, and no secret."
)
_THEN = "Give the file to whoever sets the school up: by hand, or by e-mail from your own work address."


class ReaderFilePage(SetUpBase):
    """Who it is, and where to save it."""

    heading = "Make your reader file"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_SAY)
        self.reader_title = Field(
            "Who you are, as you say it", hint="Like: the deputy headteacher, or: the chair of governors."
        )
        self.reader_name = Field("Your name (optional)")
        self.reader_title.changed.connect(lambda _text: self.reader_title.set_fault(""))
        self.main.addWidget(self.reader_title)
        self.main.addWidget(self.reader_name)
        make = Button(MAKE, Kind.PRIMARY)
        make.clicked.connect(self.make)
        row = FlowLayout()
        row.addWidget(make)
        self.main.addLayout(row)
        self.save_row = SaveRow(context.tasks)
        self.save_row.said.connect(self.announced)
        self.main.addWidget(self.save_row)
        self.main.addWidget(TextLabel(_THEN))

    def make(self) -> None:
        """Ask where to, once it is said who it is."""
        title, name = tidy(self.reader_title.text()), tidy(self.reader_name.text())
        self.reader_title.set_fault("" if title else NO_TITLE)
        if not title:
            self.reader_title.setFocus()
            self.announced.emit(NO_TITLE)
            return
        services = self.context.services
        self.save_row.ask(
            SaveRequest(
                label="Where to save your reader file",
                place=documents_folder() / _file_name(name or title),
                save=lambda path, may_replace: saved(
                    lambda: school_setup.make_reader_file(
                        services, title=title, name=name, to=path, replace=may_replace
                    )
                ),
                kinds=f"Reader file (*{READER_SUFFIX})",
            )
        )


def _file_name(who: str) -> str:
    """One for each reader: whoever sets the school up gets several of them."""
    plain = "".join(letter if letter.isalnum() else " " for letter in who)
    return f"Reader {' '.join(plain.split())[:_LONGEST]}".rstrip() + READER_SUFFIX
