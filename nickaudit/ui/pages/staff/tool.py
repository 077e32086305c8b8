"""One useful thing to ask a site for, such as a copy of one's own data: why, where, what to know."""

from __future__ import annotations

from nickaudit.domain.due_dates import month_in_words
from nickaudit.domain.extras import tool_named
from nickaudit.domain.platforms import Kind
from nickaudit.ui.page import PageContext
from nickaudit.ui.pages.extras.base import ExtraPage
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.policy_words import NOT_CHECKED
from nickaudit.ui.widgets.text import Role, TextLabel
from nickaudit.ui.widgets.where_card import Way

DONE = "I have done this"
BEFORE = "Before you begin."


class ToolPage(ExtraPage):
    """The tool that `context.step` names."""

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        found = tool_named(self.session.content, context.step.item)
        if found is None:
            raise LookupError(context.step.token)
        tool, platform = found.tool, found.platform
        self.heading = tool.title
        self.status = f"{platform.name} · another evening"
        self.main.addWidget(TextLabel(tool.why))
        if tool.good_to_know:
            self.main.addWidget(Notice(f"**{BEFORE}** {tool.good_to_know}", Mood.WARNING))
        is_listing = platform.kind is Kind.LISTING
        self.add_way(Way(platform.name, tool.paths, tool.steps, tool.link, tool.link_kind, is_listing))
        self.add_done(found.done, DONE)
        self.add_note(
            "No hurry", "None of this is asked for your certificate. The school does not hear of it."
        )
        month = month_in_words(tool.verified_on or platform.last_checked)
        words = NOT_CHECKED if tool.confidence == "K" else f"Menus move about. We last looked in {month}."
        self.aside.addSpacing(8)
        self.aside.addWidget(TextLabel(words, Role.SIDE_MUTED))
