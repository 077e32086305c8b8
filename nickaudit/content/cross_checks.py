"""Rules over all files together: ids, clauses, shared blocks, topics."""

from collections.abc import Iterable, Iterator

from msgspec import Struct

from nickaudit.content.faults import quoted
from nickaudit.content.field_rules import numbered
from nickaudit.content.toml_source import TomlSource
from nickaudit.domain.platforms import Check, Look, Platform
from nickaudit.domain.policy import PolicyPack, Topic


class PlatformFile(Struct, frozen=True):
    """A platform beside the file it came from and the place it stands in (`platforms`, `shared`, …)."""

    source: TomlSource
    platform: Platform
    place: str
    is_own: bool = False
    """Whether it lies in a folder that overrides and extends the built-in one."""


def check_across(
    files: Iterable[PlatformFile], *, pack: PolicyPack | None, pack_is_own: bool = False
) -> None:
    """Take down every fault that shows only when the files are seen together.

    Args:
        files: Every platform file that could be read.
        pack: The policy pack, or None where it could not be read: then no clause can be looked up.
        pack_is_own: Whether it took the built-in one's place: what it lacks is then its fault, not theirs.
    """
    known = tuple(files)
    _check_ids(known)
    for file in known:
        _check_blocks(file, known)
        if pack is not None:
            if file.is_own or not pack_is_own:
                _check_clauses(file, pack)
            if file.place == "platforms":
                _check_topics(file, known, pack)


def _check_ids(files: tuple[PlatformFile, ...]) -> None:
    first_file: dict[str, str] = {}
    for file in files:
        own = file.platform
        items = (*_answered(own), *numbered(own.tools, "tool"))
        ids = [(own.id, ("id",)), *((item.id, (*at, "id")) for item, at in items)]
        for own_id, at in ids:
            elsewhere = first_file.setdefault(own_id, file.source.file)
            if own_id and elsewhere != file.source.file:
                file.source.fault(
                    at, f"The id {quoted(own_id)} is also in {elsewhere}.", "Give each its own id."
                )
    every_check = {check.id for file in files for check in file.platform.checks}
    for file in files:
        for check, at in numbered(file.platform.checks, "check"):
            for settled in check.settles:
                if settled not in every_check:
                    file.source.fault(
                        (*at, "settles"),
                        f"There is no check {quoted(settled)} to settle.",
                        "Use the id of a [[check]].",
                    )


def _check_blocks(file: PlatformFile, files: tuple[PlatformFile, ...]) -> None:
    shared = {other.platform.id for other in files if other.place == "shared"}
    for block in file.platform.uses:
        if block not in shared:
            file.source.fault(
                ("uses",),
                f"There is no shared block {quoted(block)}.",
                "Use the id of a file in platforms/shared.",
            )


def _check_clauses(file: PlatformFile, pack: PolicyPack) -> None:
    known = {line.id for line in pack.lines}
    for item, at in _answered(file.platform):
        for line in item.policy:
            if line not in known:
                file.source.fault(
                    (*at, "policy"),
                    f"The policy has no line {quoted(line)}.",
                    "Use the id of a [[line]] of the policy.",
                )


def _check_topics(file: PlatformFile, files: tuple[PlatformFile, ...], pack: PolicyPack) -> None:
    if any(file.source.is_faulty((key,)) for key in ("check", "look", "uses")):
        return  # a topic may only seem to be missing
    used = [
        other.platform
        for other in files
        if other.place == "shared" and other.platform.id in file.platform.uses
    ]
    own = _topics(file.platform, pack)
    covered = own.union(*(_topics(block, pack) for block in used))
    for topic in Topic:
        said = file.platform.not_covered.get(topic)
        if topic not in covered and said is None:
            file.source.fault(
                ("not_covered", topic.value),
                f"The topic {quoted(topic.value)} has no check and no reason why not.",
                "Add a check, or the reason under [not_covered].",
            )
        elif topic in own and said is not None:
            file.source.fault(
                ("not_covered", topic.value),
                f"The topic {quoted(topic.value)} has a check, yet a reason why it has none.",
                "Take the reason out.",
            )


def _topics(platform: Platform, pack: PolicyPack) -> set[Topic]:
    """What its checks are about, and what the policy lines of its looks are about."""
    of_looks = {line.topic for look in platform.looks for line in pack.lines_of(look.policy) if line.topic}
    return of_looks | {check.topic for check in platform.checks}


def _answered(platform: Platform) -> Iterator[tuple[Check | Look, tuple[str | int, ...]]]:
    yield from numbered(platform.checks, "check")
    yield from numbered(platform.looks, "look")
