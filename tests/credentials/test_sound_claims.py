from datetime import date
from typing import Any

import pytest

from nickaudit.credentials.sound_claims import is_sound
from tests.factories import make_claims


@pytest.mark.parametrize(
    "changes",
    [
        {},
        {"name": "فاطمة الزهراء"},
        {"name": "欧阳明月"},
        {"name": "O’Brien-Żółć, Jr."},
        {"name": "x" * 100},
        {"email": "a@b.example", "staff_number": "SN 7"},
        {"finished_on": date(2028, 2, 29)},
    ],
    ids=str,
)
def test_what_a_certificate_may_carry(changes: dict[str, Any]) -> None:
    assert is_sound(make_claims(**changes))


@pytest.mark.parametrize(
    "changes",
    [
        {"name": ""},
        {"name": "x" * 101},
        {"name": "A\tB"},
        {"name": "A\u200bB"},
        {"email": ""},
        {"staff_number": "x" * 101},
        {"role": ""},
        {"school": "x" * 301},
        {"statement": " "},
        {"number": "7F3A-91C2"},
        {"number": "7F3A-91C2-04DE\n"},
        {"policy_hash": "5d" * 31},
        {"next_due": date(2026, 11, 24)},
        {"next_due": date(2029, 11, 24)},
        {"finished_on": date(2017, 12, 31)},
    ],
    ids=str,
)
def test_what_no_certificate_may_carry(changes: dict[str, Any]) -> None:
    assert not is_sound(make_claims(**changes))
