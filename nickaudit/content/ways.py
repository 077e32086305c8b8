"""How one gets to a screen, a look, a tool or an account's end: path, link, steps, time, how sure we are."""

from nickaudit.content.faults import KeyPath, quoted
from nickaudit.content.field_rules import check_link, check_month
from nickaudit.content.toml_source import TomlSource
from nickaudit.domain.platforms import (
    Check,
    CloseAccount,
    Kind,
    LinkKind,
    Look,
    MenuPaths,
    Platform,
    Stop,
    Tool,
)

_LONGEST_SECONDS = 900
_CONFIDENCES = ("V", "K")


def check_seconds(source: TomlSource, item: Stop | Look | Tool, at: KeyPath) -> None:
    """Nothing takes no time, and nothing more than a quarter of an hour."""
    if not 1 <= item.seconds <= _LONGEST_SECONDS:
        source.fault((*at, "seconds"), "This takes between 1 and 900 seconds.", "Write how long it takes.")


def check_way(
    source: TomlSource, platform: Platform, item: Stop | Look | Tool | CloseAccount, at: KeyPath
) -> None:
    """A link is the platform's own and says what kind it is."""
    if item.link and item.link_kind is None:
        source.fault((*at, "link"), "The link has no link_kind.", "Add link_kind = “deep” or “root”.")
    if item.link_kind is not None and not item.link:
        source.fault(
            (*at, "link_kind"), "There is a link_kind, but no link.", "Add the link, or take this out."
        )
    if not item.link:
        return
    check_link(source, item.link, (*at, "link"), hosts=platform.hosts)
    is_front_door = _is_front_door(item.link, platform)
    is_root = item.link.rstrip("/") in {platform.settings_root.rstrip("/"), platform.home.rstrip("/")}
    is_root = is_root or (is_front_door and platform.kind is Kind.LISTING)
    if item.link_kind is LinkKind.DEEP and is_front_door:
        source.fault((*at, "link_kind"), "The link does not go to the setting itself.", "Call it “root”.")
    if item.link_kind is LinkKind.ROOT and not is_root:
        source.fault(
            (*at, "link_kind"),
            "The link is called “root”, but it is not the platform's settings_root.",
            "Use settings_root, or call it “deep” if it goes to the setting itself.",
        )


def _is_front_door(link: str, platform: Platform) -> bool:
    """The first page of a site; a host of its own, such as `takeout.google.com`, is a page for one thing."""
    hosts = {f"https://{www}{host}" for host in platform.hosts for www in ("", "www.")}
    bare_root = platform.settings_root.rstrip("/")
    doors = hosts | {platform.home.rstrip("/")} | ({bare_root} if bare_root.count("/") == 2 else set())
    return link.rstrip("/") in doors


def check_is_reached(
    source: TomlSource, item: Stop | Tool | CloseAccount, at: KeyPath, *, called: str
) -> None:
    """There is at least one way to get there."""
    if item.paths == MenuPaths() and not item.link and not item.steps:
        source.fault(at, f"The {called} has neither a path nor a link nor steps.", "Say how to get there.")


def check_certainty(source: TomlSource, item: Check | Tool | CloseAccount, at: KeyPath) -> None:
    """How sure we are is one of two letters, and when it was looked at is a month."""
    if item.confidence not in _CONFIDENCES:
        source.fault((*at, "confidence"), f"{quoted(item.confidence)} is neither V nor K.", "Use “V” or “K”.")
    if item.verified_on:
        check_month(source, item.verified_on, (*at, "verified_on"))
