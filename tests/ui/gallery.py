"""Draw the parts of the window into pictures, to look at beside the design. Not shipped, and no test.

QT_QPA_PLATFORM=offscreen python -m tests.ui.gallery build/gallery
"""

from __future__ import annotations

import sys
from datetime import date
from pathlib import Path
from typing import cast

import segno
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from nickaudit.ui.application import application
from nickaudit.ui.main_window import MainWindow
from nickaudit.ui.page import Bar, BarLink, Fault, Footer, Page, PageContext
from nickaudit.ui.theme.dress import dress
from nickaudit.ui.theme.fonts import load_shipped_font
from nickaudit.ui.theme.tokens import Mode, Theme
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.answer_row import AnswerRow
from nickaudit.ui.widgets.beside import Beside
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card, Rule
from nickaudit.ui.widgets.chip import Size
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.columns import Side
from nickaudit.ui.widgets.date_field import DateField
from nickaudit.ui.widgets.fact_table import Entry, FactTable
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.link_button import side_link
from nickaudit.ui.widgets.menu_path import DevicePath, MenuPath
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.progress_ring import ProgressRing
from nickaudit.ui.widgets.qr_code import QrCode
from nickaudit.ui.widgets.record_model import Column
from nickaudit.ui.widgets.record_table import RecordTable
from nickaudit.ui.widgets.road_card import RoadCard
from nickaudit.ui.widgets.search_list import Entrant, SearchList
from nickaudit.ui.widgets.stacked_bar import Part, Portion, StackedBar
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.task_list import Task, TaskList
from nickaudit.ui.widgets.text import Role, TextLabel

NOTHING = cast(PageContext, None)
SCHOOL = "St Nicholas CE Primary School"
ANSWERS = (
    Option("done", "Done"),
    Option("later", "Later"),
    Option("leaving", "Leaving it", "Leaving it as it is"),
    Option("not sure", "Not sure", "Not sure, or it isn't there"),
)


Record = tuple[str, str, str, Tone, str, str]


def matrix(text: str) -> tuple[tuple[bool, ...], ...]:
    return tuple(tuple(bool(cell) for cell in row) for row in segno.make(text, error="m").matrix)


def nowhere() -> None:
    """Where the gallery's links lead."""


def stacked(*widgets: QWidget, spacing: int = 12) -> QWidget:
    box = QWidget()
    column = QVBoxLayout(box)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(spacing)
    for widget in widgets:
        column.addWidget(widget)
    return box


def in_flow(*widgets: QWidget) -> QWidget:
    box = QWidget()
    flow = FlowLayout(box)
    for widget in widgets:
        flow.addWidget(widget)
    return box


