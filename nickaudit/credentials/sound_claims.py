"""What each value of a certificate may be; the same bounds when one is made and when one is read."""

import re
from datetime import date, timedelta

from nickaudit.domain.certificate import Claims
from nickaudit.domain.person import NAME_LENGTH

LONGEST_TEXT = 300
"""Characters of a text that comes from the policy pack."""

_NUMBER = re.compile(r"[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}")
_HASH = re.compile(r"[0-9a-f]{64}")
_EARLIEST = date(2018, 1, 1)
_LATEST = date(2199, 12, 31)
_LONGEST_VALID = timedelta(days=2 * 366)


def may_be_dated(day: date) -> bool:
    """Whether a check can have been finished on that day."""
    return _EARLIEST <= day < _LATEST - _LONGEST_VALID


def is_sound(claims: Claims) -> bool:
    """Whether every value is one that a certificate may carry."""
    return (
        _are_given((claims.name,), NAME_LENGTH)
        and _are_given((claims.email, claims.staff_number), NAME_LENGTH, may_lack=True)
        and _are_given(
            (
                claims.role,
                claims.school,
                claims.policy_id,
                claims.policy_title,
                claims.policy_version,
                claims.content_pack,
                claims.statement,
            ),
            LONGEST_TEXT,
        )
        and _NUMBER.fullmatch(claims.number) is not None
        and _HASH.fullmatch(claims.policy_hash) is not None
        and _EARLIEST <= claims.finished_on < claims.next_due <= _LATEST
        and claims.next_due - claims.finished_on <= _LONGEST_VALID
    )


def _are_given(texts: tuple[str | None, ...], longest: int, *, may_lack: bool = False) -> bool:
    return all((may_lack and text is None) or (text is not None and is_line(text, longest)) for text in texts)


def is_line(text: str, longest: int) -> bool:
    """Whether it is one line of text, without control characters and outer or doubled spaces."""
    return 0 < len(text) <= longest and text.isprintable() and text.strip() == text and "  " not in text
