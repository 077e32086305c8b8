"""Reading in the policy, for any page: asks for the document's sentences off the window's thread."""

from __future__ import annotations

import logging
from collections.abc import Iterable

from nickaudit import logs
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.policy import PolicyLine
from nickaudit.services import policy_text
from nickaudit.ui.page import PageContext
from nickaudit.ui.widgets.read_policy import ReadPolicy

NOT_READ = "The policy document could not be read just now."


def policy_reader(
    context: PageContext,
    lines: Iterable[PolicyLine],
    *,
    shows_words: bool = True,
    name: str = "",
    in_side: bool = True,
) -> ReadPolicy:
    """The part itself; nothing is read until a person opens it."""
    services = context.services
    keep = may_keep(context)

    def ask(part: ReadPolicy) -> bool:
        if policy_text.document_of(services) is None:
            return False
        context.tasks.run(
            lambda _job: policy_text.read(services, keep=keep),
            done=part.show_found,
            failed=lambda error: part.show_trouble(sentence_of(error)),
            owner=part,
        )
        return True

    return ReadPolicy(lines, shows_words=shows_words, ask=ask, name=name, in_side=in_side)


def may_keep(context: PageContext) -> bool:
    """Whether something may be written on this computer: not where it is shared."""
    return context.session is None or context.session.keeps_answers


def sentence_of(error: Exception) -> str:
    """What to say of a document that cannot be read."""
    if isinstance(error, NickAuditError):
        return error.sentence
    if not isinstance(error, OSError):
        logs.write("unexpected_error", level=logging.ERROR, error=error)
    return NOT_READ