class StopSample(Page):
    heading = "Who can see what you share on Instagram?"
    status = "Instagram · 1 of 4"

    def __init__(self) -> None:
        super().__init__(NOTHING)
        way = MenuPath(
            (
                DevicePath("iphone", "iPhone", ("Profile", "Menu", "Account privacy")),
                DevicePath("android", "Android", ("Profile", "Menu", "Account privacy")),
                DevicePath("computer", "Computer", ("More", "Settings", "Account privacy")),
            )
        )
        buttons = in_flow(
            Button("Open Instagram's settings", Kind.SMALL, icon="external-link"),
            Button("Hide the code for my phone", Kind.SMALL, icon="smartphone"),
        )
        code = QrCode(matrix("https://www.instagram.com/accounts/privacy"), "Code for Instagram's web page")
        words = TextLabel(
            "Opens Instagram's web page on your phone. [Copy the address](copy)",
            Role.SIDE,
            links={"copy": nowhere},
            centred=True,
        )
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(code, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addWidget(words)
        top = Card()
        top.column.addWidget(Beside(stacked(way, buttons), side, least=380, second_width=190, under_gap=12))
        self.main.addWidget(top)
        self.main.addWidget(self.lines())
        self.fill_side()

    def lines(self) -> Card:
        card = Card()
        rows = (
            ("Private account → on", "Advised, policy 2.5", "done"),
            (
                "Stories and lives → hidden from people who should not see them",
                "Advised, policy 2.5",
                "later",
            ),
            ("Your place on the map → off", "Good practice", None),
        )
        for title, note, value in rows:
            if title != rows[0][0]:
                card.column.addWidget(Rule())
            bar = AnswerBar(title, ANSWERS)
            bar.set_value(value)
            card.column.addWidget(AnswerRow(title, note, bar))
        card.column.addWidget(in_flow(Button("All of these are done", icon="check-check")))
        return card

    def fill_side(self) -> None:
        self.aside.addWidget(Heading("Why the school asks", 4))
        why = (
            "A private account keeps your pictures with the people you chose. The policy **advises** staff "
            "to set privacy as strictly as they can."
        )
        self.aside.addWidget(TextLabel(why, Role.SIDE, marks=True))
        self.aside.addWidget(side_link("Read it in the policy"))
        self.aside.addSpacing(12)
        self.aside.addWidget(Heading("Good to know", 4))
        good = "Going private removes nobody who follows you now. That comes next."
        self.aside.addWidget(TextLabel(good, Role.SIDE))
        self.aside.addSpacing(16)
        moved = (
            "Menus move about. We last looked at these in November 2026. [This isn't where you said](moved)"
        )
        self.aside.addWidget(TextLabel(moved, Role.SIDE_MUTED, links={"moved": nowhere}))


class LookSample(Page):
    heading = "Is anyone following you who shouldn't?"
    status = "Instagram · a look"

    def __init__(self) -> None:
        super().__init__(NOTHING)
        keep = (
            "**Has a pupil or parent written to you?** Don't delete it. Don't answer. Keep it, and tell the "
            "safeguarding lead (DSL) first. [How to tell them](tell)"
        )
        self.main.addWidget(Notice(keep, links={"tell": nowhere}))
        card = Card()
        card.column.addWidget(Heading("Look for two minutes", 3))
        card.column.addWidget(MenuPath((DevicePath("iphone", "iPhone", ("Profile", "Followers")),)))
        card.column.addWidget(
            in_flow(
                Button("Open Instagram's settings", Kind.SMALL, icon="external-link"),
                Button("On my phone", Kind.SMALL, icon="smartphone"),
            )
        )
        items = (
            "Pupils, past pupils and their families: you are advised to remove them. They are not told.",
            "Family or friends among them? [Keep them, and talk to the DSL or headteacher](keep)",
            "People you don't know",
        )
        card.column.addWidget(Bullets(items, links={"keep": nowhere}))
        self.main.addWidget(card)
        self.main.addSpacing(8)
        self.main.addWidget(TextLabel("How far did you get?", Role.STRONG))
        answers = (
            Option(1, "I've been through them"),
            Option(2, "I've started, the rest later"),
            Option(3, "Not sure"),
        )
        bar = AnswerBar("How far did you get?", answers, joined=False, size=Size.LARGE)
        bar.set_value(2)
        self.main.addWidget(bar)
        self.aside.addWidget(Heading("What the policy says", 4))
        says = "Staff are **advised** not to have current or past pupils, or their families, as friends."
        self.aside.addWidget(TextLabel(says, Role.SIDE, marks=True))
        self.aside.addWidget(side_link("Read it in the policy"))


class FirstSample(Page):
    heading = "Look after your name"
    has_back = False
    footer = None
    column = 640

    def __init__(self) -> None:
        super().__init__(NOTHING)
        lead = (
            "This check is for you. It sits beside you while you look at your own accounts, and what you "
            "find stays on this computer. If you choose to send the certificate, the school is told who you "
            "are, that you finished, when, and under which policy. [Who is responsible](who)"
        )
        self.main.addWidget(TextLabel(lead, Role.LEAD, links={"who": nowhere}))
        self.main.addSpacing(16)
        self.main.addWidget(Heading("I'm here to"))
        self.main.addWidget(
            RoadCard(
                "Check my own accounts",
                "About 20 minutes, any evening, in pieces",
                "user-round-check",
                is_main=True,
            )
        )
        self.main.addWidget(RoadCard("See who has finished", "For the headteacher", "list-checks"))


class HomeSample(Page):
    heading = "Your social media check"
    has_back = False
    footer = None
    column = 700
    side = Side.PANEL
    side_width = 330

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.main.addWidget(
            TextLabel("In any order. Stop when you like; everything is saved as you go.", Role.MUTED)
        )
        done, part, todo = Tone.FINISHED, Tone.PROGRESS, Tone.OPEN
        groups = (
            (
                "Before you start",
                (
                    Task(1, "About you", "", "Finished", done),
                    Task(2, "The accounts you have", "4 accounts, add another", "Finished", done),
                ),
            ),
            (
                "Your accounts",
                (
                    Task(3, "Facebook", "5 stops, 7 minutes", "Finished", done),
                    Task(4, "Instagram", "4 stops", "1 of 4", part),
                    Task(5, "WhatsApp", "3 stops, 3 minutes", "Not started", todo),
                    Task(
                        6,
                        "All your accounts together",
                        "pictures, logging out, your phone, your name in a search",
                        "Not started",
                        todo,
                    ),
                ),
            ),
            (
                "Finish",
                (Task(7, "Check your answers, then your certificate", "7 tasks to go", is_open=False),),
            ),
        )
        for title, tasks in groups:
            self.main.addSpacing(10)
            self.main.addWidget(Heading(title))
            self.main.addWidget(TaskList(tasks))
        self.aside.addWidget(ProgressRing(8, 25, "of 25 pages"))
        self.aside.addSpacing(10)
        self.aside.addWidget(Heading("About 15 minutes left"))
        self.aside.addWidget(TextLabel("Last saved a moment ago", Role.SIDE_MUTED))
        self.aside.addSpacing(8)
        self.aside.addWidget(
            Button("Carry on with Instagram", Kind.PRIMARY, icon="arrow-right", trailing=True)
        )
        self.aside.addSpacing(12)
        self.aside.addWidget(Rule())
        self.aside.addSpacing(12)
        self.aside.addWidget(Heading("Only ten minutes?", 4))
        self.aside.addWidget(TextLabel("Do these three first:", Role.SIDE_MUTED))
        first = ("[See yourself as a stranger](a)", "[Go through your Instagram followers](a)")
        self.aside.addWidget(Bullets(first, numbered=True, role=Role.SIDE, links={"a": nowhere}))
        self.aside.addWidget(side_link("What the school can see"))


class FormSample(Page):
    heading = "About you"
    footer = Footer("Save and continue")

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.name = Field("Your name", hint="As the school knows it")
        self.name.set_text("")
        self.role = ChoiceGroup(
            "What do you do at the school?",
            (
                ("t", "Teacher", ""),
                ("ta", "Teaching assistant", ""),
                ("g", "Governor", "Also if you visit the school rarely"),
            ),
        )
        self.role.set_value("ta")
        self.day = DateField("When will you come back to these?", hint="For example, 8 December 2026")
        self.day.set_value(date(2026, 12, 8))
        self.online = CheckRow("I am active online as part of my job", "Such as the school's own page")
        self.online.setChecked(True)
        self.name.set_fault("Write your name as the school knows it.")
        for part in (self.name, self.role, self.day, self.online):
            self.main.addWidget(part)
            self.main.addSpacing(12)

    def valid(self) -> tuple[Fault, ...]:
        return (
            Fault("Write your name as the school knows it.", self.name),
            Fault("Choose what you do at the school.", self.role),
        )


class AccountsSample(Page):
    heading = "Which accounts do you have?"
    column = None

    def __init__(self) -> None:
        super().__init__(NOTHING)
        names = ("Facebook", "Instagram", "WhatsApp", "X", "TikTok", "Snapchat", "LinkedIn", "YouTube")
        many = tuple(Entrant(name, name, "Messages" if name == "WhatsApp" else "") for name in names)
        found = SearchList("Find an account", many, hint="Type a few letters, or tick below")
        found.set_ticked(frozenset({"Instagram", "WhatsApp"}))
        self.main.addWidget(found)


class DoneSample(Page):
    heading = "You have finished"
    has_back = False
    footer = None
    column = 650
    side_width = 350

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.main.addWidget(
            TextLabel("Nothing has been sent to anyone. Two things are left for 8 December.", Role.MUTED)
        )
        self.main.addWidget(Heading("Keep your certificate"))
        names = ("Save as PDF", "Web page (best for screen readers)", "Print", "Next check in my calendar")
        self.main.addWidget(in_flow(*(Button(name, Kind.SMALL) for name in names)))
        self.main.addWidget(Heading("Let the school have it"))
        card = Card()
        card.column.addWidget(TextLabel("**This is everything in the file.**", marks=True))
        facts = (
            Entry("Name", "Rosalind Ash"),
            Entry("Finished on", "24 November 2026"),
            Entry("Role", "Teaching assistant"),
            Entry("Policy", "Social media, May 2018"),
            Entry("Check", "Yearly", "Change", nowhere),
            Entry("Number", "7F3A-91C2-04DE"),
            Entry("Statement", "Has read what the policy asks, in short, and where to turn", is_wide=True),
        )
        card.column.addWidget(FactTable(facts, two_columns=True))
        self.main.addWidget(card)
        crown = Card(crowned=True, padding=30)
        crown.column.addWidget(TextLabel(SCHOOL, Role.SIDE_MUTED))
        crown.column.addWidget(TextLabel("Social media self-check certificate", Role.TITLE))
        crown.column.addWidget(TextLabel("Rosalind Ash", Role.TITLE))
        self.aside.addWidget(crown)


class ReportSample(Page):
    heading = "31 of 42 adults have finished"
    kicker = "St Nicholas CE Primary School · as of Tuesday 24 November 2026"
    has_back = False
    footer = None
    column = None
    bar = Bar(
        "School reports",
        "Read from the folder a minute ago",
        (BarLink("Look again", nowhere), BarLink("My own check", nowhere), BarLink("Help", nowhere)),
    )

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.beside_heading(Button("Export"))
        parts = (
            Part(31, "finished", Portion.FINISHED),
            Part(5, "due by 5 December", Portion.DUE),
            Part(3, "new, still in time", Portion.NEW),
            Part(3, "overdue", Portion.OVERDUE),
        )
        self.main.addWidget(StackedBar(parts))
        past = (
            "**The policy's review date has passed** (September 2018), and it cites guidance that has been "
            "replaced. [Questions for your next review](review)"
        )
        self.main.addWidget(Notice(past, Mood.WARNING, links={"review": nowhere}))
        everyone = Button("Everyone", Kind.SMALL, checkable=True)
        everyone.setChecked(True)
        self.main.addWidget(in_flow(everyone, Button("Overdue · 3", Kind.SMALL, checkable=True)))
        self.main.addWidget(self.table())

    def table(self) -> RecordTable:
        rows = (
            ("Ash, Rosalind", "Teaching assistant", "Finished", Tone.FINISHED, "24 Nov 2026", "24 Nov 2027"),
            ("Birch, Owen", "Teacher", "Finished", Tone.FINISHED, "12 Nov 2026", "12 Nov 2027"),
            ("Cedar, Priya", "Governor", "Overdue by 19 days", Tone.OVERDUE, "5 Nov 2025", "5 Nov 2026"),
            ("Elm, Tomasz", "Supply teacher", "New, by 1 December", Tone.OPEN, "Not yet", "1 Dec 2026"),
            ("Maple, Idris", "Teacher", "Due by 5 December", Tone.PROGRESS, "5 Dec 2025", "5 Dec 2026"),
        )
        columns = [
            Column[object]("Name", lambda row: cast(Record, row)[0]),
            Column[object]("Role", lambda row: cast(Record, row)[1]),
            Column[object]("Status", lambda row: cast(Record, row)[2], tone=lambda row: cast(Record, row)[3]),
            Column[object]("Finished on", lambda row: cast(Record, row)[4]),
            Column[object]("Next due", lambda row: cast(Record, row)[5]),
        ]
        table = RecordTable("Who has finished", columns)
        table.set_records(rows)
        table.setCurrentIndex(table.records.index(1, 0))
        return table


SAMPLES = (
    StopSample,
    LookSample,
    FirstSample,
    HomeSample,
    FormSample,
    AccountsSample,
    DoneSample,
    ReportSample,
)
VIEWS = (
    ("light", Mode.LIGHT, 100, 1120, 800),
    ("dark", Mode.DARK, 100, 1120, 800),
    ("large", Mode.LIGHT, 200, 1120, 800),
    ("low", Mode.LIGHT, 200, 900, 430),
    ("tall", Mode.LIGHT, 200, 900, 2600),
    ("wide", Mode.LIGHT, 125, 1500, 800),
)


def main(folder: Path) -> None:
    """Write a picture of each sample in each view."""
    folder.mkdir(parents=True, exist_ok=True)
    app = application()
    family = load_shipped_font()
    for view, mode, size, width, height in VIEWS:
        dress(app, Theme(mode, size, family))
        window = MainWindow(SCHOOL)
        window.resize(width, height)
        window.bar.show_text_size(size)
        window.show()
        for sample in SAMPLES:
            page = sample()
            before = window.show_page(page)
            if before is not None:
                before.deleteLater()
            if isinstance(page, FormSample):
                page.show_faults(page.valid())
                window.show_faults()
            elif isinstance(page, StopSample):
                window.show_saved()
                window.footer.go_on.setFocus()
            app.processEvents()
            app.processEvents()
            window.grab().save(str(folder / f"{sample.__name__.removesuffix('Sample').lower()}-{view}.png"))
            if window.sheet.least_width() > window.sheet.viewport().width():
                sys.stderr.write(f"{sample.__name__} at {view}: {window.sheet.least_width()} px wide\n")
        window.close()


if __name__ == "__main__":
    main(Path(sys.argv[1]))
