"""What the courier's child is asked, what it answers, and how both go through a pipe."""

import struct
from enum import StrEnum
from typing import BinaryIO

import msgspec
from msgspec import Struct

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.share_address import ShareAddress
from nickaudit.share.base import Listed

_LENGTH = struct.Struct(">I")


class Do(StrEnum):
    """What is to be done at the letter box."""

    DELIVER = "deliver"
    PUT_BESIDE = "put beside"
    PUT_ALL_BESIDE = "put all beside"
    PUBLISH = "publish"
    FETCH = "fetch"
    READ_NEW = "read new"


class Errand(Struct, frozen=True, kw_only=True):
    """One errand. It goes through the pipe, so that no other program sees the password."""

    do: Do
    address: ShareAddress
    password: str = ""
    deadline: float
    """After twice as many seconds without an answer the child gives up by itself."""
    name: str = ""
    content: bytes = b""
    contents: dict[str, bytes] = {}
    """Files to put beside others, by name."""
    names: tuple[str, ...] = ()
    """Files to fetch."""
    known: dict[str, tuple[int, int]] = {}
    """Size and time of change of the files that are not read again, by name."""
    limit: int = 0
    """At most one byte more is read of a file."""


class Listing(Struct, frozen=True, tag=True):
    """Everything that lies there."""

    files: tuple[Listed, ...]


class Content(Struct, frozen=True, tag=True):
    """What is in one file; None where it is not there, or may not be read."""

    name: str
    content: bytes | None


class Ended(Struct, frozen=True, tag=True):
    """The last answer: `SENT` where all went well."""

    state: Delivery


Answer = Listing | Content | Ended

_answers = msgspec.msgpack.Decoder(Answer)
_errands = msgspec.msgpack.Decoder(Errand)


def write(pipe: BinaryIO, message: Errand | Answer) -> None:
    """Write one message, whole, with its length before it."""
    packed = msgspec.msgpack.encode(message)
    pipe.write(_LENGTH.pack(len(packed)) + packed)
    pipe.flush()


def read_errand(pipe: BinaryIO) -> Errand | None:
    """The errand; None where whoever sent it ended while sending."""
    packed = _packed(pipe)
    return None if packed is None else _errands.decode(packed)


def read_answer(pipe: BinaryIO) -> Answer | None:
    """The next answer; None where the child has ended."""
    packed = _packed(pipe)
    return None if packed is None else _answers.decode(packed)


def _packed(pipe: BinaryIO) -> bytes | None:
    head = pipe.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    packed = pipe.read(length)
    return packed if len(packed) == length else None
