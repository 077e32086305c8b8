"""The policy that the check goes by: which, when adopted, when it is looked at again."""

from __future__ import annotations

from msgspec import structs

from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school_draft import Draft
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import DraftPage
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.month_field import MonthField

OUR_POLICY = "Our policy: what is asked, and in which words"
QUESTIONS = "Questions for your next review"


class PolicyPage(DraftPage):
    """Which one it is, and two months."""

    heading = "Which policy does the check go by?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        policy = context.services.content.policy
        self.say_first("The check asks what this policy asks. The dates are shown to staff as you give them.")
        self.main.addWidget(
            FactTable(
                (
                    Entry("Policy", policy.title),
                    Entry("In our words", f"{len(policy.lines)} lines, version {policy.version}"),
                )
            )
        )
        self.main.addSpacing(8)
        self.adopted = MonthField("When was it adopted?", hint="For example, 5 2018.")
        self.next_review = MonthField("When is its next review?", hint="It may lie in the past.")
        self.adopted.set_value(self.draft.adopted)
        self.next_review.set_value(self.draft.next_review)
        self.ask("adopted", self.adopted)
        self.ask("next_review", self.next_review)
        for words, step in ((OUR_POLICY, route.OUR_POLICY), (QUESTIONS, Step(kind=StepKind.POLICY_REVIEW))):
            link = LinkButton(words)
            link.clicked.connect(lambda _on=False, step=step: self.go(step))
            self.main.addWidget(link)

    def filled(self) -> Draft:
        """With both months."""
        return structs.replace(self.draft, adopted=self.adopted.value(), next_review=self.next_review.value())
