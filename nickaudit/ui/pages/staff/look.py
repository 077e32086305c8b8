"""People, groups or old posts of one account to go through: keep first, then tidy. Nothing waits for it."""

from __future__ import annotations

from functools import partial

from msgspec.structs import replace

from nickaudit.domain import outcome
from nickaudit.domain.answers import LookAnswer
from nickaudit.domain.complicated import unpacked
from nickaudit.domain.ids import SituationId
from nickaudit.domain.platforms import Kind
from nickaudit.domain.policy import Situation, Topic
from nickaudit.domain.route import Step, StepKind
from nickaudit.services.preferences import Preference, remember, remembered
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.pages.reading.policy_reader import policy_reader
from nickaudit.ui.widgets.answer_bar import AnswerBar
from nickaudit.ui.widgets.answer_words import OF_A_LOOK, look_options
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.chip import Size
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton, side_link
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.policy_words import line_words
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.where_card import Way, WhereCard

QUESTION = "How far did you get?"
PUPIL_CONTACT = SituationId("pupil-contact")
FAMILY_TIE = SituationId("family-tie")
AFTERWARDS = {
    LookAnswer.THROUGH: "",
    LookAnswer.STARTED: "It stays on your list. At the end you choose one date for all that is left.",
    LookAnswer.NOT_SURE: (
        "You can come back to this. If you are not sure about somebody, talk to {lead} or the headteacher."
    ),
}
"""What stands under the answers once one is given."""
_TELL, _FAMILY = "tell", "family"
_COUNTED = {1: "a minute", 2: "two minutes", 3: "three minutes", 4: "four minutes", 5: "five minutes"}


class LookPage(Page):
    """The look that `context.step` names, essential or more."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session, step = context.session, context.step
        planned = session.plan.look(step.account, step.item) if session else None
        if session is None or planned is None:
            raise LookupError(step.token)
        self._session, self._planned = session, planned
        self.heading = planned.look.heading
        self.status = f"{planned.title} · a look"
        self.kicker = planned.title if planned.title != planned.platform.name else ""
        self._store = replace(context.services, private=session.database)
        self._add_keep_first()
        self._add_card()
        self._add_answers()
        self._add_side()

    def load(self) -> None:
        """Show how far the person said they got."""
        answer = outcome.look_answer(self._session.progress, self._planned)
        self.answers.set_value(answer)
        self._clear.setVisible(answer is not None)
        lead = self._session.content.policy.lead
        self._after.setText(AFTERWARDS[answer].format(lead=lead) if answer else "")
        self._after.setVisible(bool(self._after.text()))

    def _add_keep_first(self) -> None:
        question, mark, rest = self._session.content.policy.keep_before_you_tidy.partition("?")
        text = f"**{question}?**{rest}" if mark else question
        self.main.addWidget(Notice(f"{text} [How to tell them]({_TELL})", links={_TELL: self._tell}))

    def _add_card(self) -> None:
        look = self._planned.look
        place = self._planned.platform
        is_listing = place.kind is Kind.LISTING
        way = Way(place.name, look.paths, (), look.link, look.link_kind, is_listing)
        minutes = max(1, round(look.seconds / 60))
        card = WhereCard(
            way,
            device=remembered(self._store, Preference.DEVICE) or "",
            opens=self._session.computer.opens_accounts,
            parent=self.main_box,
            title=f"Look for {_COUNTED.get(minutes, f'{minutes} minutes')}",
        )
        card.device_chosen.connect(lambda chosen: remember(self._store, Preference.DEVICE, chosen))
        card.said.connect(self.announced)
        tie = self._situation(FAMILY_TIE)
        prompts = tuple(_linked(prompt) if tie else prompt for prompt in look.prompts)
        card.add_under(Bullets(prompts, links={_FAMILY: self._show_family}))
        self._family = self._family_notice(tie) if tie else Notice("")
        self._family.hide()
        card.add_under(self._family)
        self.main.addWidget(card)

    def _family_notice(self, tie: Situation) -> Notice:
        step = Step(kind=StepKind.WHO_TO_TELL, item=tie.id)
        text = f"{' '.join(tie.first)} [What to say to them]({_TELL})"
        return Notice(text, links={_TELL: lambda: self.step_requested.emit(step)})

    def _add_answers(self) -> None:
        self.main.addSpacing(8)
        head = FlowLayout(spacing=16)
        head.addWidget(TextLabel(QUESTION, Role.STRONG, parent=self.main_box))
        self._clear = LinkButton("Clear", name="Clear how far you got")
        self._clear.clicked.connect(self._take_back)
        policy = self._clear.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._clear.setSizePolicy(policy)
        self.answers = AnswerBar(QUESTION, look_options(), joined=False, size=Size.LARGE)
        self.answers.answered.connect(self._answer)
        head.addWidget(self._clear)
        self.main.addLayout(head)
        self.main.addWidget(self.answers)
        before = self._session.last_year
        answer = outcome.look_answer(before, self._planned) if before else None
        if answer is not None:
            self.main.addWidget(TextLabel(f"Last time: {OF_A_LOOK[answer]}", Role.SIDE_MUTED))
        self._after = TextLabel("", Role.MUTED)
        self.main.addWidget(self._after)

    def _add_side(self) -> None:
        look, lines = self._planned.look, self._planned.lines
        if lines:
            self.aside.addWidget(Heading("What the policy says", 4))
            for line in lines:
                self.aside.addWidget(TextLabel(line_words(line), Role.SIDE, marks=True, parent=self.side_box))
            read = policy_reader(self.context, lines, shows_words=False)
            read.opened.connect(self.announced)
            self.aside.addWidget(read)
        if any(line.topic is Topic.PEOPLE for line in lines):
            self._add_complicated()
        if look.good_to_know:
            if lines:
                self.aside.addSpacing(14)
            self.aside.addWidget(Heading("Good to know", 4))
            self.aside.addWidget(TextLabel(look.good_to_know, Role.SIDE))

    def _add_complicated(self) -> None:
        matters = unpacked(self._session.content.complicated).matters
        beside = [matter for matter in matters if matter.beside_looks]
        if beside:
            self.aside.addSpacing(14)
            self.aside.addWidget(Heading("It's complicated?", 4))
        for matter in beside:
            step = Step(kind=StepKind.COMPLICATED, item=matter.id)
            link = side_link(matter.title)
            link.clicked.connect(partial(self.step_requested.emit, step))
            self.aside.addWidget(link)

    def _answer(self, answer: LookAnswer | None) -> None:
        try:
            self._session.answer_look(self._planned.section, self._planned.look.id, answer)
        finally:
            self.load()  # what is stored, also where storing failed
        self.saved.emit()
        if self._after.text():
            self.announced.emit(self._after.text())

    def _take_back(self) -> None:
        self.answers.setFocus()
        self._answer(None)

    def _tell(self) -> None:
        known = self._situation(PUPIL_CONTACT)
        self.step_requested.emit(Step(kind=StepKind.WHO_TO_TELL, item=known.id if known else ""))

    def _show_family(self) -> None:
        self._family.show()
        self.announced.emit(self._family.label.text())

    def _situation(self, situation: SituationId) -> Situation | None:
        return next((each for each in self._session.content.policy.situations if each.id == situation), None)


def _linked(prompt: str) -> str:
    """A prompt of a question and its answer, with the answer as a link: "Family or friends among them? …"."""
    question, mark, answer = prompt.partition("? ")
    return f"{question}? [{answer}]({_FAMILY})" if mark else prompt
