"""Whose computer this is: it decides what is kept, and whether a button may open an account here."""

from __future__ import annotations

from nickaudit.domain.answers import Computer
from nickaudit.ui.page import Fault, Footer, Page, PageContext
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.text import Role, TextLabel

QUESTION = "Whose computer is this?"
MISSING = "Choose whose computer this is"
_CHOICES = (
    (Computer.MINE, "Mine", "Your answers are kept here. Buttons can open your accounts in your browser."),
    (
        Computer.SCHOOLS,
        "The school's",
        "Your answers are kept here. Use your own phone: the school's equipment is for school work.",
    ),
    (
        Computer.SHARED,
        "One that several people use",
        "Nothing is kept: when you stop, your answers are gone. Use your own phone to open your accounts.",
    ),
)
_SHARED = (
    "**You will need to finish in one go.** Allow about 20 minutes. The next person sees nothing of you: "
    "no name, "
    "no account, no certificate."
)


class WhoseComputerPage(Page):
    """Three answers, none of them chosen beforehand."""

    heading = QUESTION
    footer = Footer(leave=None)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.main.addWidget(
            TextLabel("It decides what is kept here, and how your accounts are opened.", Role.MUTED)
        )
        self.group = ChoiceGroup(QUESTION, _CHOICES, shows_question=False)
        self.group.chosen.connect(self._chosen)
        self.main.addWidget(self.group)
        self.shared_note = Notice(_SHARED, Mood.INFORMATION)
        self.shared_note.hide()
        self.main.addWidget(self.shared_note)

    def valid(self) -> tuple[Fault, ...]:
        """One of the three must be chosen."""
        missing = self.group.value is None
        self.group.set_fault(MISSING if missing else "")
        return (Fault(MISSING, self.group),) if missing else ()

    def apply(self) -> None:
        """Tell the frame, which opens the check that fits."""
        computer = self.group.value
        if isinstance(computer, Computer):
            self.context.choose_computer(computer)

    def _chosen(self, computer: object) -> None:
        self.group.set_fault("")
        self.put_right(self.group)
        self.shared_note.setVisible(computer is Computer.SHARED)
