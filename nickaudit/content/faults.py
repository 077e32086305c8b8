"""Collects every fault of the content: file, line, key, what is wrong and what to do."""

from collections.abc import Iterable
from typing import TypeAlias

from msgspec import Struct

from nickaudit.domain.errors import NickAuditError

KeyPath: TypeAlias = tuple[str | int, ...]
"""Where in a file: `("check", 2, "help")` is the key `help` of the third `[[check]]`."""

_LONGEST_QUOTE = 60


class Fault(Struct, frozen=True, kw_only=True):
    """One thing that is wrong in a content file."""

    file: str
    """As it lies in the folder of resources: `platforms/instagram.toml`."""
    line: int | None
    """From 1; None where a line cannot be told."""
    key: str
    """`check[instagram.private].help`; empty where the whole file is meant."""
    message: str
    remedy: str

    def __str__(self) -> str:
        place = f"{self.file}:{self.line}" if self.line else self.file
        return f"{place}: {self.key}: {self.message} {self.remedy}".replace(": : ", ": ")


class ContentFaults(NickAuditError):  # noqa: N818 (faults of a file, not of the program)
    """The content has faults. Run `nickaudit content check` to see them all."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(faults)
        count = len(self.faults)
        super().__init__(
            f"The content has {count} fault{'' if count == 1 else 's'}; the first: {self.faults[0]}"
            if self.faults
            else None
        )


def printable(text: str, *, instead: str = "?") -> str:
    """The text with something in place of every character that cannot be seen or steers a terminal."""
    return text if text.isprintable() else "".join(c if c.isprintable() else instead for c in text)


def quoted(text: object) -> str:
    """The text in quotation marks, shortened and without control characters, to stand in a message."""
    plain = printable(str(text), instead=" ")
    return f"“{plain if len(plain) <= _LONGEST_QUOTE else plain[:_LONGEST_QUOTE] + '…'}”"
