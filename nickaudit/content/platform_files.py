"""Platform files and the blocks they share, and the rules that hold inside one file."""

from nickaudit.content.faults import KeyPath, quoted
from nickaudit.content.field_rules import (
    check_hosts,
    check_id,
    check_link,
    check_month,
    check_texts,
    check_unique,
    numbered,
)
from nickaudit.content.shapes import shape
from nickaudit.content.toml_source import TomlSource
from nickaudit.content.ways import check_certainty, check_is_reached, check_seconds, check_way
from nickaudit.domain.platforms import CHECKS_PER_STOP, ESSENTIAL_STOPS, Check, Kind, Level, Platform, Stop

_ACCOUNT_KINDS = frozenset(Kind) - {Kind.SHARED, Kind.TOGETHER}
KINDS_IN = {
    "platforms": _ACCOUNT_KINDS,
    "shared": frozenset({Kind.SHARED}),
    "together": frozenset({Kind.TOGETHER}),
    "general": frozenset({Kind.OTHER}),
}
"""Which kinds may stand in which place of the resources."""

_NO_ACCOUNT = frozenset({Kind.LISTING, Kind.TOGETHER})
"""Kinds with no account of their own behind them, so that there is nothing to close."""


def read_platform(source: TomlSource, *, stem: str, place: str) -> Platform:
    """The platform of that file; what is wrong with it is taken down in the source."""
    platform = shape(source, Platform)
    check_texts(source, platform, stands_for="{name}" if place == "general" else "")
    check_id(source, platform.id, ("id",))
    if platform.id != stem:
        source.fault(
            ("id",),
            f"The id {quoted(platform.id)} is not the file's name {quoted(stem)}.",
            "Make them agree.",
        )
    if platform.kind not in KINDS_IN[place]:
        allowed = ", ".join(sorted(kind.value for kind in KINDS_IN[place]))
        source.fault(
            ("kind",), f"The kind {platform.kind.value} does not belong here.", f"Use one of: {allowed}."
        )
    if platform.common < 0:
        source.fault(
            ("common",), "The place among the common ones is below 0.", "Use 1 and up, or 0 for the rest."
        )
    check_month(source, platform.last_checked, ("last_checked",))
    check_hosts(source, platform.hosts)
    for key, link in (("home", platform.home), ("settings_root", platform.settings_root)):
        if link:
            check_link(source, link, (key,), hosts=platform.hosts)
    _check_ids(source, platform)
    for stop, at in numbered(platform.stops, "stop"):
        _check_stop(source, platform, stop, at)
    for check, at in numbered(platform.checks, "check"):
        _check_check(source, platform, check, at)
    for look, at in numbered(platform.looks, "look"):
        check_seconds(source, look, at)
        check_way(source, platform, look, at)
    for tool, at in numbered(platform.tools, "tool"):
        check_seconds(source, tool, at)
        check_way(source, platform, tool, at)
        check_is_reached(source, tool, at, called="tool")
        check_certainty(source, tool, at)
    _check_close(source, platform)
    _check_essentials(source, platform)
    _check_listing(source, platform)
    _check_closing(source, platform)
    return platform


def _check_ids(source: TomlSource, platform: Platform) -> None:
    stops = [(stop.id, (*at, "id")) for stop, at in numbered(platform.stops, "stop")]
    checks = [(check.id, (*at, "id")) for check, at in numbered(platform.checks, "check")]
    looks = [(look.id, (*at, "id")) for look, at in numbered(platform.looks, "look")]
    tools = [(tool.id, (*at, "id")) for tool, at in numbered(platform.tools, "tool")]
    check_unique(source, stops)
    check_unique(source, [*checks, *looks, *tools])
    begins = "" if source.is_faulty(("id",)) else f"{platform.id}."
    for own_id, at in [*stops, *checks, *looks, *tools]:
        check_id(source, own_id, at, begins=begins)


def _check_stop(source: TomlSource, platform: Platform, stop: Stop, at: KeyPath) -> None:
    check_seconds(source, stop, at)
    check_way(source, platform, stop, at)
    check_is_reached(source, stop, at, called="stop")
    if source.is_faulty(("check",)) and not platform.checks_of(stop.id):
        return
    count = len(platform.checks_of(stop.id))
    if count == 0:
        source.fault(at, f"The stop {quoted(stop.id)} has no check.", "Give it one, or take the stop out.")
    if count > CHECKS_PER_STOP:
        source.fault(
            at, f"The stop has {count} checks; a page shows {CHECKS_PER_STOP}.", "Make two stops of it."
        )


def _check_check(source: TomlSource, platform: Platform, check: Check, at: KeyPath) -> None:
    if check.stop not in {stop.id for stop in platform.stops}:
        source.fault(
            (*at, "stop"), f"There is no stop {quoted(check.stop)}.", "Use the id of a [[stop]] of this file."
        )
    if not check.policy and not check.good_practice:
        source.fault(
            (*at, "policy"),
            "The check names no line of the policy.",
            "Name the line it serves, or say good_practice = true.",
        )
    if check.policy and check.good_practice:
        source.fault(
            (*at, "good_practice"), "Good practice is ours, not the policy's.", "Take one of the two out."
        )
    if check.id in check.settles:
        source.fault((*at, "settles"), "The check settles itself.", "Take its own id out.")
    check_certainty(source, check, at)


def _check_close(source: TomlSource, platform: Platform) -> None:
    if platform.close is None:
        return
    if platform.kind in _NO_ACCOUNT and not source.is_faulty(("kind",)):
        source.fault(("close",), "There is no account here to close.", "Take [close] out.")
        return
    check_way(source, platform, platform.close, ("close",))
    check_is_reached(source, platform.close, ("close",), called="way to close the account")
    check_certainty(source, platform.close, ("close",))


def _check_essentials(source: TomlSource, platform: Platform) -> None:
    essential = [at for stop, at in numbered(platform.stops, "stop") if stop.level is Level.ESSENTIAL]
    most = ESSENTIAL_STOPS[platform.kind]
    if len(essential) > most and not source.is_faulty(("kind",)):
        count = "is 1 essential stop" if len(essential) == 1 else f"are {len(essential)} essential stops"
        source.fault(
            (*essential[most], "level"),
            f"There {count}; {platform.kind.value} has room for {most or 'none'}.",
            "Call the ones “more” that change least of what a pupil, a parent or a stranger sees.",
        )


def _check_listing(source: TomlSource, platform: Platform) -> None:
    """A public listing is offered to everyone afterwards: no look holds anybody up, and nobody ticks it."""
    if platform.kind is not Kind.LISTING or source.is_faulty(("kind",)):
        return
    for look, at in numbered(platform.looks, "look"):
        if look.level is Level.ESSENTIAL:
            source.fault((*at, "level"), "A public listing has nothing essential.", "Call it “more”.")
    for key, value in (("common", platform.common), ("uses", platform.uses)):
        if value:
            source.fault(
                (key,), f"A public listing is no account, so it has no {quoted(key)}.", "Take the key out."
            )


def _check_closing(source: TomlSource, platform: Platform) -> None:
    if not platform.closing:
        return
    essential = [stop.id for stop in platform.stops if stop.level is Level.ESSENTIAL]
    if platform.closing not in {stop.id for stop in platform.stops}:
        source.fault(
            ("closing",), f"There is no stop {quoted(platform.closing)}.", "Name a [[stop]] of this file."
        )
    elif not essential or essential[-1] != platform.closing:
        source.fault(
            ("closing",),
            f"{quoted(platform.closing)} is not the last essential stop.",
            "Put the stranger's view after every other essential stop.",
        )
