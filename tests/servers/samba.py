"""A real Samba for tests: the configuration of `docs/share/smb.conf`, on loopback, with people of its own.

    with samba() as server:
        address = server.address("staff1")          # a ShareAddress; password is server.password("staff1")
        server.said_to("staff2", "ls")              # what smbclient prints for somebody
        server.kill(); server.start()               # as when the server loses power
        server.files()                              # {name: bytes} as they lie on its disk

People: `staff1` to `staff4` hand in, `head` and `deputy` read. `samba(size="256k")` has a disk of that size.
It takes root, for Samba becomes each of them, but no account is made on this machine: the server sees a list
of people of its own. Ask `why_not()` first: `require(not why_not(), why_not())`. A small disk is empty again
after `kill()` and `start()`.
"""

import os
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from types import MappingProxyType

from nickaudit.domain.share_address import ShareAddress

CONFIGURATION = Path(__file__).parents[2] / "docs" / "share" / "smb.conf"
STAFF = ("staff1", "staff2", "staff3", "staff4")
READERS = ("head", "deputy")
SHARE = "certificates"
UNENCRYPTED = {"server smb encrypt = required": "server smb encrypt = off"}

_TOOLS = ("smbd", "smbpasswd", "smbclient", "unshare", "nsenter")
_FIRST_ID = 61_000
_PATH = "/usr/sbin:/usr/bin:/sbin:/bin"

# A private view of the machine in which /etc has our people, and the disk is as small as was asked for.
_START = """
mount --bind "$1/passwd" /etc/passwd
mount --bind "$1/group" /etc/group
[ -z "$2" ] || mount -t tmpfs -o "size=$2" tmpfs "$1/share"
chown 0:61100 "$1/share"
chmod 3773 "$1/share"
for name in $(cut -d: -f1 "$1/people"); do
    printf '%s\\n%s\\n' "password of $name" "password of $name" | smbpasswd -c "$1/smb.conf" -s -a "$name"
done
exec smbd --foreground --no-process-group --configfile="$1/smb.conf" --debuglevel=1
"""


def why_not() -> str:
    """What this machine lacks; empty where a server can be started."""
    lacking = [tool for tool in _TOOLS if shutil.which(tool, path=_PATH) is None]
    if lacking:
        return f"{', '.join(lacking)} (packages samba, smbclient, util-linux)"
    return "" if os.geteuid() == 0 else "root, for Samba becomes each of its users"


