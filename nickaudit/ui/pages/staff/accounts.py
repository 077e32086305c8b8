"""Which accounts a person has: where, and nothing that could find them there."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from nickaudit.domain.accounts import GENERAL, Account, in_order, may_be_a_handle, titles
from nickaudit.domain.ids import AccountId, PlatformId
from nickaudit.domain.person import tidy
from nickaudit.ui.page import Fault, Page, PageContext
from nickaudit.ui.widgets.account_list import AccountList, AccountRow
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.paper_check import PaperCheck
from nickaudit.ui.widgets.platform_list import PlatformList
from nickaudit.ui.widgets.sheet import sheet_of
from nickaudit.ui.widgets.text import Role, TextLabel

if TYPE_CHECKING:
    from nickaudit.documents.pdf.checklist import Booklet
    from nickaudit.services.audit_session import AuditSession

NEITHER = "Tick the accounts you have, or “I have none at all”"
NO_PLACE = "Enter the name of the site or app"
NONE_AT_ALL = "I have none at all"
NO_HANDLE = (
    "This looks like a user name or an address. You don't need one here, so we don't keep it. "
    "A word like “family” is enough."
)
NO_HANDLE_OF_PLACE = (
    "This looks like a user name or an address. You don't need one here: the name of the site is enough."
)
_INTRO = (
    "Tick every account of your own, old ones too. We only need to know which site it is: no password, and "
    "not "
    "your name there. The school is not told."
)


class AccountsPage(Page):
    """Tick at the left; what is ticked stands at the right, where it can be named and removed."""

    heading = "Which accounts do you have?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        if context.session is None:
            raise LookupError(context.step.token)
        self._session = context.session
        self._content = self._session.content
        self.main.addWidget(TextLabel(_INTRO, Role.MUTED, parent=self.main_box))
        self.finder = PlatformList(self._content.platforms.values(), self.main_box)
        self.finder.ticked.connect(self._ticked)
        self.main.addWidget(self.finder)
        self.main.addSpacing(8)
        self._add_other()
        self.main.addSpacing(8)
        words = "That is fine. You go straight on to what the policy says."
        self.none = CheckRow(NONE_AT_ALL, words, parent=self.main_box)
        self.none.clicked.connect(self._none_clicked)
        self.main.addWidget(self.none)
        self.none_confirm = Notice("", Mood.WARNING, parent=self.main_box)
        row = FlowLayout()
        self.remove_all = Button("Remove them all", Kind.SMALL, parent=self.none_confirm)
        self.keep_all = Button("Keep them", Kind.SMALL, parent=self.none_confirm)
        self.remove_all.clicked.connect(self._remove_all)
        self.keep_all.clicked.connect(self._keep_all)
        for button in (self.remove_all, self.keep_all):
            row.addWidget(button)
        self.none_confirm.column.addLayout(row)
        self.none_confirm.hide()
        self.main.addWidget(self.none_confirm)
        self.paper = PaperCheck(partial(_booklet, self._session), tasks=context.tasks, parent=self.main_box)
        self.paper.said.connect(self.announced)
        self.main.addSpacing(8)
        self.main.addWidget(self.paper)
        self.chosen_heading = Heading("Your accounts", 4, parent=self.side_box)
        self.chosen_none = TextLabel("None ticked yet.", Role.SIDE_MUTED, parent=self.side_box)
        self.chosen = AccountList(self.side_box)
        for part in (self.chosen_heading, self.chosen_none, self.chosen):
            self.aside.addWidget(part)
        self.chosen.renamed.connect(self._rename)
        self.chosen.another_requested.connect(self._add_like)
        self.chosen.remove_requested.connect(lambda account: self._remove(account, asks=True))
        self.chosen.removal_confirmed.connect(lambda account: self._remove(account, asks=False))
        self.chosen.resized.connect(self._follow_focus)

    def load(self) -> None:
        """Show what is stored."""
        self._show()

    def valid(self) -> tuple[Fault, ...]:
        """Either accounts or "none at all" must be said; a name typed but not added yet counts."""
        progress = self._session.progress
        if self.other.text() and may_be_a_handle(self.other.text(), names_a_place=True):
            self.other.set_fault(NO_HANDLE_OF_PLACE)
            return (Fault(NO_HANDLE_OF_PLACE, self.other),)
        missing = not (progress.accounts or progress.no_accounts or tidy(self.other.text()))
        self._set_fault(NEITHER if missing else "")
        return (Fault(NEITHER, self.finder.field),) if missing else ()

    def apply(self) -> None:
        """Take a name along that was typed and not added."""
        if tidy(self.other.text()):
            self._add_place()

    def _follow_focus(self) -> None:
        """What was opened in the list grew there: keep what has the focus in view."""
        focus, sheet = QApplication.focusWidget(), sheet_of(self)
        if sheet is not None and focus is not None and self.isAncestorOf(focus):
            sheet.bring_into_view(focus)

    def _add_other(self) -> None:
        self.other = Field(
            "Not in the list? Name of the site or app",
            hint="For example a running club forum. Not your name there.",
            characters=30,
            parent=self.main_box,
        )
        self.other.edit.setMaxLength(60)
        self.other.changed.connect(lambda _text: self._clear_other())
        self.other.edit.returnPressed.connect(self._add_place)
        self.add_other = Button("Add it", Kind.SMALL, icon="plus")
        self.add_other.clicked.connect(self._add_place)
        self.main.addWidget(self.other)
        row = FlowLayout()
        row.addWidget(self.add_other)
        self.main.addLayout(row)

    def _ticked(self, value: object, on: bool) -> None:
        platform = PlatformId(str(value))
        own = [each for each in self._session.progress.accounts if each.platform == platform]
        if on and not own:
            self._session.add_account(platform)
            self._stored()
        elif not on and len(own) == 1 and not self._has_answers(own[0].id):
            self._remove(own[0].id, asks=False)
        elif not on and own:
            self._show()
            self.chosen.entries[own[0].id].ask()

    def _add_place(self) -> None:
        name = tidy(self.other.text())
        looks_wrong = may_be_a_handle(name, names_a_place=True)
        if not name or looks_wrong:
            self.other.set_fault(NO_HANDLE_OF_PLACE if looks_wrong else NO_PLACE)
            self.other.setFocus()
            return
        self._session.add_account(GENERAL, label=name)
        self.other.set_text("")
        self._clear_other()
        self._stored()
        self.announced.emit(f"{name}: added")

    def _add_like(self, account: str) -> None:
        like = next(each for each in self._session.progress.accounts if each.id == account)
        added = self._session.add_account(like.platform)
        self._stored()
        self.chosen.entries[added.id].open_field()

    def _rename(self, account: str, text: str) -> None:
        entry = self.chosen.entries[AccountId(account)]
        is_place = self._account(account).platform == GENERAL
        label = tidy(text)
        if may_be_a_handle(label, names_a_place=is_place):
            entry.warn(NO_HANDLE_OF_PLACE if is_place else NO_HANDLE)
            return
        entry.warn("" if label or not is_place else NO_PLACE)
        if label or not is_place:
            self._session.rename_account(AccountId(account), label)
            self._stored()

    def _remove(self, account: str, *, asks: bool) -> None:
        if asks and self._has_answers(account):
            self.chosen.entries[AccountId(account)].ask()
            return
        listed = list(self.chosen.entries)
        place = listed.index(AccountId(account))
        title = self.chosen.entries[AccountId(account)].title.text()
        had_focus = self.chosen.isAncestorOf(self.window().focusWidget() or self)
        self._session.remove_account(AccountId(account))
        self._stored()
        self.announced.emit(f"{title}: removed")
        if had_focus:
            left = list(self.chosen.entries.values())
            (left[min(place, len(left) - 1)].nick if left else self.finder.field).setFocus()

    def _none_clicked(self, on: bool) -> None:
        count = len(self._session.progress.accounts)
        if on and count:
            self.none.setChecked(False)
            words = "the account you have ticked" if count == 1 else f"the {count} accounts you have ticked"
            self.none_confirm.set_text(f"**Remove {words}?** Their answers go with them.")
            self.none_confirm.show()
            self.keep_all.setFocus()
            return
        self._session.set_no_accounts(on)
        self._stored()

    def _remove_all(self) -> None:
        for account in self._session.progress.accounts:
            self._session.remove_account(account.id)
        self._session.set_no_accounts(True)
        self.none_confirm.hide()
        self._stored()
        self.none.setFocus()

    def _keep_all(self) -> None:
        self.none_confirm.hide()
        self.none.setFocus()

    def _clear_other(self) -> None:
        self.other.set_fault("")
        self.put_right(self.other)

    def _stored(self) -> None:
        self._set_fault("")
        self.put_right(self.finder.field)
        self._show()
        self.saved.emit()

    def _show(self) -> None:
        progress = self._session.progress
        accounts = in_order(progress.accounts, self._content)
        named = titles(accounts, self._content)
        last = {each.platform: each.id for each in accounts}
        self.finder.set_ticked(frozenset(each.platform for each in accounts))
        self.none.setChecked(progress.no_accounts)
        self.chosen.set_rows(tuple(self._row(each, named[each.id], last) for each in accounts))
        self.chosen_none.setText("None at all." if progress.no_accounts else "None ticked yet.")
        self.chosen_none.setVisible(not accounts)
        self.chosen_heading.setText(f"Your accounts ({len(accounts)})" if accounts else "Your accounts")

    def _row(self, account: Account, title: str, last: dict[PlatformId, AccountId]) -> AccountRow:
        is_place = account.platform == GENERAL
        return AccountRow(
            account=account.id,
            title=title,
            label=account.label,
            names_a_place=is_place,
            may_have_another=not is_place and last[account.platform] == account.id,
        )

    def _account(self, account: str) -> Account:
        return next(each for each in self._session.progress.accounts if each.id == account)

    def _has_answers(self, account: str) -> bool:
        progress = self._session.progress
        return any(key[0] == account for key in (*progress.answers, *progress.looks))

    def _set_fault(self, message: str) -> None:
        self.finder.field.set_fault(message)


def _booklet(session: AuditSession) -> Booklet:
    """No method of the page: what holds it and the page would hold each other."""
    from nickaudit.services.paper_checklist import booklet_for

    progress = session.progress
    online = progress.person is not None and progress.person.online_in_job
    return booklet_for(session.content, progress.accounts, online_in_job=online)
