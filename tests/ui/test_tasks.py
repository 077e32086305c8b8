"""Work off the window's thread: all of it is reported, but nothing to a page that is gone."""

import threading
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from nickaudit.ui.tasks import Job, Tasks


@pytest.fixture
def tasks(app: QApplication) -> Iterator[Tasks]:
    made = Tasks()
    yield made
    made.close()


def not_expected(what: object) -> None:
    raise AssertionError(what)


def test_a_result_comes_back_on_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    results: list[tuple[int, bool]] = []
    main = threading.get_ident()

    def work(_job: Job) -> int:
        return threading.get_ident()

    def done(where: int) -> None:
        results.append((where, threading.get_ident() == main))

    tasks.run(work, done=done, failed=not_expected)
    qtbot.waitUntil(lambda: bool(results))
    assert results[0][0] != main
    assert results[0][1]


@pytest.mark.parametrize("database", [False, True])
def test_a_failure_is_always_reported(tasks: Tasks, qtbot: QtBot, database: bool) -> None:
    errors: list[Exception] = []

    def work(_job: Job) -> int:
        raise ValueError("no")

    tasks.run(work, done=not_expected, failed=errors.append, database=database)
    qtbot.waitUntil(lambda: bool(errors))
    assert isinstance(errors[0], ValueError)
    assert tasks.is_idle()


def test_database_work_runs_one_after_the_other_in_order(tasks: Tasks, qtbot: QtBot) -> None:
    order: list[int] = []
    busy = threading.Lock()

    def work(number: int) -> int:
        with_lock = busy.acquire(blocking=False)
        assert with_lock
        order.append(number)
        busy.release()
        return number

    finished: list[int] = []
    for i in range(30):
        tasks.run(lambda _job, i=i: work(i), done=finished.append, failed=not_expected, database=True)
    qtbot.waitUntil(lambda: len(finished) == 30)
    assert order == finished == list(range(30))


def test_progress_is_reported(tasks: Tasks, qtbot: QtBot) -> None:
    seen: list[tuple[int, int]] = []
    ended: list[str] = []

    def work(job: Job) -> str:
        for i in range(3):
            job.progress(i, 3)
        return "done"

    tasks.run(work, done=ended.append, failed=not_expected, progress=lambda now, of: seen.append((now, of)))
    qtbot.waitUntil(lambda: bool(ended))
    assert seen == [(0, 3), (1, 3), (2, 3)]


def test_cancelled_work_stops_and_reports_nothing(tasks: Tasks, qtbot: QtBot) -> None:
    stopped = threading.Event()

    def work(job: Job) -> None:
        while not job.cancelled():
            pass
        stopped.set()

    job = tasks.run(work, done=not_expected, failed=not_expected)
    job.cancel()
    assert stopped.wait(3)
    qtbot.waitUntil(tasks.is_idle)


def test_nothing_is_called_for_a_page_that_is_gone(tasks: Tasks, qtbot: QtBot) -> None:
    go_on = threading.Event()
    page = QWidget()

    def work(_job: Job) -> int:
        go_on.wait(3)
        return 1

    job = tasks.run(work, done=not_expected, failed=not_expected, owner=page)
    page.deleteLater()
    qtbot.waitUntil(job.cancelled)
    go_on.set()
    qtbot.waitUntil(tasks.is_idle)


def test_the_owner_of_a_bound_callback_is_found(tasks: Tasks, qtbot: QtBot) -> None:
    class Holder(QObject):
        def done(self, result: int) -> None:
            raise AssertionError(result)

    holder, go_on = Holder(), threading.Event()

    def work(_job: Job) -> int:
        go_on.wait(3)
        return 1

    job = tasks.run(work, done=holder.done, failed=not_expected)
    holder.deleteLater()
    qtbot.waitUntil(job.cancelled)
    go_on.set()
    qtbot.waitUntil(tasks.is_idle)


def test_closing_asks_everything_to_stop(app: QApplication) -> None:
    tasks, stopped = Tasks(), threading.Event()

    def work(job: Job) -> None:
        while not job.cancelled():
            pass
        stopped.set()

    tasks.run(work, done=not_expected, failed=not_expected)
    tasks.close()
    assert stopped.is_set()
