"""Pages to try the frame with: a stop, a form that can be wrong, and one with a bar of its own."""

from typing import cast

from nickaudit.ui.page import Bar, BarLink, Footer, Page, PageContext
from nickaudit.ui.widgets.answer_bar import AnswerBar, Option
from nickaudit.ui.widgets.field import Field
from nickaudit.ui.widgets.text import TextLabel

NOTHING = cast(PageContext, None)
ANSWERS = (Option(1, "Done"), Option(2, "Later"), Option(3, "Leaving it"), Option(4, "Not sure"))


class Stop(Page):
    heading = "Who can see what you share on Instagram?"
    status = "Instagram · 1 of 4"

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.bars = [AnswerBar(name, ANSWERS) for name in ("Private account", "Stories", "Map")]
        for bar in self.bars:
            self.main.addWidget(TextLabel(bar.accessibleName()))
            self.main.addWidget(bar)
        self.why = TextLabel("The policy advises it. [Read it in the policy](x)", links={})
        self.aside.addWidget(self.why)


class Form(Page):
    heading = "About you"
    has_back = False
    footer = Footer("Save and continue", leave=None)

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.name = Field("Your name")
        self.main.addWidget(self.name)


class Report(Page):
    heading = "31 of 42 adults have finished"
    has_back = False
    footer = None

    def __init__(self) -> None:
        super().__init__(NOTHING)
        self.pressed: list[str] = []
        self.bar = Bar("School reports", "Read a minute ago", (BarLink("Look again", self.again),))

    def again(self) -> None:
        self.pressed.append("again")

    def once_more(self) -> None:
        self.pressed.append("once more")
