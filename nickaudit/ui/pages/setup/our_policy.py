"""Our policy: what the school has changed, its document, dates and contacts, and every line to change."""

from __future__ import annotations

from nickaudit.domain import route
from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.ids import LineId
from nickaudit.domain.policy_changes import LineChange
from nickaudit.domain.policy_edit import is_own, with_line, without_line
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import Services, policy_editor
from nickaudit.services.policy_editor import PolicyFaultyError
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.reading.policy_document import HEADING, PolicyDocumentPart, is_wanted
from nickaudit.ui.pages.setup.base import SetUpBase, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_change_list import PolicyChangeList
from nickaudit.ui.widgets.policy_lines import CHANGED, NEW, OFF, PolicyLines
from nickaudit.ui.widgets.read_policy import place_in_full
from nickaudit.ui.widgets.step_words import count
from nickaudit.ui.widgets.text import Role, TextLabel

SAVE, TRY, THROW_AWAY = "Save the policy", "Try it as a member of staff", "Throw the changes away"
ADD, GIVE, DETAILS = "Add a line", "Give it to staff", "Change dates and contacts"
SAVING, OPENING = "Checking and saving…", "Opening practice…"
NOT_COVERED = "These are switched off. Nobody is asked them, and they count as not covered."
_LEAD = (
    "The check asks what these lines say. Change them when the policy changes. "
    "Nothing counts until you save it, and staff see it once you give it to them."
)
_SAVED = "**This policy is the school's own, version {version}.** Staff have it once you give it to them."
_NOBODY = "No certificate has come in yet, so nobody who has finished is asked anything else."
_SOME = "This changes what is asked of {people}. They have finished, and may have to look again."
_REACHED = "{reached} of {all} have a name, a phone number or an e-mail."
_MOST_FAULTS = 12


