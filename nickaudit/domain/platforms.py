"""A platform as data: its stops (one screen each), the checks on them, and the looks."""

from collections.abc import Mapping
from enum import StrEnum

from msgspec import Raw, Struct, field

from nickaudit.domain.ids import CheckId, LineId, LookId, PlatformId, StopId
from nickaudit.domain.policy import PolicyPack, Topic


class Kind(StrEnum):
    """What sort of place it is; it sets how many essential stops there may be."""

    SOCIAL = "social"
    VIDEO = "video"
    PHOTO = "photo"
    MESSAGING = "messaging"
    PROFESSIONAL = "professional"
    FITNESS = "fitness"
    GAMING = "gaming"
    DATING = "dating"
    MARKET = "market"
    """Buying, selling and paying."""
    DEVICE = "device"
    LISTING = "listing"
    """A public listing nobody signed up to: offered to everyone, after the certificate."""
    OTHER = "other"
    SHARED = "shared"
    """A block that several platforms use: asked once, under the first account that uses it."""
    TOGETHER = "together"
    """Asked once for all accounts."""


ESSENTIAL_STOPS: dict[Kind, int] = {
    Kind.SOCIAL: 5,
    Kind.VIDEO: 5,
    Kind.PHOTO: 5,
    Kind.PROFESSIONAL: 4,
    Kind.FITNESS: 2,
    Kind.GAMING: 2,
    Kind.DATING: 2,
    Kind.MARKET: 2,
    Kind.DEVICE: 2,
    Kind.LISTING: 0,
    Kind.MESSAGING: 3,
    Kind.OTHER: 2,
    Kind.SHARED: 2,
    Kind.TOGETHER: 4,
}
"""At most so many essential stops per kind (checklist, "How it stays about 20 minutes", 2)."""

CHECKS_PER_STOP = 5
"""A page shows at most so many lines."""


class Level(StrEnum):
    """Essential: it changes what a pupil, parent or stranger can see or reach. The rest can wait."""

    ESSENTIAL = "essential"
    MORE = "more"


class LinkKind(StrEnum):
    """Where a link goes: to the setting itself, or to the platform's settings."""

    DEEP = "deep"
    ROOT = "root"


class Device(StrEnum):
    """On what the person is following the steps."""

    IPHONE = "iphone"
    ANDROID = "android"
    COMPUTER = "computer"


class MenuPaths(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """The way through the menus, one entry a press. Empty where there is none on that device."""

    web: tuple[str, ...] = ()
    iphone: tuple[str, ...] = ()
    android: tuple[str, ...] = ()

    def on(self, device: Device) -> tuple[str, ...]:
        """The path on that device."""
        return {Device.IPHONE: self.iphone, Device.ANDROID: self.android, Device.COMPUTER: self.web}[device]


class Stop(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One screen of a platform: one path, one link, up to five lines."""

    id: StopId
    level: Level
    heading: str
    """The page's heading, as a question."""
    seconds: int
    paths: MenuPaths = MenuPaths()
    link: str = ""
    link_kind: LinkKind | None = None
    why: str = ""
    """Why the school asks, for this screen; the lines' own reasons where it is empty."""
    good_to_know: str = ""
    steps: tuple[str, ...] = ()
    """What to do in words, where a menu path alone doesn't say it."""


class Check(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """One line to answer: a setting and its strictest sensible choice."""

    id: CheckId
    stop: StopId
    topic: Topic
    setting: str
    """As the platform calls it, or in plain words: `Private account`."""
    strictest: str
    """The choice, as it reads after the arrow: `on`."""
    policy: tuple[LineId, ...] = ()
    """The sentences of the policy it serves; empty only with `good_practice`."""
    good_practice: bool = False
    """Ours, not the policy's: it never counts."""
    help: str = ""
    """For "not sure": what it looks like, other names, what to do if it isn't there."""
    look_for: tuple[str, ...] = ()
    """Other words the setting may go by."""
    settles: tuple[CheckId, ...] = ()
    """What this surely covers when it is done."""
    confidence: str = "V"
    """`V`: a source was found; `K`: nobody found one, and the page says so."""
    verified_on: str = ""
    """Month (`2026-11`) of the last look; empty where never."""


class Look(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """People, groups or old posts to go through; it never holds up the certificate."""

    id: LookId
    level: Level
    heading: str
    title: str
    """As a thing to do: `Go through your Instagram followers`."""
    prompts: tuple[str, ...]
    """What to look for, conduct only, each a short sentence."""
    policy: tuple[LineId, ...] = ()
    seconds: int = 120
    paths: MenuPaths = MenuPaths()
    link: str = ""
    link_kind: LinkKind | None = None
    good_to_know: str = ""


class Tool(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Something useful to ask for, such as a copy of one's own data; never a check."""

    id: str
    title: str
    """As a thing to do: `Ask for a copy of what Instagram holds`."""
    why: str
    seconds: int = 120
    paths: MenuPaths = MenuPaths()
    link: str = ""
    link_kind: LinkKind | None = None
    steps: tuple[str, ...] = ()
    good_to_know: str = ""
    """What to beware of: `Close account stands right beside it.`"""
    confidence: str = "V"
    verified_on: str = ""


class CloseAccount(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """How an old account is closed for good."""

    lost: str
    """What is lost with it, in a sentence."""
    paths: MenuPaths = MenuPaths()
    link: str = ""
    link_kind: LinkKind | None = None
    steps: tuple[str, ...] = ()
    confidence: str = "K"
    verified_on: str = ""


class Platform(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Everything about one platform, or about a block that several use."""

    id: PlatformId
    name: str
    kind: Kind
    last_checked: str
    """Month in which somebody last went through all of it, `2026-11`."""
    hosts: tuple[str, ...] = ()
    """Hosts its links may point to, subdomains included."""
    home: str = ""
    settings_root: str = ""
    aka: tuple[str, ...] = ()
    common: int = 0
    """Place among the common ones on the accounts page, from 1; 0 for the rest."""
    uses: tuple[PlatformId, ...] = ()
    stops: tuple[Stop, ...] = field(default=(), name="stop")
    checks: tuple[Check, ...] = field(default=(), name="check")
    looks: tuple[Look, ...] = field(default=(), name="look")
    tools: tuple[Tool, ...] = field(default=(), name="tool")
    close: CloseAccount | None = None
    note: str = ""
    """What changed or ended, shown first: `Skype closed in May 2025.`"""
    not_covered: dict[Topic, str] = {}
    """Topics with no check here, each with the reason."""
    closing: str = ""
    """The stop that shows the account as a stranger sees it, always last; its id."""

    def checks_of(self, stop: StopId) -> tuple[Check, ...]:
        """The lines on that screen, in order."""
        return tuple(check for check in self.checks if check.stop == stop)


class Content(Struct, frozen=True, kw_only=True):
    """All content the program runs on, already checked."""

    policy: PolicyPack
    policy_hash: str
    """SHA-256 of the policy pack's file, hexadecimal."""
    pack: str
    """Version of the platform content: `2026-11`, the newest month in it."""
    platforms: Mapping[PlatformId, Platform]
    """What a person may have an account on; devices too."""
    shared: dict[PlatformId, Platform]
    together: Platform
    """Stops asked once for all accounts."""
    general: Platform
    """Stops for an account of another kind; `{name}` stands for its name."""
    listings: dict[PlatformId, Platform] = {}
    """Public listings nobody signed up to: never among the accounts, offered to everyone afterwards."""
    complicated: Raw = Raw()
    """"It's complicated" and the short cases, as `domain.complicated` packs them: most starts never look."""
