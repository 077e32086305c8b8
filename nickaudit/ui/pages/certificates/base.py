"""What both pages about a certificate share: work off the window's thread with words for it, and its failure.

A fault is one sentence with "Try again"; nothing is lost, for all that matters was stored before.
"""

from __future__ import annotations

import datetime as dt
import logging
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from nickaudit import logs
from nickaudit.domain.certificate import CertificateRefused
from nickaudit.domain.due_dates import MONTHS, in_words
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import CertificateNumber
from nickaudit.services import own_certificates, school_keys
from nickaudit.services.own_certificates import OwnCertificate
from nickaudit.services.saving import AlreadyThereError, NotSavedError, save_copy
from nickaudit.ui.messages import NOT_SAVED, REFUSALS
from nickaudit.ui.page import Page, PageContext
from nickaudit.ui.widgets.button import Button, Kind
from nickaudit.ui.widgets.flow import FlowLayout
from nickaudit.ui.widgets.notice import Mood, Notice
from nickaudit.ui.widgets.text import Role, TextLabel

Result = TypeVar("Result")

OPENING = "Opening your certificate…"
TRY_AGAIN = "Try again"
NEW_KEY = "Go on with a new key"
STARTING_ANEW = "Making room for a new key…"
UNFORESEEN = (
    "That did not work. Nothing you gave is lost. Try again, or close the program and start it again."
)


class CopyNotSavedError(NickAuditError):
    """It could not be saved there. Choose another place."""


class OwnCertificatePage(Page):
    """Shows that it is at work, then the certificate, or what went wrong."""

    footer = None

    def __init__(self, context: PageContext) -> None:
        super().__init__(context)
        if context.session is None:
            raise LookupError(context.step.token)
        self.session = context.session
        self.own: OwnCertificate | None = None
        self._retry: Callable[[], None] | None = None
        self.waiting = TextLabel("", Role.MUTED)
        self.trouble = Notice("", Mood.ERROR)
        row = FlowLayout()
        again = Button(TRY_AGAIN, Kind.SMALL)
        again.clicked.connect(self._try_again)
        row.addWidget(again)
        self.new_key = Button(NEW_KEY, Kind.SMALL)
        self.new_key.clicked.connect(self._start_anew)
        self.new_key.hide()
        row.addWidget(self.new_key)
        self.trouble.column.addLayout(row)
        self.main.addWidget(self.waiting)
        self.main.addWidget(self.trouble)
        self.waiting.hide()
        self.trouble.hide()

    def work(self, words: str, fn: Callable[[], Result], done: Callable[[Result], None]) -> None:
        """Do something slow, saying so; then go on with what came of it."""

        def finished(result: Result) -> None:
            self.waiting.hide()
            done(result)

        self._retry = lambda: self.work(words, fn, done)
        self.trouble.hide()
        self.waiting.setText(words)
        self.waiting.show()
        self.context.tasks.run(
            lambda _job: fn(), done=finished, failed=self._failed, owner=self, database=True
        )

    def open_certificate(self, number: CertificateNumber) -> None:
        """Take that certificate up, then `show_certificate`."""
        database = self.session.database
        self.work(OPENING, lambda: own_certificates.take_up(database, number), self._opened)

    def show_certificate(self, own: OwnCertificate) -> None:
        """Fill the page. For the page to say."""
        raise NotImplementedError

    def _opened(self, own: OwnCertificate) -> None:
        self.own = own
        self.show_certificate(own)

    def _failed(self, error: Exception) -> None:
        self.waiting.hide()
        without_key = school_keys.instead_of_lost(error)
        sentence = without_key or sentence_of(error)
        self.new_key.setVisible(without_key is not None)
        self.trouble.set_text(sentence)
        self.trouble.show()
        self.announced.emit(sentence)

    def _try_again(self) -> None:
        if self._retry is not None:
            self.heading_label.setFocus()
            self._retry()

    def _start_anew(self) -> None:
        """The person was told what the school will see, and goes on with a new key."""
        retry, home = self._retry, self.context.services.home
        if retry is None:
            return
        self.heading_label.setFocus()
        self.work(
            STARTING_ANEW,
            lambda: school_keys.start_anew(home, school_keys.CERTIFICATE),
            lambda _was_gone: retry(),
        )


def sentence_of(error: Exception) -> str:
    """One clear sentence for whatever went wrong; what nobody foresaw is also logged."""
    if isinstance(error, CertificateRefused):
        return REFUSALS[error.reason]
    if isinstance(error, NickAuditError):
        return error.sentence
    logs.write("unexpected_error", level=logging.ERROR, error=error)
    return UNFORESEEN


def save_one(content: bytes, path: Path, may_replace: bool) -> tuple[Path, ...]:
    """Save one file the way a `SaveRow` wants it."""
    return saved(lambda: (save_copy(content, to=path, replace=may_replace),))


def saved(save: Callable[[], tuple[Path, ...]]) -> tuple[Path, ...]:
    """Save, with what goes wrong in the terms of a `SaveRow`."""
    try:
        return save()
    except AlreadyThereError as error:
        raise FileExistsError(str(error.path)) from error
    except NotSavedError as error:
        raise CopyNotSavedError(NOT_SAVED[error.state]) from error


def moment_in_words(moment: dt.datetime) -> str:
    """`16:05 on 24 November 2026`, as the person's clock showed it."""
    return f"{moment.hour}:{moment.minute:02} on {in_words(moment.date())}"


def day_in_words(day: dt.date, *, today: dt.date) -> str:
    """`8 December`, with the year where it is another one."""
    return in_words(day) if day.year != today.year else f"{day.day} {MONTHS[day.month - 1]}"
