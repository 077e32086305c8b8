"""Who can read what staff send: whoever reads here, up to two more, and the chair for the head's own."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from msgspec import structs

from nickaudit.domain.person import tidy
from nickaudit.domain.school import MOST_READERS, READER_SUFFIX, Reader
from nickaudit.domain.school_draft import Draft
from nickaudit.domain.school_offer import readers_in_words
from nickaudit.services import school_setup
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import DraftPage, sentence_of
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.open_row import OpenRow
from nickaudit.ui.widgets.reader_list import ReaderList
from nickaudit.ui.widgets.set_up_tasks import can_be_read_by
from nickaudit.ui.widgets.text import Role, TextLabel

FULL = f"There are {MOST_READERS} readers already. Take one out first."
_SAY = (
    "Name as few people as you can, three at most. Staff always see who they are before they send anything."
)
_HOW = (
    "On their own computer, each other reader opens this program, takes “Set the school up”, then "
    "“Make my reader file”. They give you that file. It holds no secret."
)
_HEADS_OWN = (
    "The headteacher's own certificate should not be read by the headteacher. It goes to the chair of "
    "governors. Until you open the chair's reader file, only the recovery key opens it."
)


class ReadersPage(DraftPage):
    """What staff will see stands at the foot, and follows each change."""

    heading = "Who can read the certificates?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.say_first(_SAY)
        draft = self.draft
        self.here = ChoiceGroup(
            "Do you read them on this computer?",
            (
                (True, "Yes", "This computer keeps a key that opens them."),
                (False, "No", "Others read them. You only set the school up."),
            ),
        )
        self.here.set_value(draft.reads_here)
        self.own_title = Field(
            "Who you are, as you say it", hint="Like: the headteacher, or: the business manager."
        )
        self.own_name = Field("Your name (optional)")
        self.own_title.set_text(draft.own_title)
        self.own_name.set_text(draft.own_name)
        self.ask("reads_here", self.here)
        self.here.chosen.connect(self._here_chosen)
        self.ask("own_title", self.own_title)
        self.ask("own_name", self.own_name)
        self._part("Other readers", _HOW)
        self.others = ReaderList("No other reader")
        self.others.taken_out.connect(self._take_out)
        self.add = OpenRow("A reader's file", press="Add", ending=READER_SUFFIX)
        self.add.chosen.connect(partial(self._open, self.add, self._add))
        self.add.said.connect(self.announced)
        self.main.addWidget(self.others)
        self.ask("readers", self.add)
        self._part("The headteacher's own certificate", _HEADS_OWN)
        self.chair = ReaderList("Nobody yet")
        self.chair.taken_out.connect(lambda _key: self._become(structs.replace(self.draft, head_reader=None)))
        self.add_chair = OpenRow("The chair's reader file", press="Take it", ending=READER_SUFFIX)
        self.add_chair.chosen.connect(partial(self._open, self.add_chair, self._add_chair))
        self.add_chair.said.connect(self.announced)
        self.main.addWidget(self.chair)
        self.ask("head_reader", self.add_chair)
        self.seen = Notice("", Mood.INFORMATION)
        self.main.addWidget(self.seen)
        self._show()

    def filled(self) -> Draft:
        """With who reads here; files are taken in at once."""
        return structs.replace(
            self.draft,
            reads_here=bool(self.here.value),
            own_title=tidy(self.own_title.text()),
            own_name=tidy(self.own_name.text()),
        )

    def keep(self, value: object = None) -> None:
        """Also: what staff will see."""
        super().keep(value)
        self._show_seen()

    def _open(self, row: OpenRow, take: Callable[[Reader], str], path: Path) -> None:
        def taken(reader: Reader) -> None:
            if sentence := take(reader):
                row.refuse(sentence)
                return
            row.field.set_text("")
            self.announced.emit(f"{readers_in_words((reader,))} can read.")

        self.context.tasks.run(
            lambda _job: school_setup.reader_in(path),
            done=taken,
            failed=lambda error: row.refuse(sentence_of(error)),
            owner=self,
        )

    def _add(self, reader: Reader) -> str:
        draft = self.filled()
        added = school_setup.add_reader(draft, reader)
        if len(added.readers) + added.reads_here > MOST_READERS:
            return FULL
        self._become(added)
        return ""

    def _add_chair(self, reader: Reader) -> str:
        self._become(structs.replace(self.filled(), head_reader=reader))
        return ""

    def _take_out(self, key: str) -> None:
        readers = tuple(each for each in self.draft.readers if each.key != key)
        self._become(structs.replace(self.filled(), readers=readers))

    def _become(self, draft: Draft) -> None:
        """Keep a draft that was changed beside the lines of the page."""
        self.store(draft)
        self._show()
        self.keep()

    def _here_chosen(self, _value: object) -> None:
        self._show()

    def _show(self) -> None:
        for line in (self.own_title, self.own_name):
            line.setVisible(bool(self.here.value))
        self.others.show_readers(self.draft.readers)
        self.chair.show_readers((self.draft.head_reader,) if self.draft.head_reader else ())
        self._show_seen()

    def _show_seen(self) -> None:
        self.seen.set_text(f"**Staff will see:** Can be read by {can_be_read_by(self.filled())}.")

    def _part(self, heading: str, words: str) -> None:
        self.main.addSpacing(8)
        self.main.addWidget(Heading(heading, 2))
        self.main.addWidget(TextLabel(words, Role.MUTED))
