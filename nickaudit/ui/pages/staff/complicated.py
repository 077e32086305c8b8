"""It's complicated: a few questions about a matter that no setting settles, and where they lead.

Nothing is recorded: the answers live on this page, and go with it. Without an item it lists the matters.
"""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.complicated import End, Ending, Matter, Question, unpacked
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton, side_link
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words, standing
from nickaudit.ui.widgets.tag import Tag, Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.words_to_say import WordsToSay

TITLE = "It's complicated"
WHAT_IS_IT = "What is it about?"
NOT_RECORDED = "Nothing is recorded. No name is asked for, and nobody is told that you looked here."
OTHER = "Something else is complicated"
ENDINGS = {
    Ending.KEEP_AND_TELL: ("Keep, and tell the school", Tone.FINISHED),
    Ending.KEEP_BUT_RESTRICT: ("Keep, but restrict", Tone.PROGRESS),
    Ending.TAKE_LEAVE: ("Take leave politely", Tone.OPEN),
}


class ComplicatedPage(Page):
    """All matters, or the one whose id is the step's item."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        content = context.services.content
        self._pack, self._complicated = content.policy, unpacked(content.complicated)
        self.status = TITLE
        self._after: list[QWidget] = []
        """What each answer has brought, question after question."""
        matter = self._complicated.matter_of(context.step.item)
        if matter is None:
            self._show_all()
        else:
            self._show_one(matter)

    def _show_all(self) -> None:
        self.heading = WHAT_IS_IT
        self.window_title = TITLE
        self.main.addWidget(TextLabel(NOT_RECORDED, Role.MUTED))
        matters = TaskList(tuple(Task(each.id, each.title) for each in self._complicated.matters))
        matters.chosen.connect(self._open)
        self.main.addWidget(matters)
        self.aside.addWidget(Heading("Has something happened?", 4))
        link = side_link("Who to tell")
        link.clicked.connect(lambda: self.step_requested.emit(Step(kind=StepKind.WHO_TO_TELL)))
        self.aside.addWidget(link)

    def _show_one(self, matter: Matter) -> None:
        self.heading = matter.title
        self.window_title = f"{TITLE}: {matter.title}"
        self.main.addWidget(TextLabel(matter.lead))
        self.main.addWidget(TextLabel(NOT_RECORDED, Role.MUTED))
        self._matter = matter
        self._tree = QVBoxLayout()
        self._tree.setSpacing(12)
        self.main.addLayout(self._tree)
        self._ask(matter.questions[0])
        row = FlowLayout()
        other = LinkButton(OTHER)
        other.clicked.connect(lambda: self._open(""))
        row.addWidget(other)
        self.main.addSpacing(6)
        self.main.addLayout(row)
        self._add_policy(matter)

    def _add_policy(self, matter: Matter) -> None:
        lines = self._pack.lines_of(matter.policy)
        self.aside.addWidget(Heading("What the policy says", 4))
        for line in lines:
            self.aside.addWidget(NotedLabel(line_words(line), standing((line,))[0], Role.SIDE))
        self.aside.addWidget(TextLabel(OUR_WORDS, Role.SIDE_MUTED))

    def _ask(self, question: Question) -> None:
        group = ChoiceGroup(
            question.question, tuple((choice.leads_to, choice.answer, "") for choice in question.choices)
        )
        group.chosen.connect(partial(self._answered, group))
        self._put(group)

    def _answered(self, group: ChoiceGroup, leads_to: object) -> None:
        """What an earlier answer brought goes; what this one brings comes under it."""
        while self._after[-1] is not group:
            gone = self._after.pop()
            self._tree.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        question, end = self._matter.question_of(str(leads_to)), self._matter.end_of(str(leads_to))
        if question is not None:
            self._ask(question)
            self.announced.emit(f"Next question: {question.question}")
        elif end is not None:
            self._put(self._shown(end))
            self.announced.emit(f"{ENDINGS[end.ending][0]}. {end.title}")

    def _shown(self, end: End) -> QWidget:
        shown = QWidget()
        column = QVBoxLayout(shown)
        column.setContentsMargins(0, 6, 0, 0)
        column.setSpacing(12)
        card = Card(crowned=True)
        row = FlowLayout()
        row.addWidget(Tag(*ENDINGS[end.ending]))
        card.column.addLayout(row)
        card.column.addWidget(Heading(end.title))
        if end.ending is Ending.TAKE_LEAVE:
            question, mark, rest = self._pack.keep_before_you_tidy.partition("?")
            card.column.addWidget(Notice(f"**{question}{mark}**{rest}", Mood.INFORMATION))
        card.column.addWidget(Bullets(end.do, numbered=True))
        card.column.addWidget(TextLabel(f"**Why:** {end.why}", marks=True))
        column.addWidget(card)
        for words in end.words:
            column.addWidget(TextLabel(f"Words for {words.to}", Role.STRONG))
            to_say = WordsToSay(words.say, name=f"Copy the words for {words.to}")
            to_say.said.connect(self.announced)
            column.addWidget(to_say)
        return shown

    def _put(self, widget: QWidget) -> None:
        self._after.append(widget)
        self._tree.addWidget(widget)

    def _open(self, item: object) -> None:
        self.step_requested.emit(Step(kind=StepKind.COMPLICATED, item=str(item)))
