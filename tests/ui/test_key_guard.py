"""What watches over the keys in tests of the window sees what it is there for."""

from pathlib import Path

from pytestqt.qtbot import QtBot

from nickaudit.keys.kept import KeptKeys
from nickaudit.ui.pages.certificates.base import saved
from nickaudit.ui.tasks import Tasks
from tests.ui import key_guard


def asks(home: Path) -> tuple[Path, ...]:
    """As a page would: `saved` is one of the window's own functions."""

    def ask() -> tuple[Path, ...]:
        KeptKeys(home).read("certificate-key")
        return ()

    return saved(ask)


def test_a_page_that_asks_for_a_key_is_seen(tmp_path: Path, no_keys_on_the_windows_thread: list[str]) -> None:
    with key_guard.guarded() as asked:
        asks(tmp_path)
    assert any(each.startswith("KeyFile.read by") for each in asked)
    no_keys_on_the_windows_thread.clear()


def test_beside_the_window_it_may_ask(tmp_path: Path, qtbot: QtBot) -> None:
    tasks, done = Tasks(), []
    with key_guard.guarded() as asked:
        tasks.run(lambda _job: asks(tmp_path), done=done.append, failed=done.append)
        qtbot.waitUntil(lambda: bool(done))
    assert done == [()]
    assert asked == []
