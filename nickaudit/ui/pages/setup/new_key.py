"""A new key for whoever reads on this computer; what came before can still be opened."""

from __future__ import annotations

from nickaudit.domain import route
from nickaudit.services import Services, kept_draft, school_setup
from nickaudit.ui.page import Footer, PageContext
from nickaudit.ui.pages.setup.base import SetUpBase, sentence_of
from nickaudit.ui.widgets.bullets import Bullets
from nickaudit.ui.widgets.choice_group import ChoiceGroup
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.text import TextLabel

MAKE, MAKING = "Make a new key", "Making the new key…"
_SAY = "You need one only if somebody else may have had your key: a stolen computer, for example."
_HAPPENS = (
    "A new key is made on this computer. The old one stays, to open what came before.",
    "A new school file is made. Staff need it, as with every change.",
    "What staff send until they have the new file is still sealed for the old key.",
)


class NewKeyPage(SetUpBase):
    """Says what happens; Continue does it."""

    heading = "Make a new reader key?"
    footer = Footer(MAKE, leave=None)
    goes_on_by_itself = True

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        self.main.addWidget(TextLabel(_SAY))
        self.main.addWidget(Bullets(_HAPPENS))
        used = context.services.school_file
        readers = used.school.readers if used is not None else ()
        self.place = ChoiceGroup(
            "In whose place?", tuple((each.title, each.title, each.name) for each in readers)
        )
        self.place.setVisible(False)
        self.state = Notice("", Mood.INFORMATION)
        self.state.hide()
        self.main.addWidget(self.place)
        self.main.addWidget(self.state)

    def apply(self) -> None:
        """Make it, off the window's thread."""
        self._say(MAKING, Mood.INFORMATION)
        services, title = self.context.services, str(self.place.value or "")
        self.context.tasks.run(
            lambda _job: _rotated(services, title), done=self._done, failed=self._failed, owner=self
        )

    def _done(self, services: Services) -> None:
        kept_draft.forget(self.context.services)
        self.renewed.emit(services)
        self.go(route.SET_UP_GIVE)

    def _failed(self, error: Exception) -> None:
        if isinstance(error, school_setup.NotAReaderError):
            self.place.show()  # after a recovery: none of the readers' keys is here
        self._say(sentence_of(error), Mood.ERROR)

    def _say(self, words: str, mood: Mood) -> None:
        self.state.set_text(words, mood)
        self.state.show()
        self.announced.emit(words)


def _rotated(services: Services, title: str) -> Services:
    school_setup.rotate(services, title=title)
    return services.renewed()
