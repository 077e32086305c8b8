"""A screen of its own under Xvfb with openbox, and the real program on it, worked by xdotool."""

import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).parents[2]
PATIENCE = 30.0


@dataclass
class Screen:
    """`display` is its name; what is started on it is ended with it."""

    display: str
    started: list[subprocess.Popen[bytes]]

    @property
    def environment(self) -> dict[str, str]:
        """For programs on this screen."""
        without = ("QT_QPA_PLATFORM", "WAYLAND_DISPLAY", "NICKAUDIT_HOME")
        return {name: value for name, value in os.environ.items() if name not in without} | {
            "DISPLAY": self.display,
            "XDG_SESSION_TYPE": "x11",
        }

    def start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start the program with these arguments."""
        command = [sys.executable, "-m", "nickaudit", *arguments]
        child = subprocess.Popen(command, cwd=ROOT, env=self.environment)
        self.started.append(child)
        return child

    def tool(self, *arguments: str, check: bool = True) -> str:
        """Run xdotool."""
        done = subprocess.run(
            ["xdotool", *arguments],
            env=self.environment,
            capture_output=True,
            text=True,
            check=check,
            timeout=PATIENCE,
        )
        return done.stdout.strip()

    def window_of(self, child: subprocess.Popen[bytes]) -> str:
        """The visible window of the program, waited for."""
        find = ("search", "--all", "--onlyvisible", "--pid", str(child.pid), "--name", "Social media check")
        wait("a window", lambda: bool(self.tool(*find, check=False)))
        return self.tool(*find).splitlines()[0]

    def press(self, window: str, *keys: str) -> None:
        """Press keys while the window has the focus."""
        self.tool("windowactivate", "--sync", window)
        self.tool("key", "--delay", "60", *keys)

    def wait_for_title(self, window: str, words: str) -> None:
        """Until the window's title has these words."""
        wait(f"the title {words!r}", lambda: words in self.tool("getwindowname", window, check=False))


def wait(what: str, until: Callable[[], bool]) -> None:
    """Wait until something is so."""
    end = time.monotonic() + PATIENCE
    while not until():
        assert time.monotonic() < end, f"waited in vain for {what}"
        time.sleep(0.05)


@contextmanager
def screen() -> Iterator[Screen]:
    """Xvfb on a free display, with a window manager."""
    reader, writer = os.pipe()
    server = subprocess.Popen(
        ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1366x900x24", "-nolisten", "tcp"],
        pass_fds=(writer,),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    os.close(writer)
    with os.fdopen(reader) as pipe:
        number = pipe.readline().strip()
    made = Screen(f":{number}", [])
    manager = subprocess.Popen(
        ["openbox"], env=made.environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    try:
        yield made
    finally:
        for each in (*made.started, manager, server):
            if each.poll() is None:
                each.terminate()
            each.wait(timeout=PATIENCE)
