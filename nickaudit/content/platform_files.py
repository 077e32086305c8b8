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
from nickaudit.domain.platforms import (
    CHECKS_PER_STOP,
    ESSENTIAL_STOPS,
    Check,
    Kind,
    Level,
    LinkKind,
    Look,
    MenuPaths,
    Platform,
    Stop,
)

_ACCOUNT_KINDS = frozenset(Kind) - {Kind.SHARED, Kind.TOGETHER}
KINDS_IN = {
    "platforms": _ACCOUNT_KINDS,
    "shared": frozenset({Kind.SHARED}),
    "together": frozenset({Kind.TOGETHER}),
    "general": frozenset({Kind.OTHER}),
}
"""Which kinds may stand in which place of the resources."""

_LONGEST_STOP_SECONDS = 900
_CONFIDENCES = ("V", "K")


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
        _check_way(source, platform, look, at)
    _check_essentials(source, platform)
    _check_closing(source, platform)
    return platform


def _check_ids(source: TomlSource, platform: Platform) -> None:
    stops = [(stop.id, (*at, "id")) for stop, at in numbered(platform.stops, "stop")]
    checks = [(check.id, (*at, "id")) for check, at in numbered(platform.checks, "check")]
    looks = [(look.id, (*at, "id")) for look, at in numbered(platform.looks, "look")]
    check_unique(source, stops)
    check_unique(source, [*checks, *looks])
    begins = "" if source.is_faulty(("id",)) else f"{platform.id}."
    for own_id, at in [*stops, *checks, *looks]:
        check_id(source, own_id, at, begins=begins)


def _check_stop(source: TomlSource, platform: Platform, stop: Stop, at: KeyPath) -> None:
    _check_way(source, platform, stop, at)
    if stop.paths == MenuPaths() and not stop.link and not stop.steps:
        source.fault(at, "The stop has neither a path nor a link nor steps.", "Say how to get there.")
    if source.is_faulty(("check",)) and not platform.checks_of(stop.id):
        return
    count = len(platform.checks_of(stop.id))
    if count == 0:
        source.fault(at, f"The stop {quoted(stop.id)} has no check.", "Give it one, or take the stop out.")
    if count > CHECKS_PER_STOP:
        source.fault(
            at, f"The stop has {count} checks; a page shows {CHECKS_PER_STOP}.", "Make two stops of it."
        )


def _check_way(source: TomlSource, platform: Platform, item: Stop | Look, at: KeyPath) -> None:
    """How one gets there: link, its kind, and how long it takes."""
    if not 1 <= item.seconds <= _LONGEST_STOP_SECONDS:
        source.fault((*at, "seconds"), "This takes between 1 and 900 seconds.", "Write how long it takes.")
    if item.link and item.link_kind is None:
        source.fault((*at, "link"), "The link has no link_kind.", "Add link_kind = “deep” or “root”.")
    if item.link_kind is not None and not item.link:
        source.fault(
            (*at, "link_kind"), "There is a link_kind, but no link.", "Add the link, or take this out."
        )
    if not item.link:
        return
    check_link(source, item.link, (*at, "link"), hosts=platform.hosts)
    is_root = item.link.rstrip("/") in {platform.settings_root.rstrip("/"), platform.home.rstrip("/")}
    is_front_door = item.link.rstrip("/").count("/") <= 2 or item.link == platform.home
    if item.link_kind is LinkKind.DEEP and is_front_door:
        source.fault((*at, "link_kind"), "The link does not go to the setting itself.", "Call it “root”.")
    if item.link_kind is LinkKind.ROOT and not is_root:
        source.fault(
            (*at, "link_kind"),
            "The link is called “root”, but it is not the platform's settings_root.",
            "Use settings_root, or call it “deep” if it goes to the setting itself.",
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
    if check.confidence not in _CONFIDENCES:
        source.fault(
            (*at, "confidence"), f"{quoted(check.confidence)} is neither V nor K.", "Use “V” or “K”."
        )
    if check.verified_on:
        check_month(source, check.verified_on, (*at, "verified_on"))


def _check_essentials(source: TomlSource, platform: Platform) -> None:
    essential = [at for stop, at in numbered(platform.stops, "stop") if stop.level is Level.ESSENTIAL]
    most = ESSENTIAL_STOPS[platform.kind]
    if len(essential) > most and not source.is_faulty(("kind",)):
        source.fault(
            (*essential[most], "level"),
            f"There are {len(essential)} essential stops; {platform.kind.value} has room for {most}.",
            "Call the ones “more” that change least of what a pupil, a parent or a stranger sees.",
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
