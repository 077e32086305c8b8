"""A real system key store for tests: D-Bus and gnome-keyring of their own, in a folder of their own."""

import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

DAEMON = "gnome-keyring-daemon"
BUS = "dbus-daemon"


class Running(NamedTuple):
    """A key store that runs, until `with` ends."""

    address: str
    """Of its bus."""
    pid: int


def is_installed() -> bool:
    return bool(shutil.which(DAEMON) and shutil.which(BUS))


@contextmanager
def secret_service(folder: Path, *, unlocked: bool = True) -> Iterator[Running]:
    """Run one; nobody else's session is touched."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "XDG_DATA_HOME": str(folder / "data"),
        "XDG_RUNTIME_DIR": str(folder / "run"),
        "XDG_CONFIG_HOME": str(folder / "config"),
    }
    for name in ("data", "run", "config"):
        (folder / name).mkdir(mode=0o700, parents=True)
    bus = subprocess.run(
        [BUS, "--session", "--fork", "--print-address=1", "--print-pid=1"],
        env=environment, capture_output=True, text=True, check=True,
    )  # fmt: skip
    address, pid = bus.stdout.split()
    environment["DBUS_SESSION_BUS_ADDRESS"] = address
    # One start makes the key ring and unlocks it; without `--unlock` a second one finds it locked.
    daemon = _keyring(environment, "--unlock")
    try:
        _wait_for(folder / "data" / "keyrings" / "login.keyring")
        if not unlocked:
            _end(daemon)
            daemon = _keyring(environment)
        yield Running(address, daemon.pid)
    finally:
        _end(daemon)
        os.kill(int(pid), signal.SIGTERM)


def _keyring(environment: dict[str, str], *options: str) -> subprocess.Popen[bytes]:
    daemon = subprocess.Popen(
        [DAEMON, "--foreground", "--components=secrets", *options],
        env=environment, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    )  # fmt: skip
    assert daemon.stdin is not None
    if options:
        daemon.stdin.write(b"password")
    daemon.stdin.close()
    return daemon


def _end(daemon: subprocess.Popen[bytes]) -> None:
    daemon.terminate()
    daemon.wait(timeout=10)
    if daemon.stdout is not None:
        daemon.stdout.close()


def _wait_for(path: Path) -> None:
    until = time.monotonic() + 10
    while not path.exists():
        if time.monotonic() > until:
            raise TimeoutError(f"{path.name} did not come")
        time.sleep(0.02)
