"""The school's folder full, then read-only, then well again; on a disk of its own, in the real window."""

from pathlib import Path

from tests.requires import require
from tests.servers import small_disk


def test_a_folder_that_is_full_or_may_not_be_written_is_said_and_loses_nothing(tmp_path: Path) -> None:
    require(small_disk.can_be_made(tmp_path / "probe"), "a small disk of its own (unshare)")
    code = f"""
import datetime as dt, os, subprocess, sys
from pathlib import Path
os.environ["QT_QPA_PLATFORM"] = "offscreen"
os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
from PySide6.QtCore import QDeadlineTimer
from PySide6.QtWidgets import QApplication, QLineEdit
from nickaudit.bootstrap import make_services
from nickaudit.domain import route
from nickaudit.domain.answers import Computer
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import own_certificates
from nickaudit.ui.application import application, open_window
from tests.finishing import answer_everything, person
from tests.ui.pages.desk import find, press, settle, words
box = Path(sys.argv[1])
application()
now = dt.datetime(2026, 11, 24, 16, tzinfo=dt.UTC)
services = make_services(Path({str(tmp_path / "its-home")!r}), now=lambda: now)
opened = open_window(services, start=route.FIRST)
opened.navigator.choose_computer(Computer.MINE)
session = opened.navigator.session
session.set_person(person(session))
session.set_no_accounts(True)
answer_everything(session)
own_certificates.make(services, session)
def wait():
    while not opened.tasks.is_idle():
        QApplication.processEvents()
    settle()
def said():
    wait()
    lines = words(opened.window.page).splitlines()
    return next(line for line in lines if line.startswith(("Waiting", "Sent")))
opened.navigator.go(Step(kind=StepKind.HANDING_OVER, item="folder"))
wait()
free = os.statvfs(box)
(box / "ballast").write_bytes(b"x" * free.f_bavail * free.f_bsize)
find(opened.window.page, "The school's folder", QLineEdit).setText(str(box))
press(opened.window.page, "Put it there")
print(said())
(box / "ballast").unlink()
subprocess.run(["mount", "-o", "remount,ro", str(box)], check=True)
press(opened.window.page, "Try now")
print(said())
print(sorted(path.name for path in box.iterdir()))
subprocess.run(["mount", "-o", "remount,rw", str(box)], check=True)
press(opened.window.page, "Try now")
print(said())
print(len(list(box.iterdir())))
opened.window.close()
"""
    full, read_only, left, sent, files = small_disk.run_on(code, tmp_path / "box", size="64k").splitlines()
    assert full.startswith("Waiting. The school's folder is full. Please tell the school office.")
    assert read_only.startswith("Waiting. You can't put files in this folder.")
    assert left == "[]"
    assert sent == "Sent at 16:00 on 24 November 2026. Read back and found the same."
    assert files == "1"
