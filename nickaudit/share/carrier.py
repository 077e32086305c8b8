"""The courier's child: does one errand at the letter box and answers through its pipe.

A share may leave this process hanging for ever. The program that sent it ends it at the deadline.
"""

import os
import sys
import threading
from collections.abc import Iterator
from contextlib import closing, contextmanager
from typing import BinaryIO

from nickaudit.domain.delivery import Delivery
from nickaudit.share import errand
from nickaudit.share.base import Letterbox, Listed
from nickaudit.share.errand import Content, Do, Ended, Errand, Listing
from nickaudit.share.errors import FolderError
from nickaudit.share.opening import box_at


def run() -> bool:
    """Do the errand that comes through standard input; False where none comes."""
    with open(0, "rb", closefd=False) as pipe:
        asked = errand.read_errand(pipe)
    if asked is None:  # whoever sent it ended while sending
        return False
    os.umask(0o022)  # the folder's own rights decide who reads it, not this person's habits
    with open(1, "wb", closefd=False) as answers:
        try:
            with closing(box_at(asked.address, password=asked.password)) as box:
                _do(asked, box, answers)
        except FolderError as error:
            errand.write(answers, Ended(error.state))
        else:
            errand.write(answers, Ended(Delivery.SENT))
    return True


def _do(asked: Errand, box: Letterbox, answers: BinaryIO) -> None:
    if asked.do is Do.READ_NEW:
        _read_new(asked, box, answers)
        return
    for name, given in asked.contents.items():
        with _guarded(asked.deadline):
            box.put_beside(name, given)  # where the name is taken, it lies there already
        errand.write(answers, Content(name, None))
    with _guarded(asked.deadline):
        if asked.do is Do.DELIVER:
            box.deliver(asked.name, asked.content)
        elif asked.do is Do.PUT_BESIDE:
            if not box.put_beside(asked.name, asked.content):
                raise FolderError(Delivery.WAITING_DIFFERS)
        elif asked.do is Do.PUBLISH:
            box.publish(asked.name, asked.content)
    for name in asked.names:
        with _guarded(asked.deadline):
            content = box.read(name, limit=asked.limit)
        errand.write(answers, Content(name, content))


def _read_new(asked: Errand, box: Letterbox, answers: BinaryIO) -> None:
    with _guarded(asked.deadline):
        files = box.listing()
    errand.write(answers, Listing(files))
    for file in files:
        if asked.known.get(file.name) == (file.size, file.modified_ns):
            continue
        with _guarded(asked.deadline):
            content = _content(box, file, limit=asked.limit)
        errand.write(answers, Content(file.name, content))


def _content(box: Letterbox, file: Listed, *, limit: int) -> bytes | None:
    """One file of many: that it may not be read is no reason to leave the others."""
    try:
        return box.read(file.name, limit=limit)
    except FolderError as error:
        if error.state in (Delivery.WAITING_READ_ONLY, Delivery.WAITING_OTHER):
            return None
        raise


@contextmanager
def _guarded(deadline: float) -> Iterator[None]:
    """Should the window have been killed meanwhile, nobody else ends a child whose share stays silent."""
    guard = threading.Timer(deadline * 2, os._exit, (1,))
    guard.daemon = True
    guard.start()
    try:
        yield
    finally:
        guard.cancel()


if __name__ == "__main__":
    sys.exit(not run())
