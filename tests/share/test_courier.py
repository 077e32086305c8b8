import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.share import courier
from nickaudit.share.folder import file_name

CONTENT = bytes(range(256)) * 16
posix = pytest.mark.skipif(os.name != "posix", reason="signals of a POSIX system")


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "the school's “folder”"
    folder.mkdir()
    return folder


def test_a_file_is_delivered_by_a_child(box: Path) -> None:
    name = file_name()
    assert courier.send(box, name, CONTENT) is Delivery.SENT
    assert (box / name).read_bytes() == CONTENT


def test_the_largest_signed_file_goes_through_the_pipe(box: Path) -> None:
    name = file_name()
    assert courier.send(box, name, bytes(64 * 1024)) is Delivery.SENT
    assert (box / name).stat().st_size == 64 * 1024


def test_states_come_back_from_the_child(box: Path) -> None:
    name = file_name()
    (box / name).write_bytes(b"other")
    assert courier.send(box, name, CONTENT) is Delivery.WAITING_DIFFERS
    assert courier.send(box / "gone", name, CONTENT) is Delivery.WAITING_GONE


@posix
def test_the_head_can_read_it_whatever_the_sender_is_used_to(box: Path) -> None:
    name = file_name()
    before = os.umask(0o077)
    try:
        courier.send(box, name, CONTENT)
    finally:
        os.umask(before)
    assert (box / name).stat().st_mode & 0o777 == 0o644


def test_it_works_from_any_folder(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(box)
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert courier.send(Path("."), file_name(), CONTENT) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


@posix
def test_a_silent_share_is_given_up_at_the_deadline(box: Path) -> None:
    """The name is a pipe that nobody writes to: opening it waits for ever, as on a dead network share."""
    name = file_name()
    os.mkfifo(box / name)
    began = time.monotonic()
    assert courier.send(box, name, CONTENT, deadline=1.0) is Delivery.WAITING_SILENT
    assert 0.9 < time.monotonic() - began < 4


@posix
def test_a_child_that_is_stopped_is_ended_too(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def stopped(*args: object, **kwargs: object) -> "subprocess.Popen[bytes]":
        child = popen(*args, **kwargs)  # type: ignore[call-overload]
        os.kill(child.pid, signal.SIGSTOP)
        started.append(child)
        return child  # type: ignore[no-any-return]

    monkeypatch.setattr(subprocess, "Popen", stopped)
    assert courier.send(box, file_name(), CONTENT, deadline=0.5) is Delivery.WAITING_SILENT
    assert started[0].poll() == -signal.SIGKILL
    assert list(box.iterdir()) == []


@posix
def test_cancelling_does_not_wait_for_the_deadline(box: Path) -> None:
    name = file_name()
    os.mkfifo(box / name)
    stop = threading.Event()
    timer = threading.Timer(0.3, stop.set)
    timer.start()
    began = time.monotonic()
    assert courier.send(box, name, CONTENT, deadline=30, cancelled=stop.is_set) is Delivery.WAITING_NOT_TRIED
    assert time.monotonic() - began < 5
    timer.join()


def test_content_that_was_cut_off_in_the_pipe_is_not_delivered(box: Path) -> None:
    arguments = [str(box), file_name(), courier._hash(CONTENT)]
    done = subprocess.run(
        [sys.executable, "-m", "nickaudit.share.courier", *arguments], input=CONTENT[:-1], check=False
    )
    assert courier._state(done.returncode) is Delivery.WAITING_OTHER
    assert list(box.iterdir()) == []


def test_two_children_with_one_file_leave_one_file(box: Path) -> None:
    name, states = file_name(), []
    threads = [
        threading.Thread(target=lambda: states.append(courier.send(box, name, CONTENT))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert states == [Delivery.SENT] * 6
    assert [path.name for path in box.iterdir()] == [name]


def test_a_program_that_cannot_be_started_is_no_crash(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(box / "no-such-program"))
    assert courier.send(box, file_name(), CONTENT) is Delivery.WAITING_OTHER


def test_the_frozen_program_is_called_with_its_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert courier._program() == [sys.executable, "--deliver"]


def test_every_state_has_an_exit_code_of_its_own() -> None:
    assert [courier._state(courier._code(state)) for state in Delivery] == list(Delivery)
    assert courier._state(1) is courier._state(-9) is Delivery.WAITING_OTHER
