import datetime as dt

import pytest
from msgspec import structs

from nickaudit.domain.audit_plan import PlannedCheck, PlannedStop
from nickaudit.domain.how_sure import has_a_way, how_sure, moved_report
from nickaudit.domain.platforms import Device, MenuPaths
from tests.domain.small_world import account, other, plan_for

FRESH_UNTIL = dt.date(2026, 11, 1)


def _stop(*, months: tuple[str, ...] = ("2026-05", "2026-07"), confidence: str = "V") -> PlannedStop:
    planned = plan_for(account("photo")).stops[0]
    checks: tuple[PlannedCheck, ...] = tuple(
        structs.replace(
            line,
            check=structs.replace(
                line.check, verified_on=month, confidence=confidence, look_for=(f"Name {n}", f"Other {n}")
            ),
        )
        for n, (line, month) in enumerate(zip(planned.checks, months, strict=False))
    )
    stop = structs.replace(
        planned.stop, paths=MenuPaths(iphone=("Menu", "Privacy")), link="https://photo.example/privacy"
    )
    return structs.replace(planned, stop=stop, checks=checks)


@pytest.mark.parametrize(
    ("today", "is_old"), [(FRESH_UNTIL, False), (dt.date(2026, 11, 30), False), (dt.date(2026, 12, 1), True)]
)
def test_more_than_six_months_after_the_oldest_look_the_menus_may_have_moved(
    today: dt.date, is_old: bool
) -> None:
    sure = how_sure(_stop(), today=today)
    assert (sure.month, sure.is_old) == ("May 2026", is_old)
    assert sure.look_for == ("Name 0", "Private", "Name 1", "Listed")


def test_what_nobody_could_check_has_no_month() -> None:
    sure = how_sure(_stop(confidence="K"), today=FRESH_UNTIL)
    assert (sure.month, sure.unchecked) == ("", ("Private", "Listed"))


def test_the_ready_words_say_the_place_the_way_and_the_device_and_nothing_else() -> None:
    planned = _stop()
    assert has_a_way(planned)
    assert moved_report(planned, device=Device.IPHONE, pack="2026-11", device_words="iPhone") == (
        "A menu has moved\n"
        "Site or app: Photobox\n"
        "Page: photo.audience\n"
        "Device: iPhone\n"
        "Path we gave: Menu > Privacy\n"
        "Link we gave: https://photo.example/privacy\n"
        "Pages as of: November 2026\n"
        "Where it is now:"
    )


def test_no_nickname_and_no_place_of_the_persons_own_is_in_them() -> None:
    plan = plan_for(account("a", "photo", "Zebra-Quill"), other("o", "Zebra-Quill running club"))
    for planned in plan.stops:
        words = moved_report(planned, device=None, pack="2026-11", device_words="")
        assert "Zebra" not in words
        assert "Device: not said" in words
