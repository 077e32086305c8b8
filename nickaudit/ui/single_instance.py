"""One window for each home: a second start raises the first one, hands it a school file, and ends."""

from __future__ import annotations

import os
import time
from contextlib import suppress
from functools import partial
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING

from PySide6.QtCore import QCryptographicHash, QLockFile, QObject, Signal

if TYPE_CHECKING:
    from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK = "window.lock"
_RAISE = b"raise"
_OPEN = b"open "
"""Before the path of a school file."""
_LONGEST = 16_384
_PATIENCE_MS = 1_000
_ANSWERS_AFTER_S = 3.0
"""How long the first may take from its lock until it listens."""


class Locking:
    """Takes the lock of a home on the side: while the disk is waited for, the parts of the window load."""

    def __init__(self, home: Path) -> None:
        self.lock = QLockFile(str(home / _LOCK))
        self.lock.setStaleLockTime(0)
        self._is_taken = False
        self._thread = Thread(target=self._take)
        self._thread.start()

    def is_taken(self) -> bool:
        """Whether it is ours; waits until that is known."""
        self._thread.join()
        return self._is_taken

    def _take(self) -> None:
        self._is_taken = self.lock.tryLock(0)
        if self._is_taken:
            with suppress(OSError):  # Qt opens it to everybody; it names this computer
                os.chmod(self.lock.fileName(), 0o600)


class SingleInstance(QObject):
    """Take `is_first` after making it; `listen` then; keep it as long as the window is open."""

    raise_requested = Signal()
    """Somebody started the program again."""
    file_opened = Signal(str)
    """They did so with a school file, whose path this is. It comes after `raise_requested`."""

    def __init__(
        self,
        home: Path,
        parent: QObject | None = None,
        *,
        locking: Locking | None = None,
        school: Path | None = None,
    ) -> None:
        super().__init__(parent)
        self._name = server_name(home)
        self._server: QLocalServer | None = None
        locking = locking or Locking(home)
        self._lock = locking.lock
        self.is_first = locking.is_taken()
        if not self.is_first:
            self.was_raised = self._ask_first(_RAISE if school is None else _OPEN + os.fsencode(school))

    was_raised = False
    """For a second start: the first one answered."""

    def release(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self.is_first:
            self._lock.unlock()

    def listen(self) -> None:
        """Hear of further starts; a while after the window is shown, as what that needs is slow to load."""
        if not self.is_first or self._server is not None:
            return
        from PySide6.QtNetwork import QLocalServer

        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # A crash leaves the socket's file behind; the lock says that nobody listens on it.
        QLocalServer.removeServer(self._name)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self._name)

    def _answer(self) -> None:
        server = self._server
        while server is not None and server.hasPendingConnections():
            socket = server.nextPendingConnection()
            if socket is None:
                return
            socket.readyRead.connect(partial(self._hear, socket))
            if socket.bytesAvailable():
                self._hear(socket)

    def _hear(self, socket: QLocalSocket) -> None:
        """All of it comes in one piece, as it is short; what is longer than any path is not waited for."""
        said = bytes(socket.read(_LONGEST).data())
        if not said:
            return
        # With a connection that holds the socket itself, Qt may not free it from a signal of its own.
        socket.readyRead.disconnect()
        socket.disconnectFromServer()
        socket.deleteLater()
        self.raise_requested.emit()
        if said.startswith(_OPEN) and len(said) < _LONGEST:
            self.file_opened.emit(os.fsdecode(said.removeprefix(_OPEN)))

    def _ask_first(self, wish: bytes) -> bool:
        from PySide6.QtNetwork import QLocalSocket

        socket = QLocalSocket()
        until = time.monotonic() + _ANSWERS_AFTER_S
        socket.connectToServer(self._name)
        while not socket.waitForConnected(_PATIENCE_MS):
            if time.monotonic() > until:
                return False
            time.sleep(0.05)
            socket.connectToServer(self._name)
        socket.write(wish)
        socket.flush()
        socket.waitForDisconnected(_PATIENCE_MS)
        return True


def server_name(home: Path) -> str:
    """A name for the home that says nothing about where it is."""
    place = str(home.resolve()).encode()
    digest = QCryptographicHash.hash(place, QCryptographicHash.Algorithm.Sha256).toHex().toStdString()
    return f"nickaudit-{digest[:24]}"
