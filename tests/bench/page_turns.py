"""How long a turn of the page takes, offscreen, and whether memory stays flat over ten thousand of them."""

import gc
import itertools
import os
import tempfile
import time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Answer, Computer
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import Step
from nickaudit.services.audit_session import AuditSession
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.theme.tokens import Mode
from tests.finishing import person

TURNS = 10_000
PLATFORMS = ("facebook", "instagram", "whatsapp", "linkedin")
_PAGE_BYTES = os.sysconf("SC_PAGE_SIZE") if hasattr(os, "sysconf") else 4096


def measure(*, turns: int = TURNS) -> dict[str, float | int]:
    """The 99th percentile in milliseconds, and memory in MB after a fifth of the turns and after all.

    A turn is what happens between the press and the new page on the screen: the old page is let go, the new
    one made, filled, laid out and painted. A turn counts from the navigator's `go`.
    """
    with tempfile.TemporaryDirectory() as folder:
        services = make_services(Path(folder))
        opened = open_window(services, mode=Mode.LIGHT, text_size=100)
        try:
            return _turn(opened, _begin(opened), turns)
        finally:
            opened.window.close()
            opened.window.deleteLater()
            _settle()
            services.private.close()


def _begin(opened: OpenWindow) -> AuditSession:
    session = opened.navigator.open_session(Computer.MINE)
    session.set_person(person(session))
    for platform in PLATFORMS:
        session.add_account(PlatformId(platform))
    for stop in session.plan.stops[::2]:
        session.answer_all(stop, Answer.DONE)
    return session


def steps_of(session: AuditSession) -> tuple[Step, ...]:
    """All stops, looks and pages of the policy, with Home and the accounts in between."""
    plan = session.plan
    on_the_way = [
        *map(route.stop_step, plan.stops),
        *map(route.look_step, plan.looks),
        *(route.statement_step(page.id) for page in plan.statements),
    ]
    found: list[Step] = []
    for number, step in enumerate(on_the_way):
        found += [
            step,
            *((route.HOME,) if number % 4 == 0 else ()),
            *((route.ACCOUNTS,) if number % 8 == 3 else ()),
        ]
    return tuple(found)


def _turn(opened: OpenWindow, session: AuditSession, turns: int) -> dict[str, float | int]:
    times: list[float] = []
    busy: list[float] = []
    early = 0.0
    every = itertools.cycle(steps_of(session))
    for _ in range(2 * len(steps_of(session))):  # everything is loaded before anything is measured
        opened.navigator.go(next(every))
        _settle()
    for turn in range(1, turns + 1):
        step = next(every)
        began, worked = time.perf_counter(), time.thread_time()
        opened.navigator.go(step)
        _settle()
        times.append((time.perf_counter() - began) * 1000)
        busy.append((time.thread_time() - worked) * 1000)
        if turn == turns // 5:
            early = _megabytes()
    late = _megabytes()
    times.sort()
    busy.sort()
    return {
        "p99_ms": round(times[int(len(times) * 0.99)], 2),
        "median_ms": round(times[len(times) // 2], 2),
        "longest_ms": round(times[-1], 2),
        # Without what other programs took of the processor meanwhile; far less than p99_ms on a busy machine.
        "p99_cpu_ms": round(busy[int(len(busy) * 0.99)], 2),
        "early_mb": round(early, 2),
        "late_mb": round(late, 2),
        "grown_mb": round(late - early, 2),
        "n": turns,
    }


def _settle() -> None:
    """Lay out, paint, and delete what was let go; without this last a loop would only pile it up."""
    QApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _megabytes() -> float:
    """What the process holds in memory now, after everything that is not needed is let go."""
    gc.collect()
    _settle()
    statm = Path("/proc/self/statm")
    if not statm.exists():
        import resource

        return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    return int(statm.read_text().split()[1]) * _PAGE_BYTES / 2**20
