"""What a letter box can do, whether it is a folder or a share that is spoken to directly."""

from typing import NamedTuple, Protocol


class Listed(NamedTuple):
    """One file of a letter box; enough to tell whether it has changed."""

    name: str
    size: int
    modified_ns: int


class Letterbox(Protocol):
    """The school's letter box. Every method raises `FolderError` with the state that a delivery is in."""

    def deliver(self, name: str, content: bytes) -> None:
        """Put a whole file there, or find it there already; read back, and never in place of another."""

    def put_beside(self, name: str, content: bytes) -> bool:
        """Put a new file there that everybody may read (a receipt); False where the name is taken."""

    def publish(self, name: str, content: bytes) -> None:
        """Put a file there that everybody may read, in place of an older one (school file, content pack)."""

    def listing(self) -> tuple[Listed, ...]:
        """The files that may hold a certificate, sealed ones first; nothing hidden, temporary or our own."""

    def read(self, name: str, *, limit: int) -> bytes | None:
        """A file's bytes, at most one more than the limit, which tells that it is larger; None: not there."""

    def close(self) -> None:
        """Leave it; doing so twice changes nothing."""
