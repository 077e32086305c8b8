"""The words of the answers: short on a chip, full where they are read aloud or stand by themselves."""

from __future__ import annotations

from functools import cache

from nickaudit.domain.answers import Answer, LookAnswer
from nickaudit.domain.platforms import Device
from nickaudit.ui.widgets.answer_bar import Option

SHORT = {
    Answer.DONE: "Done",
    Answer.LATER: "Later",
    Answer.LEAVING: "Leaving it",
    Answer.NOT_SURE: "Not sure",
}
FULL = {
    Answer.DONE: "Done",
    Answer.LATER: "Later",
    Answer.LEAVING: "Leaving it as it is",
    Answer.NOT_SURE: "Not sure, or it isn't there",
}
OF_A_LOOK = {
    LookAnswer.THROUGH: "I've been through them",
    LookAnswer.STARTED: "I've started, the rest later",
    LookAnswer.NOT_SURE: "Not sure",
}
DEVICES = {Device.IPHONE: "iPhone", Device.ANDROID: "Android", Device.COMPUTER: "Computer"}


@cache
def line_options() -> tuple[Option, ...]:
    """The four answers of a line, in their order."""
    return tuple(Option(answer, SHORT[answer], FULL[answer]) for answer in Answer)


@cache
def look_options() -> tuple[Option, ...]:
    """The three answers of a look, in their order."""
    return tuple(Option(answer, words) for answer, words in OF_A_LOOK.items())