class OurPolicyPage(SetUpBase):
    """The changes stand first: that is what one comes back to after each line."""

    heading = "Our policy"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        services = context.services
        self.draft = policy_editor.open_draft(services)
        self.kicker = f"{services.content.policy.school.name} · {self.draft.now.title}"
        self.say_first(_LEAD)
        self.trouble = Notice("", Mood.ERROR)
        self.trouble.hide()
        self.faults: Bullets | None = None
        self.main.addWidget(self.trouble)
        changes = self.draft.changes
        self.save: Button | None = None
        if changes:
            self._add_changes()
        elif policy_editor.is_own_policy(services):
            self._add_saved()
        if is_wanted(context):
            self._part(HEADING)
            self.document = PolicyDocumentPart(context)
            self.document.said.connect(self.announced)
            self.main.addWidget(self.document)
        self._add_details()
        self._add_lines({each.id: each for each in changes.lines})
        self._add_not_covered()

    def _add_changes(self) -> None:
        changes = self.draft.changes
        self._part(f"What you have changed ({count(changes.count, 'change')})")
        self.people = TextLabel("", Role.MUTED)
        self.main.addWidget(self.people)
        self.context.tasks.run(
            lambda _job: policy_editor.people_asked(self.context.services),
            done=self._show_people,
            failed=lambda _error: None,
            owner=self,
            database=True,
        )
        self.main.addWidget(PolicyChangeList(changes, change=self._open, put_back=self._put_back))
        self.save = Button(SAVE, Kind.PRIMARY)
        practise, away = Button(TRY), LinkButton(THROW_AWAY)
        self.save.clicked.connect(self._save)
        practise.clicked.connect(self._practise)
        away.clicked.connect(self._throw_away)
        row = FlowLayout(spacing=16)
        for button in (self.save, practise, away):
            row.addWidget(button)
        self.main.addLayout(row)

    def _show_people(self, number: int) -> None:
        people = "1 person" if number == 1 else f"{number} people"
        self.people.setText(_SOME.format(people=people) if number else _NOBODY)

    def _add_saved(self) -> None:
        self.main.addWidget(Notice(_SAVED.format(version=self.draft.now.version), Mood.SUCCESS))
        give, practise = Button(GIVE, Kind.PRIMARY), Button(TRY)
        give.clicked.connect(lambda: self.go(Step(kind=StepKind.GIVE_POLICY)))
        practise.clicked.connect(self._practise)
        row = FlowLayout(spacing=16)
        row.addWidget(give)
        row.addWidget(practise)
        self.main.addLayout(row)

    def _add_details(self) -> None:
        self._part("Dates and contacts")
        policy = self.context.services.content.policy if self.context.services.school_file else self.draft.now
        reached = sum(bool(each.name or each.phone or each.email) for each in policy.contacts)
        self.main.addWidget(
            FactTable(
                (
                    Entry("Adopted", month_in_words(policy.adopted)),
                    Entry("Next review", month_in_words(policy.next_review)),
                    Entry("Contacts", _REACHED.format(reached=reached, all=len(policy.contacts))),
                )
            )
        )
        self._link(DETAILS, Step(kind=StepKind.OUR_DETAILS))

    def _add_lines(self, changed: dict[LineId, LineChange]) -> None:
        lines = self.draft.now.lines
        self._part(f"The lines ({len(lines)})")
        marks: dict[LineId, str] = {}
        for line in lines:
            if line.off:
                marks[line.id] = OFF
            elif line.id in changed:
                marks[line.id] = CHANGED if changed[line.id].before else NEW
        self.lines = PolicyLines(lines, marks)
        self.lines.chosen.connect(self._open)
        self.lines.said.connect(self.announced)
        add = Button(ADD, Kind.SMALL)
        add.clicked.connect(lambda: self.go(route.our_line_step("")))
        row = FlowLayout()
        row.addWidget(add)
        self.main.addLayout(row)
        self.main.addWidget(self.lines)

    def _add_not_covered(self) -> None:
        off = [line for line in self.draft.now.lines if line.off]
        if off:
            self._part("Not covered")
            self.main.addWidget(TextLabel(NOT_COVERED, Role.MUTED))
            self.main.addWidget(Bullets(tuple(f"{place_in_full(line)}." for line in off)))

    def _open(self, line_id: LineId) -> None:
        self.go(route.our_line_step(line_id))

    def _put_back(self, line_id: LineId) -> None:
        before, now = self.draft.saved.line(line_id), self.draft.now
        if before is not None:
            now = with_line(now, before)
        elif is_own(line_id):
            now = without_line(now, line_id)
        policy_editor.keep(self.context.services, now)
        self.go(route.OUR_POLICY)

    def _throw_away(self) -> None:
        policy_editor.throw_away(self.context.services)
        self.go(route.OUR_POLICY)

    def _save(self) -> None:
        self._wait(SAVING)
        self.context.tasks.run(
            lambda _job: _saved(self.context.services),
            done=self._show_saved,
            failed=self._failed,
            owner=self,
        )

    def _show_saved(self, services: Services) -> None:
        self.renewed.emit(services)
        self.announced.emit(_SAVED.replace("**", "").format(version=services.content.policy.version))
        self.go(route.OUR_POLICY)

    def _practise(self) -> None:
        self._wait(OPENING)
        self.practice_requested.emit(self._failed)

    def _wait(self, words: str) -> None:
        self.trouble.set_text(words, Mood.INFORMATION)
        self.trouble.show()
        self.announced.emit(words)

    def _failed(self, error: Exception) -> None:
        faults = error.faults if isinstance(error, PolicyFaultyError) else ()
        if self.faults is not None:
            self.main.removeWidget(self.faults)
            self.faults.hide()
            self.faults.deleteLater()
            self.faults = None
        if faults:
            self.faults = Bullets(faults[:_MOST_FAULTS])
            self.main.insertWidget(self.main.indexOf(self.trouble) + 1, self.faults)
        self.trouble.set_text(
            "The policy has mistakes, so it is not used." if faults else sentence_of(error), Mood.ERROR
        )
        self.trouble.show()
        self.announced.emit(self.trouble.accessibleName())

    def _link(self, words: str, step: Step) -> None:
        link = LinkButton(words)
        link.clicked.connect(lambda: self.go(step))
        row = FlowLayout()
        row.addWidget(link)
        self.main.addLayout(row)

    def _part(self, heading: str) -> None:
        self.main.addSpacing(10)
        self.main.addWidget(Heading(heading, 2))


def _saved(services: Services) -> Services:
    policy_editor.save(services)
    return services.renewed()
