"""What may be wrong on "About you", and what a typed text becomes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nickaudit.domain.person import NAME_LENGTH, PersonFault, faults, tidy

GOOD = {"name": "Rosalind Ash", "role": "teacher", "kind": "yearly", "email": "", "staff_number": ""}


def _faults(**changes: object) -> tuple[PersonFault, ...]:
    return faults(**{**GOOD, **changes})  # type: ignore[arg-type]


def test_name_role_and_kind_are_enough() -> None:
    assert _faults() == ()


@pytest.mark.parametrize(
    ("changes", "fault"),
    [
        ({"name": ""}, PersonFault.NO_NAME),
        ({"name": " \t\u200b "}, PersonFault.NO_NAME),
        ({"name": "x" * (NAME_LENGTH + 1)}, PersonFault.NAME_TOO_LONG),
        ({"role": ""}, PersonFault.NO_ROLE),
        ({"kind": ""}, PersonFault.NO_KIND),
        ({"email": "rosalind"}, PersonFault.BAD_EMAIL),
        ({"email": "@school.example"}, PersonFault.BAD_EMAIL),
        ({"email": "r.ash@"}, PersonFault.BAD_EMAIL),
        ({"email": "r.ash@school"}, PersonFault.BAD_EMAIL),
        ({"email": "r.ash@school..example"}, PersonFault.BAD_EMAIL),
        ({"email": "r.ash@.example"}, PersonFault.BAD_EMAIL),
        ({"email": "r@ash@school.example"}, PersonFault.BAD_EMAIL),
        ({"email": "r ash@school.example"}, PersonFault.BAD_EMAIL),
        ({"email": "x" * NAME_LENGTH + "@school.example"}, PersonFault.BAD_EMAIL),
        ({"staff_number": "1" * (NAME_LENGTH + 1)}, PersonFault.NUMBER_TOO_LONG),
        ({"online": None}, PersonFault.NO_ONLINE),
    ],
)
def test_each_fault_is_found_by_itself(changes: dict[str, object], fault: PersonFault) -> None:
    assert _faults(**changes) == (fault,)


def test_faults_come_in_the_order_of_the_page() -> None:
    found = faults(name="", role="", kind="", email="x", staff_number="9" * 101, online=None)
    assert found == (
        PersonFault.NO_NAME,
        PersonFault.NO_ROLE,
        PersonFault.BAD_EMAIL,
        PersonFault.NUMBER_TOO_LONG,
        PersonFault.NO_KIND,
        PersonFault.NO_ONLINE,
    )


@pytest.mark.parametrize("name", ["Zoë O'Neil-Łukasz", "李小龍", "X", "N" * NAME_LENGTH])
def test_names_of_every_kind_are_taken(name: str) -> None:
    assert _faults(name=name) == ()


@pytest.mark.parametrize(
    "email", ["r.ash@school.example", " r.ash+check@mail.school.example ", "ö@schule.example"]
)
def test_ordinary_addresses_are_taken(email: str) -> None:
    assert _faults(email=email) == ()


@given(st.text(st.characters(exclude_categories=())))
def test_a_tidied_text_is_one_printable_line_and_stays_as_it_is(text: str) -> None:
    once = tidy(text)
    assert once.isprintable()
    assert once == once.strip() == tidy(once)
    assert "  " not in once
    once.encode("utf-8")
