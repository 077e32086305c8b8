"""What would you do? Short cases to think about, off the way: no answer is marked right, none is kept."""

from __future__ import annotations

from nickaudit.domain.complicated import Response, Scenario, unpacked
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.noted_label import NotedLabel
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words, standing
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

TITLE = "What would you do?"
NOT_COUNTED = "Only if you like. Nothing is recorded or counted, and no answer is marked right or wrong."
OTHERS = "What about the others?"
ALL = "All the cases"


class ScenariosPage(Page):
    """All cases, or the one whose id is the step's item."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        content = context.services.content
        self._pack, self._cases = content.policy, unpacked(content.complicated).scenarios
        self.status = TITLE
        scenario = next((each for each in self._cases if each.id == context.step.item), None)
        if scenario is None:
            self._show_all()
        else:
            self._show_one(scenario)

    def _show_all(self) -> None:
        self.heading = TITLE
        self.main.addWidget(TextLabel(NOT_COUNTED, Role.MUTED))
        cases = TaskList(tuple(Task(each.id, each.title, note="a minute") for each in self._cases))
        cases.chosen.connect(self._open)
        self.main.addWidget(cases)

    def _show_one(self, scenario: Scenario) -> None:
        self.heading = scenario.title
        self.window_title = f"{TITLE} {scenario.title}"
        self._scenario = scenario
        self.main.addWidget(TextLabel(NOT_COUNTED, Role.MUTED))
        card = Card()
        card.column.addWidget(TextLabel(scenario.story))
        self.main.addWidget(card)
        self.group = ChoiceGroup(
            TITLE, tuple((number, each.words, "") for number, each in enumerate(scenario.responses))
        )
        self.group.chosen.connect(self._chose)
        self.main.addSpacing(6)
        self.main.addWidget(self.group)
        self._reason = Notice("")
        self._reason.hide()
        self.main.addWidget(self._reason)
        self._others = Disclosure(OTHERS)
        self._rests = [TextLabel("", marks=True) for _ in scenario.responses[1:]]
        for rest in self._rests:
            self._others.column.addWidget(rest)
        self._others.hide()
        self.main.addWidget(self._others)
        self._add_ways_on(scenario)
        self._add_policy(scenario)

    def _add_ways_on(self, scenario: Scenario) -> None:
        row = FlowLayout(spacing=20)
        place = self._cases.index(scenario) + 1
        if place < len(self._cases):
            following = self._cases[place]
            link = LinkButton(f"Next: {following.title}")
            link.clicked.connect(lambda: self._open(following.id))
            row.addWidget(link)
        every = LinkButton(ALL)
        every.clicked.connect(lambda: self._open(""))
        row.addWidget(every)
        self.main.addSpacing(6)
        self.main.addLayout(row)

    def _add_policy(self, scenario: Scenario) -> None:
        self.aside.addWidget(Heading("What the policy says", 4))
        for line in self._pack.lines_of(scenario.policy):
            self.aside.addWidget(NotedLabel(line_words(line), standing((line,))[0], Role.SIDE))
        self.aside.addWidget(TextLabel(OUR_WORDS, Role.SIDE_MUTED))

    def _chose(self, number: object) -> None:
        """The reason for what was chosen; those of the others for whoever asks."""
        responses = self._scenario.responses
        chosen = next(each for place, each in enumerate(responses) if place == number)
        self._reason.set_text(chosen.why)
        self._reason.show()
        others = [each for each in responses if each is not chosen]
        for label, other in zip(self._rests, others, strict=True):
            label.setText(_both(other))
        self._others.show()
        self.announced.emit(chosen.why)

    def _open(self, item: object) -> None:
        self.step_requested.emit(Step(kind=StepKind.SCENARIOS, item=str(item)))


def _both(response: Response) -> str:
    return f"**{response.words}** {response.why}"
