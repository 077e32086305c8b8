"""For every test: a home folder of its own, a fixed day, no screen, and no noise left behind."""

import gc
import logging
import os
import sys
import threading
import time
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import settings

# Before anything imports Qt or keyring: no screen, and never the keyring of whoever runs the tests.
os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("PYTHON_KEYRING_BACKEND", "keyring.backends.fail.Keyring")

pytest.register_assert_rewrite(
    "tests.requires", "tests.keys.key_store_contract", "tests.share.letterbox_contract"
)

from nickaudit import logs  # noqa: E402
from tests.requires import IN_CI, require  # noqa: E402
from tests.servers.samba import Samba, samba, why_not  # noqa: E402

settings.register_profile("hand", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True, database=None, print_blob=True)
settings.load_profile("ci" if IN_CI else "hand")

_SECONDS_TO_END = 3.0
_KEPT_BY_QT = {"QTipLabel"}  # one for the whole program


@pytest.fixture(autouse=True)
def home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """The data folder of this test."""
    folder = tmp_path / "home"
    monkeypatch.setenv("NICKAUDIT_HOME", str(folder))
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path / "xdg"))
    yield folder
    logs.close()


@pytest.fixture
def today() -> date:
    return date(2026, 11, 24)


@pytest.fixture
def now() -> datetime:
    return datetime(2026, 11, 24, 16, 0, tzinfo=UTC)


@pytest.fixture(name="require")
def _require() -> Callable[[object, str], None]:
    return require


@pytest.fixture(scope="module")
def _running() -> Iterator[Samba | None]:
    if why_not():
        yield None
    else:
        with samba() as server:
            yield server


@pytest.fixture
def server(_running: Samba | None, require: Callable[[object, str], None]) -> Samba:
    """One server for all tests of a module, empty for each."""
    require(_running is not None, why_not())
    assert _running is not None
    _running.run_inside(f"rm -rf {_running.folder}/share/* {_running.folder}/share/.[!.]*")
    return _running


class _Noise(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.heard: list[logging.LogRecord] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.heard.append(record)


@pytest.fixture
def expected_logs() -> set[str]:
    """Add the message, or the logger's name, of a warning that the test means to cause."""
    return set()


@pytest.fixture(autouse=True)
def _no_unexpected_warnings(expected_logs: set[str]) -> Iterator[None]:
    noise = _Noise()
    root = logging.getLogger()
    root.addHandler(noise)
    yield
    root.removeHandler(noise)
    unexpected = [
        f"{each.name}: {each.getMessage()}"
        for each in noise.heard
        if each.name not in expected_logs and str(each.msg) not in expected_logs
    ]
    if unexpected:
        pytest.fail("Unexpected in the log: " + "; ".join(unexpected))


@pytest.fixture(autouse=True)
def _nothing_left_behind() -> Iterator[None]:
    threads = set(threading.enumerate())
    windows = _windows()
    yield
    left = [each.name for each in _left_threads(threads)] + _busy_pool() + _left_windows(windows)
    if left:
        pytest.fail("Left behind by the test: " + ", ".join(left))


def _left_threads(before: set[threading.Thread]) -> list[threading.Thread]:
    until = time.monotonic() + _SECONDS_TO_END
    # Python's stand-ins for threads of Qt's pool stay for as long as the pool keeps the thread.
    new = [
        each
        for each in threading.enumerate()
        if each not in before and not isinstance(each, threading._DummyThread)
    ]
    for each in new:
        each.join(max(0.0, until - time.monotonic()))
    return [each for each in new if each.is_alive()]


def _busy_pool() -> list[str]:
    core = sys.modules.get("PySide6.QtCore")
    if core is None or core.QThreadPool.globalInstance().waitForDone(int(_SECONDS_TO_END * 1000)):
        return []
    return ["work in Qt's thread pool"]


def _windows() -> list[object]:
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    return [
        each
        for each in widgets.QApplication.topLevelWidgets()
        if each.metaObject().className() not in _KEPT_BY_QT
    ]


def _left_windows(before: list[object]) -> list[str]:
    if not (new := _new_windows(before)):
        return []
    gc.collect()
    new = _new_windows(before)
    return [f"{type(each).__name__} “{each.windowTitle()}”" for each in new]  # type: ignore[attr-defined]


def _new_windows(before: list[object]) -> list[object]:
    if "PySide6.QtWidgets" not in sys.modules:
        return []
    from PySide6.QtCore import QCoreApplication, QEvent

    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    return [each for each in _windows() if not any(each is one for one in before)]
