"""One page of what the policy says, to read and no more: the day it was read is all that is stored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from nickaudit.domain.due_dates import in_words
from nickaudit.domain.ids import LineId
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.page import CONTINUE, Footer, Page, PageContext
from nickaudit.ui.pages.reading.policy_reader import policy_reader
from nickaudit.ui.widgets.button import Button
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.keep_sheet import KeepSheet
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words, standing
from nickaudit.ui.widgets.read_policy import READ_IT
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from nickaudit.documents.pdf.sheet import Sheet

CASES = "What would you do? Short cases, if you like"
READ = "I have read this"
QUESTION = "I have a question"
EACH_LINE = "Under each line you see how strong it is, and where to look in the policy."
TAKE_ALONG = "Here is a sheet to take along. Nothing is recorded, and you can go on."


class PolicySaysPage(Page):
    """The statement page that `context.step` names."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = context.session
        page = session.plan.statement(context.step.item) if session else None
        if session is None or page is None:
            raise LookupError(context.step.token)
        self._session, self._statement = session, page
        self.heading = page.heading
        self.status = self._place()
        for group in page.groups:
            self._add_group(group.heading, group.lines)
        if not page.groups:
            self._add_group("", page.lines)
        if page.note:
            self.main.addSpacing(8)
            self.main.addWidget(Notice(page.note))
        self.keep: KeepSheet | None = None
        self._add_where_to_turn()
        self.aside.addWidget(Heading("About this page", 4))
        self.aside.addWidget(TextLabel(f"{OUR_WORDS} {EACH_LINE}", Role.SIDE))
        self._read_on = TextLabel("", Role.SIDE)
        self.aside.addWidget(self._read_on)

    def load(self) -> None:
        """Show the day it was read, if it was."""
        day = self._session.progress.read.get(self._statement.id)
        self._read_on.setText(f"Read on {in_words(day)}" if day else "")
        self._read_on.setVisible(day is not None)
        self.footer = Footer(continue_text=CONTINUE if day else READ)

    def apply(self) -> None:
        """Store that it was read today, the first time."""
        if self._statement.id not in self._session.progress.read:
            self._session.read_page(self._statement.id)
            self.saved.emit()

    def sheet(self) -> Sheet:
        """The sheet to take along, with room for the question and the answer."""
        from nickaudit.documents.pdf.sheet import Part, Sheet

        return Sheet(
            title="A question about the social media policy",
            intro=f"{self._session.content.policy.school.name}. It is about: {self._statement.title}.",
            parts=(
                Part(heading="My question", lines=6),
                Part(heading="Who to ask", text=self._statement.where_to_turn),
                Part(heading="The answer", lines=6),
            ),
            foot="This sheet is yours. Nobody has been told that you have a question.",
        )

    def _place(self) -> str:
        pages = self._session.plan.statements
        return f"What the policy says · {pages.index(self._statement) + 1} of {len(pages)}"

    def _add_group(self, heading: str, ids: tuple[LineId, ...]) -> None:
        lines = self._session.content.policy.lines_of(ids)
        if not lines:
            return
        if heading:
            self.main.addSpacing(6)
            self.main.addWidget(Heading(heading))
        card = Card()
        card.column.setSpacing(0)
        for number, line in enumerate(lines):
            words = NotedLabel(line_words(line), standing((line,))[0], ruled=number > 0)
            card.column.addWidget(words)
        self.main.addWidget(card)
        name = f"{READ_IT}: {heading}" if heading else ""
        read = policy_reader(self.context, lines, shows_words=False, name=name, in_side=False)
        read.opened.connect(self.announced)
        self.main.addWidget(read)

    def _add_where_to_turn(self) -> None:
        self.main.addSpacing(6)
        self.main.addWidget(Heading("Where to turn"))
        self.main.addWidget(TextLabel(self._statement.where_to_turn))
        row = FlowLayout()
        self.question = Button(QUESTION)
        self.question.clicked.connect(self._ask)
        row.addWidget(self.question)
        self.main.addLayout(row)
        cases = LinkButton(CASES)
        cases.clicked.connect(lambda: self.step_requested.emit(Step(kind=StepKind.SCENARIOS)))
        beside = FlowLayout()
        beside.addWidget(cases)
        self.main.addLayout(beside)

    def _ask(self) -> None:
        if self.keep is None:
            self.keep = KeepSheet(self.sheet, file_name="A question.pdf", tasks=self.context.tasks)
            self.keep.said.connect(self.announced)
            self.main.addWidget(TextLabel(TAKE_ALONG))
            self.main.addWidget(self.keep)
        self.announced.emit(TAKE_ALONG)
