"""Set-up itself: the tasks that lead to a school file; and once there is one, what can be done with it."""

from __future__ import annotations

from msgspec import Struct

from nickaudit.domain import route
from nickaudit.domain.route import Step, StepKind
from nickaudit.domain.school import VerifiedSchool
from nickaudit.domain.school_draft import Draft, faults
from nickaudit.services import Services, kept_draft, school_setup
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.setup.base import TAKE, SetUpBase, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.disclosure import Disclosure
from nickaudit.ui.widgets.fact_table import FactTable
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.school_facts import entries_of, fingerprint_in_words
from nickaudit.ui.widgets.set_up_tasks import TITLES, last_row, left_to_do, rows
from nickaudit.ui.widgets.task_list import TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

OPENING = "Looking at what is set up here…"
CHANGE, LEAVE_AS_IT_IS = "Change the school's details", "Leave it as it is"
SAVE_AGAIN = "Save the school file again"
_LEAD = "In any order. Stop when you like; everything is saved as you go. It takes about half an hour."
_LEAD_CHANGE = "What you change here counts once you have made the new school file and staff have it."
_BEFORE = (
    "A place for certificates, such as a shared folder",
    "Names and work numbers of those whom staff turn to",
    "A safe place for the recovery key: a locked drawer, or a memory stick in it",
)
_ALREADY = (
    "Then you need no set-up: open the school file. If you are to read certificates, make your reader file "
    "first, and give it to whoever sets up."
)
_NOT_HERE = (
    "It was not set up on this computer, so its details can't be changed here. "
    "Ask whoever set it up, or take the recovery key."
)
_OPEN = ("Open the school file", route.school_file_step(""))
_ELSEWHERE = (
    ("Make my reader file", Step(kind=StepKind.SET_UP_READER_FILE)),
    ("Recover with the recovery key", Step(kind=StepKind.SET_UP_RECOVER)),
)
_OF_SIGNER = (
    ("Our policy: what is asked, and in which words", route.OUR_POLICY),
    ("Hand over to somebody else", Step(kind=StepKind.SET_UP_HAND_OVER)),
    ("Make a new reader key", Step(kind=StepKind.SET_UP_NEW_KEY)),
)
_OF_OTHERS = (
    _OPEN,
    (SAVE_AGAIN, route.SET_UP_GIVE),  # whoever recovers needs it, and it may be nowhere else
    ("Take over from somebody else", Step(kind=StepKind.SET_UP_HAND_OVER, item=TAKE)),
)


class _State(Struct, frozen=True):
    """What there is on this computer."""

    used: VerifiedSchool | None
    draft: Draft | None
    seen: frozenset[str]
    may_change: bool


class SetUpPage(SetUpBase):
    """Asks the computer for its keys beside the window, then shows what there is to do."""

    heading = "Set the school up"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.state = TextLabel(OPENING, Role.MUTED)
        self.trouble = Notice("", Mood.ERROR)
        self.trouble.hide()
        self.main.addWidget(self.state)
        self.main.addWidget(self.trouble)

    def load(self) -> None:
        """Find out, off the window's thread."""
        services = self.context.services
        self.context.tasks.run(
            lambda _job: _look(services), done=self._show, failed=self._failed, owner=self, database=True
        )

    def _show(self, state: _State) -> None:
        self.state.hide()
        if state.draft is not None:
            self._show_tasks(state.draft, state.seen, is_change=state.used is not None)
        elif state.used is not None:
            self._show_school(state.used, may_change=state.may_change)
        self.changed.emit()

    def _show_tasks(self, draft: Draft, seen: frozenset[str], *, is_change: bool) -> None:
        left = left_to_do(seen, faults(draft, policy=self.context.services.content.policy))
        if is_change:
            self.heading = CHANGE
        self.main.addWidget(TextLabel(_LEAD_CHANGE if is_change else _LEAD, Role.MUTED))
        if not is_change:
            before = Disclosure("What to have at hand")
            before.column.addWidget(Bullets(_BEFORE))
            self.main.addWidget(before)
        for heading, tasks in (
            ("What staff are told", rows(draft, left)),
            ("Finish", (last_row(left, is_change=is_change),)),
        ):
            self._part(heading)
            listed = TaskList(tasks)
            listed.chosen.connect(self.go)
            self.main.addWidget(listed)
        self.main.addSpacing(12)
        if is_change:
            stop = LinkButton(LEAVE_AS_IT_IS)
            stop.clicked.connect(self._leave_as_it_is)
            self.main.addWidget(stop)
            return
        self._part("Does somebody else set it up?")
        self.main.addWidget(TextLabel(_ALREADY, Role.MUTED))
        self._links((_OPEN, *_ELSEWHERE))

    def _show_school(self, used: VerifiedSchool, *, may_change: bool) -> None:
        school, policy = used.school, self.context.services.content.policy
        self.heading = f"{school.short_name} is set up"
        self.kicker = f"School file number {school.sequence}"
        if may_change:
            row = FlowLayout(spacing=14)
            change, again = Button(CHANGE, Kind.PRIMARY), Button(SAVE_AGAIN, icon="download")
            change.clicked.connect(self._begin_change)
            again.clicked.connect(lambda: self.go(route.SET_UP_GIVE))
            row.addWidget(change)
            row.addWidget(again)
            self.main.addLayout(row)
        else:
            self.main.addWidget(TextLabel(_NOT_HERE))
        self._part("What the school file says")
        self.main.addWidget(FactTable(entries_of(school, policy.groups)))
        mark = Disclosure("Its fingerprint")
        mark.column.addWidget(
            TextLabel("Read it out to staff who want to compare it with theirs.", Role.SIDE_MUTED)
        )
        mark.column.addWidget(TextLabel(fingerprint_in_words(used.key), Role.STRONG))
        self.main.addWidget(mark)
        self._part("More")
        self._links((*(_OF_SIGNER if may_change else _OF_OTHERS), *_ELSEWHERE))

    def _begin_change(self) -> None:
        services = self.context.services
        self.context.tasks.run(
            lambda _job: kept_draft.keep(services, school_setup.begin(services), seen=TITLES),
            done=lambda _none: self.go(route.SET_UP),
            failed=self._failed,
            owner=self,
        )

    def _leave_as_it_is(self) -> None:
        kept_draft.forget(self.context.services)
        self.go(route.SET_UP)

    def _failed(self, error: Exception) -> None:
        self.state.hide()
        self.trouble.set_text(sentence_of(error))
        self.trouble.show()
        self.announced.emit(self.trouble.accessibleName())

    def _links(self, links: tuple[tuple[str, Step], ...]) -> None:
        for words, step in links:
            link = LinkButton(words)
            link.clicked.connect(lambda _on=False, step=step: self.go(step))
            self.main.addWidget(link)

    def _part(self, heading: str) -> None:
        self.main.addSpacing(8)
        self.main.addWidget(Heading(heading, 2))


def _look(services: Services) -> _State:
    """A draft is begun at once where there is no school yet."""
    used, draft = services.school_file, kept_draft.read(services)
    if used is None and draft is None:
        draft = school_setup.begin(services)
        kept_draft.keep(services, draft)
    may_change = used is not None and draft is None and school_setup.can_change(services)
    return _State(used, draft, kept_draft.seen(services), may_change)
