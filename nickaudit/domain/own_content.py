"""Content of one's own, beside what came with the program: whether it is used, and if not, why."""

from msgspec import Struct

from nickaudit.domain.platforms import Content


class OwnContent(Struct, frozen=True, kw_only=True):
    """What the home's own folder of content came to."""

    files: int = 0
    """How many files of it are used."""
    faults: tuple[str, ...] = ()
    """What is wrong with it, each with file, place and remedy. With any, none of it is used."""


NO_OWN_CONTENT = OwnContent()


class ReadContent(Struct, frozen=True, kw_only=True):
    """The content the program runs on, and what was made of the own part of it."""

    content: Content
    own: OwnContent = NO_OWN_CONTENT
