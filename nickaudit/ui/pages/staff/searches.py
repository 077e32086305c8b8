"""Looking oneself up: searches built from what is typed here, made one by one. Only "done" is ever kept."""

from __future__ import annotations

from functools import partial

from nickaudit.domain.extras import SEARCHES_DONE
from nickaudit.domain.own_searches import Engine, address, own_searches
from nickaudit.domain.route import LETTER, Step, stop_step
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.extras.base import ExtraPage
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.search_rows import SearchRows
from nickaudit.ui.widgets.text import Role, TextLabel

NAME, FORMER, TOWN, SCHOOL = "Your name", "Names you had before", "Town or area", "School"
WHERE = "Where to search"
DONE = "I have looked through them"
NOTHING_TYPED = "Type a name above."
_INTRO = (
    "The searches below are made from what you type. Nothing you type is kept: it is gone when you leave "
    "this page."
)
_PRIVATE = (
    "In Chrome and Edge: Ctrl, Shift and N.",
    "In Firefox: Ctrl, Shift and P.",
    "In Safari on a Mac: Command, Shift and N.",
    "On a phone: hold down the browser's icon, and choose the private tab.",
)
_HIDE = "search-engine-results.hide"


class SearchesPage(ExtraPage):
    """Four fields, a search engine, and the searches under them."""

    heading = "What does a search show about you?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        person = self.session.progress.person
        self.main.addWidget(TextLabel(_INTRO, Role.MUTED))
        self.name = self._field(NAME, person.name if person else "")
        self.former = self._field(FORMER, "", "Only if you like. Put a comma between two names.")
        self.town = self._field(TOWN, "")
        self.school = self._field(SCHOOL, self.session.content.policy.school.name)
        self._engine = Engine.GOOGLE
        opens = self.session.computer.opens_accounts
        if opens:
            self._add_engines()
        self.add_part("Your searches")
        self.main.addWidget(TextLabel(self._how(opens=opens), Role.MUTED))
        self.rows = SearchRows(opens=opens, none=NOTHING_TYPED)
        self.rows.said.connect(self.announced)
        self.main.addWidget(self.rows)
        self.add_done(SEARCHES_DONE, DONE)
        self._add_side()

    def load(self) -> None:
        """Show the searches for what stands in the fields."""
        found = own_searches(
            self.name.text(), former=self.former.text(), town=self.town.text(), school=self.school.text()
        )
        self.rows.show_searches(found, partial(address, engine=self._engine))

    def _field(self, label: str, text: str, hint: str = "") -> Field:
        field = Field(label, hint=hint, characters=30, length=120)
        field.set_text(text)
        field.changed.connect(lambda _text: self.load())
        self.main.addWidget(field)
        return field

    def _add_engines(self) -> None:
        self.main.addWidget(TextLabel(WHERE, Role.STRONG))
        bar = AnswerBar(WHERE, tuple(Option(each, each.value) for each in Engine))
        bar.set_value(self._engine)
        bar.answered.connect(self._choose_engine)
        self.main.addWidget(bar)

    def _choose_engine(self, engine: Engine) -> None:
        self._engine = engine
        self.load()
        self.rows.forget_presses()

    @staticmethod
    def _how(*, opens: bool) -> str:
        copy = "Copy each one and paste it into a private window: there you see what a stranger sees."
        return f"{copy} “Open” uses your usual window, which may know you." if opens else copy

    def _add_side(self) -> None:
        self.aside.addWidget(Heading("A private window", 4))
        self.aside.addWidget(Bullets(_PRIVATE, role=Role.SIDE))
        self.aside.addSpacing(14)
        self.aside.addWidget(Heading("Found something?", 4))
        hide = next((stop for stop in self.session.plan.more_stops if stop.stop.id == _HIDE), None)
        found = [
            "Is it on an account of yours? Change or delete it there.",
            "Is it on another site? Ask that site first.",
            "Is it a firm that lists people? [Send it the letter](letter).",
        ]
        if hide is not None:
            found.append("Is it wrong or old? [Ask for it to be hidden](hide).")
        links = {
            "letter": lambda: self.go(LETTER),
            "hide": lambda: self.go(stop_step(hide) if hide else Step(kind=LETTER.kind)),
        }
        self.aside.addWidget(Bullets(tuple(found), role=Role.SIDE, links=links))
