"""The part on the policy: the sentence of the attached document itself, above ours; or our words alone.

Where no document is attached, or the sentence is not in it, the words are ours, and it says so.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.policy import PolicyLine
from nickaudit.domain.policy_quotes import AttachedPolicy, Quotation
from nickaudit.ui.theme.tokens import BASE_PX, SIDE_PX
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.policy_words import OUR_WORDS, line_words
from nickaudit.ui.widgets.quote import Quote
from nickaudit.ui.widgets.text import Role, TextLabel

READ_IT = "Read it in the policy"
NOT_ATTACHED = "The school has not put the policy itself in here yet."
LOOKING = "Looking in the policy document…"
THE_POLICYS = "What stands in quotation marks is the policy's own. The rest is in our words."
NOT_FOUND = "We did not find this sentence in the document that is attached."
WHOSE = "The policy says"
_BETWEEN = 8
_IN_OUR_WORDS = "In our words:"


class ReadPolicy(Disclosure):
    """`shows_words` is off where the words already stand beside it: then they stand under a quotation only.

    `ask` asks for what stands in the attached document, and says False where there is none; the answer comes
    back by `show_found` or `show_trouble`.
    """

    opened = Signal(str)
    """It was opened and is filled; the words to tell a screen reader."""

    def __init__(
        self,
        lines: Iterable[PolicyLine],
        *,
        shows_words: bool = True,
        ask: Callable[[ReadPolicy], bool] | None = None,
        name: str = "",
        in_side: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(READ_IT, name=name, size=SIDE_PX if in_side else BASE_PX, parent=parent)
        self._lines, self._shows_words, self._asks = tuple(lines), shows_words, ask
        self._plain, self._muted = (Role.SIDE, Role.SIDE_MUTED) if in_side else (Role.BODY, Role.MUTED)
        self._is_filled = False
        self._said = ""
        self.toggled.connect(self._fill)

    def show_found(self, attached: AttachedPolicy | None) -> None:
        """Show what stands in the document, with our words under it; without one, our words."""
        self._clear()
        quotations = attached.quotations if attached is not None else {}
        for line in self._lines:
            if self.column.count():
                self.column.addSpacing(_BETWEEN)
            quoted = quotations.get(line.id, ())
            self._add_quoted(line, quoted)
            if quoted or self._shows_words:
                words = f"{_IN_OUR_WORDS} {line_words(line)}" if quoted else line_words(line)
                self._add(words, self._plain, marks=True)
            if not quoted:
                missing = f"{place_in_full(line)}. {NOT_FOUND}" if attached else place_in_full(line)
                self._add(missing, self._muted)
        are_quoted = any(line.id in quotations for line in self._lines)
        whose = THE_POLICYS if are_quoted else OUR_WORDS
        self._finish(whose if attached is not None else f"{OUR_WORDS} {NOT_ATTACHED}", said=whose)

    def show_trouble(self, sentence: str) -> None:
        """Show our words, and why the document cannot be read."""
        self.show_found(None)
        self._clear(last=True)
        self._finish(f"{OUR_WORDS} {sentence}", said=f"{OUR_WORDS} {sentence}")

    def _fill(self, is_open: bool) -> None:
        if not is_open:
            return
        if self._is_filled:
            self.opened.emit(self._said)
        elif not self.column.count():
            if self._asks is None:
                self.show_found(None)
                return
            self._add(LOOKING, self._muted)
            if not self._asks(self):
                self.show_found(None)

    def _add_quoted(self, line: PolicyLine, quoted: tuple[Quotation, ...]) -> None:
        for number, quotation in enumerate(quoted):
            self.column.addWidget(Quote(quotation.whole, self._plain, whose=WHOSE))
            place = f"{_place(line)}, {quotation.place}" if number == 0 else quotation.place.capitalize()
            self._add(f"{place} of the document", self._muted)

    def _add(self, words: str, role: Role, *, marks: bool = False) -> None:
        self.column.addWidget(TextLabel(words, role, marks=marks))

    def _finish(self, words: str, *, said: str) -> None:
        self._add(words, self._muted)
        self._is_filled, self._said = True, said
        if self.is_open:
            self.opened.emit(said)

    def _clear(self, *, last: bool = False) -> None:
        while self.column.count():
            item = self.column.takeAt(self.column.count() - 1)
            if item is not None and (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
            if last:
                return


def place_in_full(line: PolicyLine) -> str:
    """`Policy 2.5, under “Reputation”: it begins “be aware of …”`."""
    return f"{_place(line)}. It begins “{line.opening.strip(' ….')} …”"


def _place(line: PolicyLine) -> str:
    return f"Policy {line.clause}, under “{line.heading}”" if line.clause else f"Under “{line.heading}”"
