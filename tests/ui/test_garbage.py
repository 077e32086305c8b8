"""Circular garbage goes on the window's thread only."""

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from nickaudit.ui.garbage import GarbageRounds, collect_if_due


class Knot:
    """Something that only the collector can free; remembers on which thread it went."""

    gone_on: list[threading.Thread]

    def __init__(self) -> None:
        self.self = self

    def __del__(self) -> None:
        Knot.gone_on.append(threading.current_thread())


@pytest.fixture
def rounds(app: QApplication) -> Iterator[GarbageRounds]:
    Knot.gone_on = []
    before = gc.get_threshold()
    gc.set_threshold(700, 10, 10)
    made = GarbageRounds()
    yield made
    made.stop()
    gc.set_threshold(*before)


def make_much_garbage() -> None:
    for _ in range(5_000):
        Knot()


def test_a_worker_frees_nothing_of_the_windows(rounds: GarbageRounds) -> None:
    worker = threading.Thread(target=make_much_garbage)
    worker.start()
    worker.join()
    assert Knot.gone_on == []
    assert collect_if_due() is not None
    assert set(Knot.gone_on) == {threading.main_thread()}


def test_what_is_garbage_is_collected_in_its_time(rounds: GarbageRounds) -> None:
    knot = weakref.ref(Knot())
    make_much_garbage()
    collect_if_due()
    assert knot() is None


def test_with_little_garbage_nothing_happens(rounds: GarbageRounds) -> None:
    gc.collect()
    assert collect_if_due() is None


def test_afterwards_python_collects_by_itself_again(app: QApplication) -> None:
    before = gc.isenabled()
    GarbageRounds().stop()
    assert gc.isenabled() == before
