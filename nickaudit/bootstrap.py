"""The composition root: home folder → stores, content → one `Services` bundle. Nobody else chooses parts.

The content is read from its TOML files once; the home keeps it in a form that is ready in a fraction of the
time, until any of those files (or the code that reads them) is another. So it does with the school file, as
to verify a signature at every start would hold the window up.
"""

import datetime as dt
import os
import sys
import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from msgspec import Struct, msgpack, structs

from nickaudit import __version__, logs, paths
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.own_content import ReadContent
from nickaudit.domain.packed_platforms import PackedPlatforms, packed
from nickaudit.domain.platforms import Platform
from nickaudit.services import Services
from nickaudit.store.database import Database
from nickaudit.store.private.migrations import SCHEMA as PRIVATE
from nickaudit.store.school.migrations import SCHEMA as SCHOOL

if TYPE_CHECKING:
    from nickaudit.domain.school import VerifiedSchool

KEPT_CONTENT = "content.cache"
SCHOOL_FILE = "school.nickaudit-school"
"""As `services.own_school` names it, which is not loaded where nothing has to be verified."""

_NO_SCHOOL_FILE = b"cannot be read"
"""Something lies in its place. It is told of where it is verified, and never taken for no file."""
_READ_FROM = ("policies", "platforms", "wording")
_READ_BY = ("content", "domain", "credentials")
_DEEPEST = 4


class _Kept(Struct, frozen=True):
    """What was read; of its platforms, which are by far the most of it, each by itself and packed."""

    read: ReadContent
    platforms: dict[PlatformId, memoryview]
    school: memoryview
    """The verified school file, packed; empty where there is none."""


class Everything(NamedTuple):
    """The content as the school's file fills it in, and that file."""

    read: ReadContent
    school: "VerifiedSchool | None"


def local_now() -> dt.datetime:
    """The time where the person is, with its zone."""
    return dt.datetime.now(tz=dt.UTC).astimezone()


def make_services(home: Path | None, *, now: Callable[[], dt.datetime] = local_now) -> Services:
    """Everything the window and the commands need, for that data home. Files are opened at first use.

    Raises:
        NickAuditError: the content is broken; OSError: the home cannot be made.
    """
    folder = paths.data_home(home)
    logs.set_up(folder)
    everything = everything_for(folder, resources=paths.resource("."))
    read = everything.read
    return Services(
        home=folder,
        content=read.content,
        own_content=read.own,
        school_file=everything.school,
        private=Database(folder / "private.db", PRIVATE),
        school=Database(folder / "school.db", SCHOOL),
        now=now,
        renew=_renewed,
    )


def _renewed(services: Services) -> Services:
    everything = everything_for(services.home, resources=paths.resource("."))
    return structs.replace(
        services,
        content=everything.read.content,
        own_content=everything.read.own,
        school_file=everything.school,
    )


def content_for(home: Path, *, resources: Path) -> ReadContent:
    """The content alone.

    Raises:
        NickAuditError: as `everything_for`.
    """
    return everything_for(home, resources=resources).read


def everything_for(home: Path, *, resources: Path) -> Everything:
    """Content and school file as the home keeps them; read anew, and kept, where that is old or damaged.

    What came from the school, and what lies in the home's own folder of content, overrides and extends what
    came with the program.

    Raises:
        NickAuditError: the content is broken, or the school file on this computer is damaged.
    """
    own, packs = paths.own_content(home), paths.school_content(home)
    signed = _school_file_in(home)
    kept, mark = home / KEPT_CONTENT, _mark(resources, own, packs, signed)
    everything = _take_up(kept, mark, signed)
    if everything is None:
        everything = _read_anew(home, resources)
        _keep(kept, mark, everything)
    return everything


def _read_anew(home: Path, resources: Path) -> Everything:
    from nickaudit.content.own import read_with_own  # all heavy, and mostly not needed
    from nickaudit.services import own_school

    school = own_school.in_use(home)
    read = read_with_own(resources, paths.own_content(home), school=paths.school_content(home))
    if school is None:
        return Everything(read, None)
    from nickaudit.content.nations import read_nations
    from nickaudit.domain.with_school import with_school

    words = read_nations(resources)[school.school.nation]
    return Everything(
        structs.replace(read, content=with_school(read.content, school.school, words=words)), school
    )


