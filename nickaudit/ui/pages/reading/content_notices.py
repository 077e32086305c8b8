"""For Home: that the school has a newer policy, looked for once a window; and that one's own is left out."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QWidget

from nickaudit import logs
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import content_pack
from nickaudit.services.content_pack import Offer
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.notice import Notice
from nickaudit.ui.widgets.stack import Stack

SEE = "See what has changed"
WORDS = f"**The school has a newer policy.** [{SEE}](see)"
_LOOKED_IN_THIS_WINDOW = "content-looked-for"
_AFTER_PAINT_MS = 500


def add_content_notices(page: Page) -> None:
    """Put on the page what there is to say of its content: mistakes in one's own, a newer one."""
    services = page.context.services
    if services.own_content.faults:
        from nickaudit.ui.widgets.own_content import left_out_notice

        show = Step(kind=StepKind.HELP)
        page.main.addWidget(left_out_notice(services.own_content, lambda: page.step_requested.emit(show)))
    if services.school_file is not None:  # without one nothing comes from a school
        newer = NewerContent(page.context)
        newer.wanted.connect(page.step_requested)
        newer.said.connect(page.announced)
        page.main.addWidget(newer)


class NewerContent(QWidget):
    """Takes no room while there is nothing newer."""

    wanted = Signal(object)
    """The person wants to see it, on the page of this step."""
    said = Signal(str)

    def __init__(self, context: PageContext, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._column = Stack(self)
        self._context = context
        if content_pack.is_offered(context.services):
            self._say()
            return
        self.hide()
        if not context.tasks.property(_LOOKED_IN_THIS_WINDOW):
            # What that needs is slow to load, and this may be the first page of the window.
            QTimer.singleShot(_AFTER_PAINT_MS, self, self._look)

    def _look(self) -> None:
        services, tasks = self._context.services, self._context.tasks
        if not tasks.property(_LOOKED_IN_THIS_WINDOW):
            tasks.setProperty(_LOOKED_IN_THIS_WINDOW, True)
            tasks.run(
                lambda _job: content_pack.look_for(services), done=self._came, failed=_not_now, owner=self
            )

    def _came(self, offer: Offer | None) -> None:
        if offer is not None:
            self._say()
            self.show()
            self.said.emit(WORDS.partition("[")[0].replace("**", "").strip())

    def _say(self) -> None:
        self._column.addWidget(Notice(WORDS, links={"see": self._ask}))

    def _ask(self) -> None:
        self.wanted.emit(Step(kind=StepKind.SCHOOL_CONTENT))


def _not_now(error: Exception) -> None:
    """A share that is not reached is no news; what nobody foresaw is noted."""
    if not isinstance(error, NickAuditError):
        logs.write("unexpected_error", level=logs.ERROR, error=error)
