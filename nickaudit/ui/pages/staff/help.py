"""Help: how it works, the keyboard, where everything is kept, how it looks, and what program this is."""

from __future__ import annotations

from nickaudit import __version__
from nickaudit.domain import route
from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.route import Step, StepKind
from nickaudit.services.preferences import Preference, remembered
from nickaudit.ui import desktop
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.pages.reading.policy_document import HEADING, PolicyDocumentPart, is_wanted
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.own_content import OwnContentPart
from nickaudit.ui.widgets.text import Role, TextLabel

LETTERS = "Which letters?"
OPEN_SCHOOL_FILE = "Open the school file"
NEWER_POLICY = "Look for a newer policy from the school"
SHOW_FOLDER = "Show the folder"
_SYSTEM = "system"
_HOW = (
    "You look at your own settings, in your own app or browser. You say here what you did.",
    "Go in any order and stop when you like. Every answer is saved as you give it.",
    "Four answers are there for each line. None of them is wrong, and the school sees none of them.",
    "Not sure? Press “Not sure”: it shows where to look, and counts as an answer.",
    "At the end you get a certificate. You decide whether the school has it, and how.",
)
_KEYS = (
    ("Tab", "Go to the next link, button or answer. Shift and Tab goes back."),
    ("Enter, Space", "Press what has the yellow frame."),
    ("Arrow keys", "Go from one answer of a line to the next."),
    ("Ctrl and +", "Larger text. Ctrl and − makes it smaller, Ctrl and 0 as it was."),
    ("Alt and left", "Back. Left is the arrow key."),
    ("F1", "This page."),
)
_LICENCES = (
    "NickAudit is free software under the MIT licence. The letters are Atkinson Hyperlegible Next (Open Font "
    "License), the icons are Lucide (ISC licence). The window is made with Qt (LGPL). The full list comes "
    "with the "
    "program, in LICENCES.md."
)


class HelpPage(Page):
    """Short, and the same from everywhere."""

    heading = "Help"
    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        services, session = context.services, context.session
        if services.own_content.faults:  # then that is what somebody comes for
            self._add_own_content()
        self._part("How it works")
        self.main.addWidget(Bullets(_HOW))
        self._part("Where your answers are kept")
        if session is not None and not session.keeps_answers:
            self.main.addWidget(TextLabel("Nothing is kept on this computer. When you stop, it is gone."))
        else:
            self.main.addWidget(TextLabel("Only here, in a folder that belongs to your log-in:"))
            self.folder = TextLabel(str(services.home), Role.STRONG)
            self.main.addWidget(self.folder)
            show = Button(SHOW_FOLDER, Kind.SMALL, icon="folder")
            show.clicked.connect(lambda: desktop.show_in_folder(services.home))
            row = FlowLayout()
            row.addWidget(show)
            self.main.addLayout(row)
        words = "[What the school can see](sees) · [Who is responsible, and for how long](responsible)"
        if services.school_file is not None:
            words += f" · [{NEWER_POLICY}](newer)"
        words += f" · [{OPEN_SCHOOL_FILE}](open)"
        links = {
            "open": lambda: self.step_requested.emit(route.school_file_step("")),
            "newer": lambda: self.step_requested.emit(Step(kind=StepKind.SCHOOL_CONTENT)),
            "sees": lambda: self.step_requested.emit(Step(kind=StepKind.SCHOOL_SEES)),
            "responsible": lambda: self.step_requested.emit(Step(kind=StepKind.RESPONSIBLE)),
        }
        self.main.addWidget(TextLabel(words, links=links))
        self._part("With the keyboard")
        self.main.addWidget(FactTable(tuple(Entry(keys, words) for keys, words in _KEYS)))
        self._part("How it looks")
        self.main.addWidget(
            TextLabel(
                "Make the text larger or smaller at the top of the window. "
                "Light or dark follows your computer's own setting."
            )
        )
        self.letters = ChoiceGroup(
            LETTERS,
            (
                (False, "Easy to tell apart", "Atkinson Hyperlegible Next, which comes with this program"),
                (True, "My computer's own", "The letters your other programs use"),
            ),
        )
        self.letters.set_value(remembered(services, Preference.FONT) == _SYSTEM)
        self.letters.chosen.connect(lambda wanted: self.font_requested.emit(bool(wanted)))
        self.main.addWidget(self.letters)
        if services.own_content.files:
            self._add_own_content()
        if is_wanted(context):
            self._part(HEADING)
            self.document = PolicyDocumentPart(context)
            self.document.said.connect(self.announced)
            self.main.addWidget(self.document)
        self._part("About this program")
        content = services.content
        self.main.addWidget(
            FactTable(
                (
                    Entry("Name", f"NickAudit, version {__version__}"),
                    Entry("Policy", f"{content.policy.title}, of {content.policy.school.name}"),
                    Entry("Sites", f"Menus last looked at in {month_in_words(content.pack)}"),
                )
            )
        )
        self.main.addWidget(TextLabel(_LICENCES, Role.MUTED))

    def _add_own_content(self) -> None:
        self._part("Content of your own")
        self.main.addWidget(OwnContentPart(self.context.services.own_content))

    def _part(self, heading: str) -> None:
        self.main.addSpacing(8)
        self.main.addWidget(Heading(heading, 2))