def _school_file_in(home: Path) -> bytes:
    """The bytes of the school file in use; none where there is no such file."""
    path = home / SCHOOL_FILE
    try:
        if path.is_file() and (found := path.read_bytes()):
            return found
        return _NO_SCHOOL_FILE if os.path.lexists(path) else b""
    except OSError:
        return _NO_SCHOOL_FILE


def _take_up(kept: Path, mark: bytes, signed: bytes) -> Everything | None:
    """What is kept, if it is whole, of today's files, and made from this very school file."""
    try:
        whole = kept.read_bytes()
        found = whole.index(b"\n")
        begins = whole.index(b"\n", found + 1)
        body = memoryview(whole)[begins + 1 :]  # with many platforms a copy would be felt
        if whole[found + 1 : begins] != mark or int(whole[:found], 16) != zlib.crc32(body):
            return None
        found_again = msgpack.decode(body, type=_Kept)
        school = _unpacked(found_again.school)
    except (OSError, ValueError):  # msgspec's own errors are ValueErrors
        return None
    if (school.raw if school else b"") != signed:
        return None
    return Everything(_with_platforms(found_again.read, PackedPlatforms(found_again.platforms)), school)


def _unpacked(school: memoryview) -> "VerifiedSchool | None":
    if not school:
        return None
    from nickaudit.domain.school import VerifiedSchool  # only where there is one

    return msgpack.decode(school, type=VerifiedSchool)


def _with_platforms(read: ReadContent, platforms: Mapping[PlatformId, Platform]) -> ReadContent:
    return structs.replace(read, content=structs.replace(read.content, platforms=platforms))


def _keep(kept: Path, mark: bytes, everything: Everything) -> None:
    """Keep it for the next start; where that cannot be written, the next start reads again."""
    read, school = everything.read, everything.school
    packed_school = msgpack.encode(school) if school else b""
    platforms = packed(read.content.platforms)
    body = msgpack.encode(_Kept(_with_platforms(read, {}), platforms, memoryview(packed_school)))
    part = kept.with_name(f"{kept.name}.{os.getpid()}")
    with suppress(OSError):
        try:
            part.touch(mode=0o600)
            part.write_bytes(b"%08x\n%s\n%s" % (zlib.crc32(body), mark, body))
            part.replace(kept)
        finally:
            part.unlink(missing_ok=True)


def _mark(resources: Path, own: Path, packs: tuple[Path, ...], signed: bytes) -> bytes:
    """Tells one set of content files, school file and code that reads them from another."""
    package = Path(__file__).parent
    folders = [resources / name for name in _READ_FROM] + [package / name for name in _READ_BY]
    files = sorted(file for folder in folders for file in _files(folder))
    for added in (*packs, own):
        files += sorted(_files(added, ("",)))  # what lies there by mistake is told too
    if getattr(sys, "frozen", False):  # the code lies in the program itself
        files += _files(Path(sys.executable).parent, (Path(sys.executable).name,), depth=0)
    return b"%s %08x %08x" % (__version__.encode(), zlib.crc32(repr(files).encode()), zlib.crc32(signed))


def _files(
    folder: str | Path, ends: tuple[str, ...] = (".toml", ".py"), *, depth: int = _DEEPEST
) -> Iterator[tuple[str, int, int]]:
    """Every content and code file with its size and time; none where the program is frozen into one."""
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return
    for entry in entries:
        if entry.is_dir():
            if depth:  # in a folder of one's own there may be a link that leads back up
                yield from _files(entry.path, ends, depth=depth - 1)
        elif entry.name.endswith(ends):
            try:
                state = entry.stat()
            except OSError:  # a link that leads nowhere
                state = entry.stat(follow_symlinks=False)
            yield entry.path, state.st_size, state.st_mtime_ns
