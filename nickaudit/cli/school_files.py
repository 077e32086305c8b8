"""A school file named on the command line: by `--school FILE`, or by itself, as a double click gives it."""

from collections.abc import Sequence

SCHOOL_ENDING = ".nickaudit-school"
"""As in `domain.school`, which is too much to load for a look at a name."""


_OTHER_ENDINGS = (".nickaudit-reader", ".nickaudit-recovery", ".nickaudit-sealed", ".nickaudit-content")
"""Our other files. The window says what they are and where they belong."""


def is_school_file(argument: str) -> bool:
    """Whether an argument is the path of a school file, or of one that may be taken for it, by its name."""
    return argument.lower().endswith((SCHOOL_ENDING, *_OTHER_ENDINGS)) and not argument.startswith("-")


def with_school_option(given: Sequence[str]) -> list[str]:
    """The arguments with `--school` put before a school file that stands by itself at their end.

    Only where nothing but `--home FOLDER` stands before it: commands have files of their own to take.
    """
    before, last = list(given[:-1]), given[-1] if given else ""
    if not is_school_file(last) or not (not before or _is_home_alone(before)):
        return list(given)
    return [*before, "--school", last]


def _is_home_alone(before: list[str]) -> bool:
    if len(before) == 1:
        return before[0].startswith("--home=")
    return len(before) == 2 and before[0] == "--home" and bool(before[1])
