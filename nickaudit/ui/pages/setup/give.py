"""The school file is made: save it, and how staff get it."""

from __future__ import annotations

from pathlib import Path

from nickaudit.domain import route
from nickaudit.domain.delivery import Delivery
from nickaudit.domain.school import VerifiedSchool
from nickaudit.services import giving_school, school_setup
from nickaudit.ui.draft_messages import LETTER_BOX
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import SetUpBase, saved, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.save_row import SaveRequest, SaveRow, documents_folder
from nickaudit.ui.widgets.school_facts import fingerprint_in_words
from nickaudit.ui.widgets.server_log_in import ServerLogIn
from nickaudit.ui.widgets.text import Role, TextLabel

DONE = "Back to set-up"
PUT_THERE, SENDING = "Put it there", "Sending… This takes a few seconds, at most twenty."
IS_THERE = "The school file is on the server, beside the certificates."
_FIRST = "**{school} is set up, and this computer uses its file.** Now staff need it too. It holds no secret."
_NEXT = "**The new school file is in use on this computer.** It is number {number}. Now staff need it too."
_HOW = (
    "**From the share:** save it there, and tell staff where it lies.",
    "**On a memory stick,** or by e-mail from you.",
    "**On computers the school looks after:** put it beside the program. Each person is then asked.",
)
_THEN = (
    "Each person opens it once: with a double click, or by dragging it into the window. "
    "They see what it does before they use it."
)
_COMPARE = "Staff can compare the file with yours. Read these letters out when somebody asks."


class GivePage(SetUpBase):
    """Where to save it, then how to hand it out."""

    heading = "Give staff the school file"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        used = context.services.school_file
        if used is None:
            self.main.addWidget(TextLabel(school_setup.NotSetUpError().sentence))
            return
        self._fill(used)

    def _fill(self, used: VerifiedSchool) -> None:
        school, services = used.school, self.context.services
        words = _FIRST if school.sequence == 1 else _NEXT
        self.main.addWidget(
            Notice(words.format(school=school.short_name, number=school.sequence), Mood.SUCCESS)
        )
        self.save_row = SaveRow(self.context.tasks)
        self.save_row.said.connect(self.announced)
        self.main.addWidget(self.save_row)
        folder = Path(school.share.folder) if school.share.folder else documents_folder()
        self.save_row.ask(
            SaveRequest(
                label="The folder to save the school file in",
                place=folder,
                save=lambda path, may_replace: saved(
                    lambda: school_setup.export(services, path, replace=may_replace)
                ),
            ),
            focus=False,
        )
        if school.share.is_direct:
            self._part("Put it on the server")
            self.log_in = ServerLogIn(PUT_THERE)
            self.log_in.given.connect(self._put_on_server)
            self.log_in.said.connect(self.announced)
            self.main.addWidget(self.log_in)
        self._part("How staff get it")
        self.main.addWidget(Bullets(_HOW))
        self.main.addWidget(TextLabel(_THEN))
        mark = Disclosure("The file's fingerprint")
        mark.column.addWidget(TextLabel(_COMPARE, Role.SIDE_MUTED))
        mark.column.addWidget(TextLabel(fingerprint_in_words(used.key), Role.STRONG))
        self.main.addWidget(mark)
        done = Button(DONE, Kind.PRIMARY)
        done.clicked.connect(lambda: self.go(route.SET_UP))
        row = FlowLayout()
        row.addWidget(done)
        self.main.addSpacing(8)
        self.main.addLayout(row)

    def _put_on_server(self, user: str, password: str) -> None:
        services = self.context.services
        self.log_in.say(SENDING, Mood.INFORMATION)
        self.context.tasks.run(
            lambda job: giving_school.put_on_server(
                services, user=user, password=password, cancelled=job.cancelled
            ),
            done=self._was_put,
            failed=lambda error: self.log_in.say(sentence_of(error), Mood.ERROR),
            owner=self,
        )

    def _was_put(self, state: Delivery) -> None:
        if state is Delivery.SENT:
            self.log_in.say(IS_THERE, Mood.SUCCESS)
        else:
            self.log_in.say(LETTER_BOX[state], Mood.WARNING)

    def _part(self, heading: str) -> None:
        self.main.addSpacing(4)
        self.main.addWidget(Heading(heading, 2))
