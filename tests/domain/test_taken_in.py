import datetime as dt
import itertools
from typing import Any

from nickaudit.domain.taken_in import TakenIn, by_person
from tests.factories import TODAY, make_claims


def arrived(number: int, *, key: str = "key-1", on: dt.date = TODAY, **claims: Any) -> TakenIn:
    return TakenIn(
        claims=make_claims(number=f"0000-0000-{number:04X}", **claims),
        key=key,
        file_name=f"{number}.nickaudit-certificate",
        received_on=on,
    )


def sizes(*items: TakenIn) -> list[int]:
    """How many certificates each person has; the same whatever the order in which they come."""
    found = {tuple(sorted(map(len, by_person(order)))) for order in itertools.permutations(items)}
    assert len(found) == 1
    return list(found.pop())


def test_two_people_of_one_name_stay_two() -> None:
    assert sizes(arrived(1, key="hers"), arrived(2, key="his")) == [1, 1]


def test_one_person_over_the_years_is_one() -> None:
    assert sizes(arrived(1), arrived(2, on=TODAY.replace(year=2027)), arrived(3)) == [3]


def test_a_name_is_the_same_in_capitals_and_with_more_spaces() -> None:
    assert sizes(arrived(1), arrived(2, name="ROSALIND ASH")) == [2]


def test_two_names_on_one_computer_are_two_people() -> None:
    assert sizes(arrived(1), arrived(2, name="Owen Birch")) == [1, 1]


def test_a_staff_number_makes_one_person_of_two_computers() -> None:
    assert sizes(arrived(1, key="old", staff_number="17"), arrived(2, key="new", staff_number="17")) == [2]


def test_a_work_email_makes_one_person_of_two_computers() -> None:
    assert sizes(arrived(1, key="old", email="r@a.uk"), arrived(2, key="new", email="R@A.uk")) == [2]


def test_another_staff_number_keeps_two_apart_on_one_computer() -> None:
    assert sizes(arrived(1, staff_number="17"), arrived(2, staff_number="18")) == [1, 1]


def test_another_email_keeps_two_apart_on_one_computer() -> None:
    assert sizes(arrived(1, email="r.ash@a.uk"), arrived(2, email="r.ash2@a.uk")) == [1, 1]


def test_the_staff_number_counts_more_than_an_email_that_has_changed() -> None:
    assert sizes(
        arrived(1, staff_number="17", email="old@a.uk"), arrived(2, staff_number="17", email="new@a.uk")
    ) == [2]


def test_whoever_once_leaves_the_staff_number_out_is_known_by_the_key() -> None:
    assert sizes(arrived(1, staff_number="17"), arrived(2)) == [2]


def test_a_certificate_that_could_be_of_two_people_stands_by_itself() -> None:
    assert sizes(arrived(1, staff_number="17"), arrived(2, staff_number="18"), arrived(3)) == [1, 1, 1]


def test_two_people_are_never_joined_through_a_third_certificate() -> None:
    people = by_person((
        arrived(1, staff_number="17"),
        arrived(2),
        arrived(3, staff_number="18"),
        arrived(4),
    ))  # fmt: skip
    assert [{i.claims.staff_number for i in items} for items in people] == [{"17"}, {"18"}, {None}]


def test_the_same_staff_number_under_another_name_is_somebody_else() -> None:
    assert sizes(arrived(1, staff_number="17"), arrived(2, staff_number="17", name="Rosalind Birch")) == [
        1,
        1,
    ]
