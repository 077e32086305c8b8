import io
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path
from typing import Any

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share import carrier, child, courier, errand
from nickaudit.share.errors import FolderError
from nickaudit.share.folder import file_name

CONTENT = bytes(range(256)) * 16
posix = pytest.mark.skipif(os.name != "posix", reason="signals of a POSIX system")


def at(folder: Path) -> ShareAddress:
    return ShareAddress(folder=str(folder))


@pytest.fixture
def box(tmp_path: Path) -> Path:
    folder = tmp_path / "the school's “folder”"
    folder.mkdir()
    return folder


def test_a_file_is_delivered_by_a_child(box: Path) -> None:
    name = file_name()
    assert courier.send(at(box), name, CONTENT) is Delivery.SENT
    assert (box / name).read_bytes() == CONTENT


def test_the_largest_signed_file_goes_through_the_pipe(box: Path) -> None:
    name = file_name()
    assert courier.send(at(box), name, bytes(64 * 1024)) is Delivery.SENT
    assert (box / name).stat().st_size == 64 * 1024


def test_states_come_back_from_the_child(box: Path) -> None:
    name = file_name()
    (box / name).write_bytes(b"other")
    assert courier.send(at(box), name, CONTENT) is Delivery.WAITING_DIFFERS
    assert courier.send(at(box / "gone"), name, CONTENT) is Delivery.WAITING_GONE


@posix
def test_the_head_can_read_it_whatever_the_sender_is_used_to(box: Path) -> None:
    name = file_name()
    before = os.umask(0o077)
    try:
        courier.send(at(box), name, CONTENT)
    finally:
        os.umask(before)
    assert (box / name).stat().st_mode & 0o777 == 0o644


