"""One line of the school's policy, changed or added: each fault beside its field, and how it was before."""

from __future__ import annotations

from nickaudit.domain.ids import LineId, PageId
from nickaudit.domain.policy import PolicyLine, PolicyPack, Strength
from nickaudit.domain.policy_edit import free_id, with_line, with_new_line
from nickaudit.services import attached_document, policy_editor, policy_text
from nickaudit.services.attached_document import AttachedDocument
from nickaudit.ui.page import Fault, Footer, PageContext
from nickaudit.ui.pages.setup.base import SetUpBase, sentence_of
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_change_list import place_words
from nickaudit.ui.widgets.policy_line_form import PolicyLineForm
from nickaudit.ui.widgets.policy_words import line_words
from nickaudit.ui.widgets.text import Role, TextLabel

KEEP = "Keep this change"
NO_PAGE = "Choose the page on which staff read it."
NO_STRENGTH = "Choose how strong it is."
FEW_WORDS = "Type the first four words or more, as the document has them."
STILL_READING = "The policy document is still being read. Try again in a moment."
ATTACH_FIRST = (
    "**Attach the policy document first.** A new line rests on a sentence of it, and is looked up there. "
    "You can attach it on the page before."
)
NOT_LOOKED_UP = "No policy document is attached, so nobody looks whether the sentence and its verb are there."
NEW_LINE = "It is a new line."


class OurLinePage(SetUpBase):
    """The step's item is the line's id; without one, a line is added."""

    footer: Footer | None = Footer(continue_text=KEEP, leave=None)

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.draft = policy_editor.open_draft(context.services)
        self._line = self.draft.now.line(LineId(context.step.item))
        if self._line is None and context.step.item:
            raise LookupError(context.step.token)
        self._has_document = policy_text.document_of(context.services) is not None
        self._document: AttachedDocument | None = None
        self._is_reading = False
        self.heading = "Change a line" if self._line else "Add a line"
        self.kicker = place_words(self._line) if self._line else ""
        self.form: PolicyLineForm | None = None
        if self._line is None and not self._has_document:
            self.main.addWidget(Notice(ATTACH_FIRST, Mood.WARNING))
            self.footer = None
            return
        self.form = PolicyLineForm(self._line, self.draft.now.pages)
        self.form.opening_given.connect(self._look_up)
        self.main.addWidget(self.form)
        if self._line is not None:
            self._add_before(self._line)

    def load(self) -> None:
        """Read the document beside the window: a PDF takes its time."""
        if self.form is None:
            return
        if not self._has_document:
            self.form.say_of_document(NOT_LOOKED_UP)
            return
        self._is_reading = True
        services, headings = self.context.services, self.draft.now.headings
        self.context.tasks.run(
            lambda _job: attached_document.attached_document(services, headings=headings),
            done=self._read,
            failed=self._not_read,
            owner=self,
        )

    def valid(self) -> tuple[Fault, ...]:
        """The rules of every content file, each fault beside its field."""
        if self.form is None:
            return ()
        if self._is_reading:
            return (Fault(STILL_READING, self.form.words),)
        wrong = self._wrong(self.form)
        self.form.set_faults(wrong)
        return tuple(
            Fault(words, self.form.asked.get(name, self.form.strength)) for name, words in wrong.items()
        )

    def apply(self) -> None:
        """Keep it in the draft."""
        if self.form is not None:
            policy_editor.keep(self.context.services, self._filled(self.form)[0])
            self.saved.emit()

    def _add_before(self, line: PolicyLine) -> None:
        before = self.draft.saved.line(line.id)
        self.aside.addWidget(Heading("Before", 4))
        if before is None:
            self.aside.addWidget(TextLabel(NEW_LINE, Role.SIDE_MUTED))
            return
        self.aside.addWidget(TextLabel(line_words(before), Role.SIDE, marks=True))
        off = ", switched off" if before.off else ""
        self.aside.addWidget(TextLabel(f"{before.strength.capitalize()}{off}", Role.SIDE_MUTED))

    def _read(self, document: AttachedDocument | None) -> None:
        self._is_reading, self._document = False, document
        self._look_up()

    def _not_read(self, error: Exception) -> None:
        self._is_reading = False
        if self.form is not None:
            self.form.say_of_document(sentence_of(error))
            self.announced.emit(sentence_of(error))

    def _look_up(self, _typed: str = "") -> None:
        """Show the sentence that begins so; a new line takes its heading, and its verb where there is one."""
        form = self.form
        if form is None or self._document is None or not form.given().opening:
            return
        found = self._document.beginning(form.given().opening, pack=self.draft.now)
        form.show_found(tuple(each.text for each in found))
        if self._line is None and len(found) == 1:
            verbs = [each for each in found[0].strengths if each is not Strength.STATED]
            form.suggest(heading=found[0].heading, strength=verbs[0] if len(verbs) == 1 else None)

    def _filled(self, form: PolicyLineForm) -> tuple[PolicyPack, PolicyLine]:
        """The pack with what stands on the page, and the line in it."""
        now, given = self.draft.now, form.given()
        if self._line is not None:
            line = given.on(self._line)
            return with_line(now, line), line
        blank = PolicyLine(
            id=free_id(now, given.opening), strength=Strength.STATED, heading="", opening="", words=""
        )
        page = PageId(given.page) if given.page else now.pages[0].id
        pack = with_new_line(now, given.on(blank), page=page)
        return pack, pack.line(blank.id) or blank

    def _wrong(self, form: PolicyLineForm) -> dict[str, str]:
        pack, line = self._filled(form)
        given = form.given()
        document = None if line.off else self._document  # what is switched off need not be there
        found = policy_editor.faults_of_line(self.draft.now, pack, line, document=document)
        if given.strength is None:
            found["strength"] = NO_STRENGTH
        if self._line is None and not given.page:
            found["page"] = NO_PAGE
        if not given.opening:
            found["opening"] = FEW_WORDS
        return {name: found[name] for name in (*form.asked, *found) if name in found}
