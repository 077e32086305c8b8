"""Who makes the check: all that a certificate may ever repeat of a person, and nothing more.

Whatever is typed or chosen is stored at once, as soon as all that must be given is there and right.
"""

from __future__ import annotations

from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.domain.ids import RoleId
from nickaudit.domain.person import AboutYou, AuditKind, Person, PersonFault, faults, tidy
from nickaudit.ui.messages import PERSON_FAULTS
from nickaudit.ui.page import Fault, Page, PageContext
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.even_grid import EvenGrid
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.text import Role as TextRole
from nickaudit.ui.widgets.text import TextLabel

_ROLE_WIDTH = 300
_SPACE = 14
_WHY = "If you like, so that two people of one name are not mixed up."


class AboutYouPage(Page):
    """Six questions, two of which may stay empty."""

    heading = "About you"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        session = context.session
        if session is None:
            raise LookupError(context.step.token)
        self._session = session
        policy = session.content.policy
        self.main.addWidget(
            TextLabel(
                "This is what your certificate says of you. "
                "You are not asked for a password, or for your name on any site.",
                TextRole.MUTED,
            )
        )
        self.name = Field("Name you use at work", characters=36)
        self.name.edit.setMaxLength(300)
        roles = tuple((role.id, role.title, "") for role in policy.roles)
        self.role = ChoiceGroup("Your role", roles, hint="Choose the one that fits best.")
        _in_columns(self.role)
        self.email = Field("Work e-mail (optional)", hint=_WHY, characters=36)
        self.staff_number = Field("Staff number (optional)", hint=_WHY, characters=18)
        self.kind = ChoiceGroup(
            "Why are you making this check now?",
            (
                (AuditKind.JOINING, "I have just joined the school", ""),
                (AuditKind.YEARLY, "It is time for my yearly check", policy.yearly_note),
            ),
        )
        self.online = ChoiceGroup(
            "Are you active online as part of your job?",
            ((True, "Yes", "You will then read one more page of the policy."), (False, "No", "")),
            hint="You post on the school's pages, run a class account, or have an account for your work.",
        )
        for part in (self.name, self.role, self.email, self.staff_number, self.kind, self.online):
            self.main.addWidget(part)
            self.main.addSpacing(_SPACE)
        self._controls: dict[PersonFault, Field | ChoiceGroup] = {
            PersonFault.NO_NAME: self.name,
            PersonFault.NAME_TOO_LONG: self.name,
            PersonFault.NO_ROLE: self.role,
            PersonFault.BAD_EMAIL: self.email,
            PersonFault.NUMBER_TOO_LONG: self.staff_number,
            PersonFault.NO_KIND: self.kind,
            PersonFault.NO_ONLINE: self.online,
        }

    def load(self) -> None:
        """Show what is stored; then listen."""
        progress = self._session.progress
        given = progress.about_you or progress.person
        if given is not None:
            self.name.set_text(given.name)
            known = self._session.content.policy.role(RoleId(given.role))
            self.role.set_value(given.role if known else None)
            self.email.set_text(given.email)
            self.staff_number.set_text(given.staff_number)
            self.kind.set_value(AuditKind(given.kind) if given.kind in set(AuditKind) else None)
            self.online.set_value(given.online_in_job)
        for field in (self.name, self.email, self.staff_number):
            field.changed.connect(lambda _text, field=field: self._given(field))
        for group in (self.role, self.kind, self.online):
            group.chosen.connect(lambda _value, group=group: self._given(group))

    def valid(self) -> tuple[Fault, ...]:
        """What must be put right, in the order of the page; shown beside each question too."""
        found = self._wrong()
        for control in self._controls.values():
            control.set_fault("")
        for fault in found:
            self._controls[fault].set_fault(PERSON_FAULTS[fault])
        return tuple(Fault(PERSON_FAULTS[fault], self._controls[fault]) for fault in found)

    def apply(self) -> None:
        """Everything is stored already; once more, for text that came in another way than by typing."""
        self._store()

    def _given(self, control: QWidget) -> None:
        """Store what is right, and take a complaint away once it is met."""
        if not any(self._controls[fault] is control for fault in self._wrong()):
            for own in self._controls.values():
                if own is control:
                    own.set_fault("")
            self.put_right(control)
        self._store()
        self.saved.emit()

    def _wrong(self) -> tuple[PersonFault, ...]:
        online = self.online.value
        return faults(
            name=self.name.text(),
            role=str(self.role.value or ""),
            kind=str(self.kind.value or ""),
            email=self.email.text(),
            staff_number=self.staff_number.text(),
            online=online if isinstance(online, bool) else None,
        )

    def _store(self) -> None:
        """Store the person; or, while something is missing or not right yet, what stands on the page."""
        online = self.online.value
        typed = AboutYou(
            name=self.name.text(),
            role=str(self.role.value or ""),
            kind=str(self.kind.value or ""),
            email=self.email.text(),
            staff_number=self.staff_number.text(),
            online_in_job=online if isinstance(online, bool) else None,
        )
        if self._wrong():
            self._session.set_person(typed)
            return
        self._session.set_person(
            Person(
                name=tidy(typed.name),
                role=RoleId(typed.role),
                kind=AuditKind(typed.kind),
                email=tidy(typed.email),
                staff_number=tidy(typed.staff_number),
                online_in_job=bool(online),
            )
        )


def _in_columns(group: ChoiceGroup) -> None:
    """Lay the answers out side by side where there is room; there are many roles."""
    column = group.layout()
    if not isinstance(column, QVBoxLayout):
        return
    grid = EvenGrid(least=lambda: current_theme().px(_ROLE_WIDTH))
    for row in group.rows:
        column.removeWidget(row)
        grid.addWidget(row)
    column.addLayout(grid)
