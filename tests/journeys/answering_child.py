"""A run of the real window that answers on and on, and tells what it has done; made to be killed.

Prints `START step`, then for each answer `WILL account check answer` before the click and `SAVED …` after the
window has shown "Saved".
"""

import sys
from itertools import count
from pathlib import Path

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Answer
from nickaudit.domain.audit_plan import PlannedStop
from nickaudit.domain.route import StepKind
from nickaudit.tour.driver import Driver
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.widgets.answer_words import FULL


def tell(*words: str) -> None:
    sys.stdout.write(" ".join(word.replace(" ", "_") for word in words) + "\n")
    sys.stdout.flush()


def next_stop(opened: OpenWindow, hands: Driver) -> PlannedStop:
    """The stop on the screen, or the one after a look; from anywhere else, the first one."""
    navigator = opened.navigator
    assert navigator.session is not None
    plan = navigator.session.plan
    while navigator.step.kind is StepKind.LOOK:
        hands.click("Continue")
    if navigator.step.kind is not StepKind.STOP:
        navigator.go(route.stop_step(plan.stops[0]))
    stop = plan.stop(navigator.step.account, navigator.step.item)
    assert stop is not None
    return stop


def main(home: Path, first: int) -> None:
    opened = open_window(make_services(home))
    tell("START", opened.navigator.step.token)
    hands, window = Driver(opened.window, opened.tasks.is_idle), opened.window
    answers, saved = list(Answer), [0]

    def count_saved() -> None:
        saved[0] += 1

    for number in count(first):
        stop = next_stop(opened, hands)
        hands.settle()
        assert window.page is not None
        window.page.saved.connect(count_saved)
        for line in stop.checks:
            name = f"{line.check.setting}: {FULL[answers[number % 4]]}"
            said = (line.account, line.check.id, answers[number % 4])
            if not hands.is_there(name):
                continue  # another answer took care of this one
            tell("WILL", *said)
            before = saved[0]
            hands.click(name)
            if saved[0] > before and window.header.saved.isVisible():
                tell("SAVED", *said)
        hands.click("Continue")


if __name__ == "__main__":
    main(Path(sys.argv[1]), int(sys.argv[2]))
