"""Old accounts: three ways to remember them, and for each site the way to close one."""

from __future__ import annotations

from nickaudit.domain.extras import OLD_ACCOUNTS_DONE
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import closing_step
from nickaudit.ui import desktop
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.extras.base import ExtraPage
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.card import Card
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.heading import Heading
from nickaudit.ui.widgets.place_finder import PlaceFinder
from nickaudit.ui.widgets.text import Role, TextLabel

DONE = "I have been through them"
MAIL_WORDS = (
    "welcome to",
    "confirm your e-mail",
    "verify your account",
    "your username",
    "reset your password",
)
_INTRO = "An account you no longer use can still be found. Here are three ways to remember what you have."
_PASSWORDS = (
    "In Chrome: the three dots, then “Passwords and autofill”, then “Google Password Manager”.",
    "In Edge: the three dots, then “Settings”, then “Passwords”.",
    "In Firefox: the three lines, then “Passwords”.",
    "On an iPhone, iPad or Mac: the app “Passwords”.",
    "On an Android phone: “Settings”, then search for “password manager”.",
)
_APPS = (
    "On an iPhone: the App Store, then your picture, then “Apps” or “Purchased”.",
    "On an Android phone: Google Play, your picture, “Manage apps and device”, “Manage”, “Not installed”.",
    "Read through the list once. Which of them did you have a log-in for?",
)


class OldAccountsPage(ExtraPage):
    """Nothing is looked up by the program: the person looks, in their own mailbox and phone."""

    heading = "Which old accounts do you still have?"

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.main.addWidget(TextLabel(_INTRO, Role.MUTED))
        self._add_mailbox()
        self._add_card("In your list of passwords", "Your browser may have kept them:", _PASSWORDS)
        self._add_card("In your phone's list of apps", "It also shows apps you took off long ago:", _APPS)
        self.add_part("Close what you no longer use")
        platforms = self.session.content.platforms.values()
        self.finder = PlaceFinder(each for each in platforms if each.close is not None)
        self.finder.chosen.connect(lambda value: self.go(closing_step(PlatformId(str(value)))))
        self.main.addWidget(self.finder)
        self.add_done(OLD_ACCOUNTS_DONE, DONE)
        self.add_note(
            "Before you close one",
            "Ask for a copy first if you want to keep pictures or messages.",
            "Do you log in to other sites with it? Then give those a password of their own first.",
        )
        self.add_note(
            "You can't get in?",
            "Ask for a new password with your old e-mail address. Is that gone too? Write to the site.",
        )

    def _add_mailbox(self) -> None:
        card = self._add_card("In your mailbox", "Search all your mail for words like these:", ())
        row = FlowLayout()
        for words in MAIL_WORDS:
            button = Button(words, Kind.SMALL, icon="copy", name=f"Copy: {words}")
            button.clicked.connect(lambda _on=False, words=words, button=button: self._copy(button, words))
            row.addWidget(button)
        card.column.addLayout(row)
        card.column.addWidget(
            TextLabel("Try old e-mail addresses too, and the folder for junk.", Role.SIDE_MUTED)
        )

    def _add_card(self, heading: str, text: str, items: tuple[str, ...]) -> Card:
        card = Card()
        card.column.addWidget(Heading(heading, 3))
        card.column.addWidget(TextLabel(text))
        if items:
            card.column.addWidget(Bullets(items))
        self.main.addWidget(card)
        return card

    def _copy(self, button: Button, words: str) -> None:
        desktop.copy(words)
        button.set_words(words, icon="check")
        button.setAccessibleName(f"Copied: {words}")
        self.announced.emit(f"Copied: {words}")