def test_it_works_from_any_folder(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(box)
    monkeypatch.setenv("PYTHONPATH", "elsewhere")
    assert courier.send(at(Path(".")), file_name(), CONTENT) is Delivery.SENT
    assert len(list(box.iterdir())) == 1


@posix
def test_a_silent_share_is_given_up_at_the_deadline(box: Path) -> None:
    """The name is a pipe that nobody writes to: opening it waits for ever, as on a dead network share."""
    name = file_name()
    os.mkfifo(box / name)
    began = time.monotonic()
    assert courier.send(at(box), name, CONTENT, deadline=1.0) is Delivery.WAITING_SILENT
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
    assert courier.send(at(box), file_name(), CONTENT, deadline=0.5) is Delivery.WAITING_SILENT
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
    assert (
        courier.send(at(box), name, CONTENT, deadline=30, cancelled=stop.is_set) is Delivery.WAITING_NOT_TRIED
    )
    assert time.monotonic() - began < 5
    timer.join()


def test_an_errand_that_was_cut_off_in_the_pipe_is_not_done(box: Path) -> None:
    asked = errand.Errand(
        do=errand.Do.DELIVER, address=at(box), name=file_name(), content=CONTENT, deadline=9
    )
    whole = io.BytesIO()
    errand.write(whole, asked)
    command = [sys.executable, "-m", carrier.__name__]
    for cut, code, files in ((1, 1, 0), (0, 0, 1)):
        given = whole.getvalue()[: len(whole.getvalue()) - cut]
        done = subprocess.run(command, input=given, stdout=subprocess.PIPE, check=False)
        assert (done.returncode, len(list(box.iterdir()))) == (code, files)
    assert errand.read_answer(io.BytesIO(done.stdout)) == errand.Ended(Delivery.SENT)


def test_two_children_with_one_file_leave_one_file(box: Path) -> None:
    name, states = file_name(), []
    threads = [
        threading.Thread(target=lambda: states.append(courier.send(at(box), name, CONTENT))) for _ in range(6)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert states == [Delivery.SENT] * 6
    assert [path.name for path in box.iterdir()] == [name]


def test_a_program_that_cannot_be_started_is_no_crash(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "executable", str(box / "no-such-program"))
    assert courier.send(at(box), file_name(), CONTENT) is Delivery.WAITING_OTHER


def test_the_frozen_program_is_called_with_its_option(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert child._program() == [sys.executable, "--courier"]


def test_nothing_of_an_errand_is_in_the_arguments_or_the_environment(
    box: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    given: list[str] = []
    popen = subprocess.Popen

    def seen(command: list[str], **kwargs: Any) -> "subprocess.Popen[bytes]":
        given.extend([*command, *kwargs["env"], *kwargs["env"].values()])
        return popen(command, **kwargs)

    monkeypatch.setattr(subprocess, "Popen", seen)
    courier.send(at(box), "a-name", CONTENT, password="a-password")
    assert len(given) > 4
    assert not [each for each in given if "a-name" in each or "a-password" in each or str(box) in each]


def test_files_are_fetched_by_name_and_what_is_not_there_or_too_large_is_left_out(box: Path) -> None:
    for name, length in (("one", 10), ("two", 11)):
        (box / name).write_bytes(b"x" * length)
    assert courier.fetch(at(box), ("one", "two", "three"), limit=10) == {"one": b"x" * 10}


def test_a_letter_box_that_is_gone_is_not_an_empty_one(box: Path) -> None:
    with pytest.raises(FolderError) as caught:
        courier.fetch(at(box / "gone"), ("one",), limit=10)
    assert caught.value.state is Delivery.WAITING_GONE
    with pytest.raises(FolderError) as caught:
        list(courier.read_new(at(box / "gone"), {}, limit=10))
    assert caught.value.state is Delivery.WAITING_GONE


def test_what_is_known_is_listed_and_not_read_again(box: Path) -> None:
    for number in range(200):
        (box / f"{number:03}.nickaudit-sealed").write_bytes(b"%d" % number)
    first = list(courier.read_new(at(box), {}, limit=10))
    assert [came.content for came in first] == [b"%d" % number for number in range(200)]
    known = {came.file.name: (came.file.size, came.file.modified_ns) for came in first}
    (box / "007.nickaudit-sealed").write_bytes(b"changed")
    (box / "new.nickaudit-sealed").write_bytes(b"new")
    second = list(courier.read_new(at(box), known, limit=10))
    assert {came.file.name for came in second if came.is_known} == known.keys() - {"007.nickaudit-sealed"}
    assert [came.content for came in second if not came.is_known] == [b"changed", b"new"]
    assert [(came.done, came.total) for came in second] == [(place + 1, 201) for place in range(201)]


@posix
def test_a_file_that_may_not_be_read_does_not_keep_the_others_back(box: Path) -> None:
    os.mkfifo(box / "a.pdf")
    (box / "b.pdf").write_bytes(b"b")
    came = list(courier.read_new(at(box), {}, limit=10))
    assert [(each.file.name, each.content) for each in came] == [("a.pdf", None), ("b.pdf", b"b")]


def test_leaving_off_reading_ends_the_child(box: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    started: list[subprocess.Popen[bytes]] = []
    popen = subprocess.Popen

    def kept(*args: Any, **kwargs: Any) -> "subprocess.Popen[bytes]":
        started.append(popen(*args, **kwargs))
        return started[-1]

    monkeypatch.setattr(subprocess, "Popen", kept)
    for number in range(2000):
        (box / f"{number}.pdf").write_bytes(bytes(2000))
    coming = courier.read_new(at(box), {}, limit=5000)
    assert next(coming).content == bytes(2000)
    assert started[0].poll() is None
    coming.close()
    assert started[0].poll() is not None


def test_cancelling_while_reading_says_so(box: Path) -> None:
    (box / "a.pdf").write_bytes(b"a")
    with pytest.raises(FolderError) as caught:
        list(courier.read_new(at(box), {}, limit=10, cancelled=lambda: True))
    assert caught.value.state is Delivery.WAITING_NOT_TRIED


def test_receipts_and_school_files_are_left_through_a_child_too(box: Path) -> None:
    assert courier.put_beside(at(box), "a.nickaudit-receipt", b"1") is Delivery.SENT
    assert courier.put_beside(at(box), "a.nickaudit-receipt", b"2") is Delivery.WAITING_DIFFERS
    assert courier.publish(at(box), "school.nickaudit-school", b"1") is Delivery.SENT
    assert courier.publish(at(box), "school.nickaudit-school", b"2") is Delivery.SENT
    assert {path.name: path.read_bytes() for path in box.iterdir()} == {
        "a.nickaudit-receipt": b"1",
        "school.nickaudit-school": b"2",
    }
