"""One window for each home: a second start raises the first one's window and ends."""

from __future__ import annotations

import hashlib
from pathlib import Path

from PySide6.QtCore import QLockFile, QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_LOCK = "window.lock"
_RAISE = b"raise"
_PATIENCE_MS = 1_000


class SingleInstance(QObject):
    """Take `is_first` after making it; keep it as long as the window is open."""

    raise_requested = Signal()
    """Somebody started the program again."""

    def __init__(self, home: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._name = server_name(home)
        self._lock = QLockFile(str(home / _LOCK))
        self._lock.setStaleLockTime(0)
        self._server: QLocalServer | None = None
        self.is_first = self._lock.tryLock(0)
        if self.is_first:
            self._listen()
        else:
            self.was_raised = self._ask_first()

    was_raised = False
    """For a second start: the first one answered."""

    def release(self) -> None:
        """Let another start be the first."""
        if self._server is not None:
            self._server.close()
            self._server = None
        if self.is_first:
            self._lock.unlock()

    def _listen(self) -> None:
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
            socket.disconnected.connect(socket.deleteLater)
            socket.disconnectFromServer()
            self.raise_requested.emit()

    def _ask_first(self) -> bool:
        socket = QLocalSocket()
        socket.connectToServer(self._name)
        if not socket.waitForConnected(_PATIENCE_MS):
            return False
        socket.write(_RAISE)
        socket.flush()
        socket.waitForDisconnected(_PATIENCE_MS)
        return True


def server_name(home: Path) -> str:
    """A name for the home that says nothing about where it is."""
    digest = hashlib.sha256(str(home.resolve()).encode()).hexdigest()
    return f"nickaudit-{digest[:24]}"