class Samba:
    """A server that can be killed and started again; use `samba()`."""

    def __init__(self, folder: Path, *, size: str, changed: Mapping[str, str]) -> None:
        self.folder = folder
        self._size = size
        self.port = _free_port()
        self._process: subprocess.Popen[bytes] | None = None
        (folder / "share").mkdir()
        for name in ("private", "state", "lock", "cache", "run"):
            (folder / name).mkdir(mode=0o700)
        self._write_people()
        settings = CONFIGURATION.read_text(encoding="utf-8").replace("/srv/certificates", f"{folder}/share")
        for before, after in changed.items():
            assert before in settings
            settings = settings.replace(before, after)
        (folder / "smb.conf").write_text(settings + self._own_settings(), encoding="utf-8")

    def address(self, user: str, *, share: str = SHARE, path: str = "") -> ShareAddress:
        return ShareAddress(server=f"127.0.0.1:{self.port}", share=share, path=path, user=user)

    @staticmethod
    def password(user: str) -> str:
        return f"password of {user}"

    @property
    def pid(self) -> int:
        assert self._process is not None
        return self._process.pid

    def start(self) -> None:
        """Start it, and wait until it answers."""
        with (self.folder / "smbd.log").open("ab") as log:
            self._process = subprocess.Popen(
                ["unshare", "-m", "sh", "-e", "-c", _START, "sh", str(self.folder), self._size],
                stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                env={"PATH": _PATH}, start_new_session=True,
            )  # fmt: skip
        until = time.monotonic() + 30
        while not _answers(self.port):
            if time.monotonic() > until or self._process.poll() is not None:
                raise TimeoutError((self.folder / "smbd.log").read_text(errors="replace")[-2000:])
            time.sleep(0.05)

    def kill(self, how: signal.Signals = signal.SIGKILL) -> None:
        """End it and each of its processes at once; what was not on disk is gone."""
        if self._process is None:
            return
        with suppress(ProcessLookupError):
            os.killpg(self._process.pid, how)
        self._process.wait(timeout=20)
        self._process = None

    def said_to(self, user: str, commands: str, *, password: str = "", options: tuple[str, ...] = ()) -> str:
        """What smbclient prints when that person enters these commands (with `;` between them)."""
        done = subprocess.run(
            [
                "smbclient", f"//127.0.0.1/{SHARE}", f"--port={self.port}",
                f"--user={user}%{password or self.password(user)}", "--option=client max protocol=SMB3",
                f"--configfile={self.folder}/client.conf", "--client-protection=encrypt", *options,
                "-c", commands,
            ],
            cwd=self.folder, capture_output=True, text=True, check=False, timeout=60,
        )  # fmt: skip
        return done.stdout + done.stderr

    def files(self) -> dict[str, bytes]:
        """Everything that lies in the share, by name."""
        found = {}
        for name in self.run_inside(f"ls -A {self.folder}/share").decode().splitlines():
            found[name] = self.run_inside(f"cat '{self.folder}/share/{name}'")
        return found

    def run_inside(self, script: str) -> bytes:
        """Run a shell script as root where the server is: it sees the small disk, and the people."""
        if self._process is None:
            return subprocess.run(["sh", "-e", "-c", script], capture_output=True, check=True).stdout
        inside = ["nsenter", f"--target={self.pid}", "--mount", "sh", "-e", "-c", script]
        return subprocess.run(inside, capture_output=True, check=True).stdout

    def _write_people(self) -> None:
        people = [(name, _FIRST_ID + place) for place, name in enumerate((*STAFF, *READERS))]
        lines = [f"{name}:x:{number}:{number}::/nonexistent:/usr/sbin/nologin" for name, number in people]
        groups = [f"{name}:x:{number}:" for name, number in people]
        groups += [
            f"certificate-readers:x:{_FIRST_ID + 100}:{','.join(READERS)}",
            f"staff-with-certificates:x:{_FIRST_ID + 101}:{','.join(STAFF)}",
        ]
        (self.folder / "people").write_text("\n".join(lines) + "\n")
        (self.folder / "passwd").write_text(
            "\n".join((Path("/etc/passwd").read_text().rstrip(), *lines)) + "\n"
        )
        (self.folder / "group").write_text(
            "\n".join((Path("/etc/group").read_text().rstrip(), *groups)) + "\n"
        )

    def _own_settings(self) -> str:
        folder = self.folder
        (folder / "client.conf").write_text("[global]\n")
        return f"""
[global]
   interfaces = lo
   bind interfaces only = yes
   smb ports = {self.port}
   private dir = {folder}/private
   state directory = {folder}/state
   lock directory = {folder}/lock
   cache directory = {folder}/cache
   pid directory = {folder}/run
   ncalrpc dir = {folder}/run
   log file = {folder}/smbd.log
   passdb backend = tdbsam:{folder}/private/passdb.tdb
   printcap name = /dev/null
"""


@contextmanager
def samba(*, size: str = "", changed: Mapping[str, str] = MappingProxyType({})) -> Iterator[Samba]:
    """Run a server until `with` ends; `changed` words of the configuration (`UNENCRYPTED`, …)."""
    folder = Path(tempfile.mkdtemp(prefix="samba-"))  # pytest's own folders are closed to others
    folder.chmod(0o711)
    server = Samba(folder, size=size, changed=changed)
    try:
        server.start()
        yield server
    finally:
        server.kill()
        shutil.rmtree(folder)


def _free_port() -> int:
    with socket.socket() as trial:
        trial.bind(("127.0.0.1", 0))
        return int(trial.getsockname()[1])


def _answers(port: int) -> bool:
    with socket.socket() as trial:
        trial.settimeout(1)
        return trial.connect_ex(("127.0.0.1", port)) == 0
