"""All that can be filled in of one line of a policy: its words, how strong it is, where it stands."""

from __future__ import annotations

from collections.abc import Mapping

from msgspec import Struct, structs
from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from nickaudit.domain.policy import PolicyLine, StatementPage, Strength
from nickaudit.ui.theme.current import current_theme
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.even_grid import EvenGrid
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.quote import Quote
from nickaudit.ui.widgets.stack import Stack
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.text_field import TextField

WORDS, STRENGTH, OPENING = "In plain words", "How strong is it?", "First words of the sentence"
HANGS, CLAUSE, SECTION = "The sentence its list hangs from (optional)", "Clause number (optional)", "Heading"
WHY, HELP = "Why it matters (optional)", "Help for somebody who is not sure (optional)"
SWITCH_OFF, PAGE = "Switch this line off", "On which page do staff read it?"
WHERE, MORE = "Where it stands in the document", "Why it matters, and help"
SEVERAL = "Several sentences begin so. Type a few words more."
NONE = "No sentence begins so. Copy its first words from the document."
_CHOICE_WIDTH = 150
_SPACE = 14

Asked = TextField | ChoiceGroup | Field


class LineGiven(Struct, frozen=True, kw_only=True):
    """What is filled in."""

    strength: Strength | None
    words: str
    opening: str
    heading: str
    clause: str
    hangs_from: str
    why: str
    help: str
    off: bool = False
    page: str = ""
    """For a new line: the page that is to show it."""

    def on(self, line: PolicyLine) -> PolicyLine:
        """The line with all that; a strength that is not chosen yet asks for nothing."""
        given = {
            name: getattr(self, name) for name in self.__struct_fields__ if name not in ("page", "strength")
        }
        return structs.replace(line, strength=self.strength or Strength.STATED, **given)


class PolicyLineForm(QWidget):
    """`line` is what stands in it at first; `pages` are to choose from where the line is new."""

    opening_given = Signal(str)
    """The first words were typed: somebody may look them up and call `show_found`."""

    def __init__(
        self,
        line: PolicyLine | None,
        pages: tuple[StatementPage, ...] = (),
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._column = Stack(self, spacing=_SPACE)
        self.words = TextField(WORDS, hint="Say “you”, and use the policy's own verb.", length=500)
        choices = tuple(
            (each, each.capitalize(), "") for each in Strength if each is not Strength.GOOD_PRACTICE
        )
        self.strength = ChoiceGroup(STRENGTH, choices, hint="The verb that stands in the policy itself.")
        _in_columns(self.strength)
        self.page = ChoiceGroup(PAGE, tuple((page.id, page.title, "") for page in pages))
        self.switch = CheckRow(SWITCH_OFF, "It is then not asked or shown, and counts as not covered.")
        self.where, self.more = Disclosure(WHERE), Disclosure(MORE)
        self.place = QWidget()
        self._add_place(Stack(self.place, spacing=_SPACE))
        self.why, self.help = TextField(WHY), TextField(HELP)
        self.more.column.addWidget(self.why)
        self.more.column.addWidget(self.help)
        self.asked: dict[str, Asked] = {
            "opening": self.opening, "heading": self.section, "clause": self.clause, "hangs_from": self.hangs,
            "words": self.words, "strength": self.strength, "page": self.page, "why": self.why,
            "help": self.help,
        }  # fmt: skip
        """Every question by the key it fills in."""
        self._arrange(is_new=line is None)
        if line is not None:
            self._fill(line)

    def given(self) -> LineGiven:
        """What stands in the form."""
        strength = self.strength.value
        return LineGiven(
            strength=strength if isinstance(strength, Strength) else None,
            words=self.words.text(),
            opening=self.opening.text(),
            heading=self.section.text(),
            clause=self.clause.text(),
            hangs_from=self.hangs.text(),
            why=self.why.text(),
            help=self.help.text(),
            off=self.switch.isChecked(),
            page=str(self.page.value or ""),
        )

    def set_faults(self, faults: Mapping[str, str]) -> None:
        """Show what is wrong beside each question, and open what is folded away."""
        for name, control in self.asked.items():
            control.set_fault(faults.get(name, ""))
        for part, names in (
            (self.where, ("opening", "heading", "clause", "hangs_from")),
            (self.more, ("why", "help")),
        ):
            if any(name in faults for name in names):
                part.set_open(is_open=True)

    def show_found(self, texts: tuple[str, ...]) -> None:
        """The sentences of the document that begin with the words given."""
        self.quote.label.setText(f"“{texts[0]}”" if texts else "")
        self.quote.setVisible(bool(texts))
        self.say_of_document("" if len(texts) == 1 else SEVERAL if texts else NONE)

    def say_of_document(self, words: str) -> None:
        """Say something about the document, under the first words."""
        self.found.setText(words)
        self.found.setVisible(bool(words))

    def suggest(self, *, heading: str, strength: Strength | None) -> None:
        """Fill in what the document says, where nobody has filled it in yet."""
        if not self.section.text():
            self.section.set_text(heading)
        if self.strength.value is None and strength is not None:
            self.strength.set_value(strength)

    def _add_place(self, column: Stack) -> None:
        self.opening = Field(OPENING, hint="As the document has them; enough to find it.", characters=58)
        self.section = Field(SECTION, hint="The heading it stands under.", characters=58)
        self.clause = Field(CLAUSE, characters=10)
        self.hangs = Field(
            HANGS, hint="For a point of a list, where the verb stands before it.", characters=58
        )
        self.found = TextLabel("", Role.SIDE_MUTED)
        self.quote = Quote("", Role.SIDE, whose="The document says")
        self.found.hide()
        self.quote.hide()
        for part in (self.opening, self.quote, self.found, self.section, self.clause, self.hangs):
            column.addWidget(part)
        self.opening.finished.connect(self.opening_given)

    def _arrange(self, *, is_new: bool) -> None:
        """A new line begins with its sentence; one that is there, with its words."""
        if is_new:
            parts: tuple[QWidget, ...] = (self.place, self.words, self.strength, self.page, self.more)
            unused: tuple[QWidget, ...] = (self.where, self.switch)
        else:
            self.where.column.addWidget(self.place)
            parts = (self.words, self.strength, self.switch, self.where, self.more)
            unused = (self.page,)
        for part in parts:
            self._column.addWidget(part)
        for part in unused:
            part.setParent(self)
            part.hide()

    def _fill(self, line: PolicyLine) -> None:
        self.words.set_text(line.words)
        self.strength.set_value(line.strength)
        self.switch.setChecked(line.off)
        self.opening.set_text(line.opening)
        self.section.set_text(line.heading)
        self.clause.set_text(line.clause)
        self.hangs.set_text(line.hangs_from)
        self.why.set_text(line.why)
        self.help.set_text(line.help)


def _in_columns(group: ChoiceGroup) -> None:
    """Lay the verbs out side by side."""
    column = group.layout()
    if not isinstance(column, Stack):
        return
    grid = EvenGrid(least=lambda: current_theme().px(_CHOICE_WIDTH), most_columns=4)
    for row in group.rows:
        column.removeWidget(row)
        grid.addWidget(row)
    column.addLayout(grid)
