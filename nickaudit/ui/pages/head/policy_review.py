"""Questions for the policy's next review: where a reader stopped, each with its place in the policy."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from nickaudit.domain import route
from nickaudit.domain.due_dates import in_words, month_in_words
from nickaudit.domain.policy import PolicyLine, PolicyPack
from nickaudit.domain.policy_review import ReviewPoint, Subject, review_points
from nickaudit.domain.route import Step, StepKind
from nickaudit.ui import desktop
from nickaudit.ui.page import Bar, BarLink, Page, PageContext
from nickaudit.ui.pages.reading.policy_document import HEADING, PolicyDocumentPart, is_wanted
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.keep_sheet import KeepSheet
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from nickaudit.documents.pdf.sheet import Sheet

OUR_POLICY = "Change our policy"
COPY_ALL = "Copy all as text"
COPIED = "Copied. You can paste it into an e-mail or the agenda."
NOT_ADVICE = "These are questions, not legal advice. The headteacher and the governors decide."
NOTHING = "We found nothing to ask. That does not mean that the policy needs no review."
SUBJECTS: dict[Subject, str] = {
    Subject.REVIEW_DATE: "The review date",
    Subject.GUIDANCE: "Guidance that has been replaced",
    Subject.CONTRADICTION: "Sentences that do not fit together",
    Subject.ABSOLUTE: "Wording without exceptions",
    Subject.INCOMPLETE: "Sentences that are not complete",
    Subject.GAP: "What the policy does not say",
}


class PolicyReviewPage(Page):
    """Numbered throughout, so that a meeting can speak of question 7."""

    heading = "Questions for your next review"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self._pack = context.services.content.policy
        self.points = review_points(self._pack, today=context.today())
        self.kicker = f"{self._pack.school.name} · {self._pack.title}"
        self.bar = Bar(
            "School reports", links=(BarLink(OUR_POLICY, self._our_policy), BarLink("Help", self._help))
        )
        self.main.addWidget(TextLabel(_intro(self._pack), Role.BODY))
        if not self.points:
            self.main.addWidget(TextLabel(NOTHING))
            self._add_document()
            return
        copy = Button(COPY_ALL, Kind.SMALL, icon="copy")
        copy.clicked.connect(self._copy)
        self.keep = KeepSheet(
            lambda: sheet(self._pack, self.points),
            file_name="Questions for the policy review.pdf",
            tasks=context.tasks,
            first=copy,
        )
        self.keep.said.connect(self.announced)
        self.main.addWidget(self.keep)
        number = 0
        for subject, group in groupby(self.points, key=lambda point: point.subject):
            self.main.addSpacing(8)
            self.main.addWidget(Heading(SUBJECTS[subject], 2))
            card = Card()
            for i, point in enumerate(group):
                number += 1
                if i:
                    card.column.addWidget(Rule())
                self._add(card, number, point)
            self.main.addWidget(card)
        self._add_document()

    def text(self) -> str:
        """All of it as plain text."""
        said = [self.heading, self.kicker, "", _intro(self._pack)]
        number = 0
        for subject, group in groupby(self.points, key=lambda point: point.subject):
            said += ["", SUBJECTS[subject].upper()]
            for point in group:
                number += 1
                said += [f"{number}. {point.words}", *(f"   - {words}" for words in _details(point))]
        return "\n".join([*said, "", f"Put together on {in_words(self.context.today())}."])

    def _add_document(self) -> None:
        if is_wanted(self.context):
            self.main.addSpacing(8)
            self.main.addWidget(Heading(HEADING, 2))
            self.document = PolicyDocumentPart(self.context)
            self.document.said.connect(self.announced)
            self.main.addWidget(self.document)

    def _add(self, card: Card, number: int, point: ReviewPoint) -> None:
        card.column.addWidget(TextLabel(f"**{number}.** {point.words}", marks=True))
        for line in point.lines:
            card.column.addWidget(TextLabel(f"**{_place(line)}:** {line_words(line)}", Role.SIDE, marks=True))
        if point.looked_on:
            card.column.addWidget(TextLabel(_looked(point), Role.SIDE_MUTED))

    def _copy(self) -> None:
        desktop.copy(self.text())
        self.keep.say(COPIED)

    def _our_policy(self) -> None:
        self.step_requested.emit(route.OUR_POLICY)

    def _help(self) -> None:
        self.step_requested.emit(Step(kind=StepKind.HELP))


def sheet(pack: PolicyPack, points: tuple[ReviewPoint, ...]) -> Sheet:
    """The same to print."""
    from nickaudit.documents.pdf.sheet import Entry, Part, Sheet

    numbered = list(enumerate(points, 1))
    parts = tuple(
        Part(
            heading=SUBJECTS[subject],
            entries=tuple(Entry(f"{n}. {point.words}", _details(point)) for n, point in group),
        )
        for subject, group in groupby(numbered, key=lambda pair: pair[1].subject)
    )
    foot = f"{pack.school.name} · {pack.title}"
    return Sheet(title=PolicyReviewPage.heading, intro=_intro(pack), parts=parts, foot=foot)


def _intro(pack: PolicyPack) -> str:
    read = f"We read the policy of {month_in_words(pack.adopted)} and noted what we would ask."
    return f"{read} {NOT_ADVICE} {OUR_WORDS}"


def _details(point: ReviewPoint) -> tuple[str, ...]:
    lines = tuple(f"{_place(line)}: {line.words}" for line in point.lines)
    return (*lines, _looked(point)) if point.looked_on else lines


def _looked(point: ReviewPoint) -> str:
    return f"We last looked in {month_in_words(point.looked_on)}."


def _place(line: PolicyLine) -> str:
    return line.place[0].upper() + line.place[1:]
