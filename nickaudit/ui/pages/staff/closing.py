"""How an account that is no longer used is closed on one site: what is lost with it, and where."""

from __future__ import annotations

from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import ACCOUNTS, Step, tool_step
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.extras.base import ExtraPage
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.link_button import LinkButton
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_words import NOT_CHECKED
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.where_card import Way

LOST = "What is lost."
OFF_THE_LIST = "Take it off my list of accounts"


class ClosingPage(ExtraPage):
    """The platform that `context.step` names."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        platform = self.session.content.platforms.get(PlatformId(context.step.item))
        if platform is None or platform.close is None:
            raise LookupError(context.step.token)
        close = platform.close
        self.heading = f"How do you close your account on {platform.name}?"
        self.status = f"{platform.name} · another evening"
        self.main.addWidget(Notice(f"**{LOST}** {close.lost}", Mood.WARNING))
        if platform.tools:
            tool = platform.tools[0]
            words = f"First: {tool.title[:1].lower()}{tool.title[1:]}"
            self._link(words, tool_step(tool.id, asked_from=platform.id))
        self.add_way(Way(platform.name, close.paths, close.steps, close.link, close.link_kind))
        if any(each.platform == platform.id for each in self.session.progress.accounts):
            self.main.addWidget(TextLabel("Closed? Then there is nothing more to check there."))
            self._link(OFF_THE_LIST, ACCOUNTS)
        self.add_note("Not sure?", "Leave it for now. You can also empty it, and close it later.")
        month = month_in_words(close.verified_on or platform.last_checked)
        words = NOT_CHECKED if close.confidence == "K" else f"Menus move about. We last looked in {month}."
        self.aside.addSpacing(8)
        self.aside.addWidget(TextLabel(words, Role.SIDE_MUTED))

    def _link(self, words: str, step: Step) -> None:
        link = LinkButton(words)
        link.clicked.connect(lambda: self.go(step))
        row = FlowLayout()
        row.addWidget(link)
        self.main.addLayout(row)
