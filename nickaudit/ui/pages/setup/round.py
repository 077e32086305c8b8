"""How often the check comes round, how long somebody new has for it, and who is asked."""

from __future__ import annotations

from msgspec import structs
from PySide6.QtWidgets import QWidget

from nickaudit.domain.ids import GroupId
from nickaudit.domain.school_draft import Draft
from nickaudit.ui.page import Fault, PageContext
from nickaudit.ui.pages.setup.base import DraftPage
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.tick_group import TickGroup

NOBODY = "Choose at least one group"


class RoundPage(DraftPage):
    """Two numbers, and the groups the policy is for."""

    heading = "Who is asked, and how often?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.main.addSpacing(8)
        draft, groups = self.draft, context.services.content.policy.groups
        self.months = Field("How often, in months", hint="12 is once a year. From 1 to 24.", characters=6)
        self.days = Field(
            "Time for somebody new, in days",
            hint="How long they have for their first check. 28 is four weeks.",
            characters=6,
        )
        self.groups = TickGroup(
            "Who is asked to do it?",
            tuple((group.id, group.title) for group in groups),
            hint="These are the groups your policy is for.",
        )
        self.months.set_text(_shown(draft.every_months))
        self.days.set_text(_shown(draft.induction_days))
        self.groups.set_values(draft.groups or tuple(group.id for group in groups))
        self.ask("every_months", self.months)
        self.ask("induction_days", self.days)
        self.ask("groups", self.groups)
        self.groups.changed.connect(self._groups_changed)

    def filled(self) -> Draft:
        """With both numbers and the groups; all of them stand for everybody."""
        chosen = tuple(GroupId(str(each)) for each in self.groups.values())
        is_all = len(chosen) == len(self.context.services.content.policy.groups)
        return structs.replace(
            self.draft,
            every_months=_number(self.months.text()),
            induction_days=_number(self.days.text()),
            groups=() if is_all else chosen or self.draft.groups,
        )

    def valid(self) -> tuple[Fault, ...]:
        """Also: somebody has to be asked."""
        found = super().valid()
        if self.groups.values():
            return found
        self.groups.set_fault(NOBODY)
        return (*found, Fault(NOBODY, self.groups))

    def _groups_changed(self) -> None:
        if self.groups.values():
            self.keep()

    def put_right(self, control: QWidget) -> None:
        """Not while nobody is asked."""
        if control is not self.groups or self.groups.values():
            super().put_right(control)


def _number(text: str) -> int:
    return int(text) if text.isascii() and text.isdigit() and len(text) < 5 else 0


def _shown(number: int) -> str:
    return str(number) if number else ""
