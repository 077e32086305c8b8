"""Five thousand people: the page opens and finds as fast as with five. Counted in processor time."""

import datetime as dt
import time

import msgspec
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLineEdit

from nickaudit.domain import route
from nickaudit.store.school import certificates
from nickaudit.store.school.certificates import Found
from nickaudit.ui.pages.head.report import ReportPage
from nickaudit.ui.widgets.report_view import FIND
from tests.factories import TODAY, make_claims
from tests.ui.pages.desk import Desk, find, settle
from tests.ui.pages.head.certificates import SUFFIX


def test_with_five_thousand_people_the_page_opens_and_finds_at_once(desk: Desk) -> None:
    take_in_many(desk, 5_000)
    page, seconds = None, []
    for _ in range(3):
        before = time.process_time()
        page = desk.open(ReportPage, route.REPORT, height=800)
        page.window().grab()
        seconds.append(time.process_time() - before)
    assert page is not None
    assert page.view.table.records.rowCount() == 5_000
    assert min(seconds) < 0.3
    finder = find(page, FIND, QLineEdit)
    letters = []
    for letter in "willow77":
        before = time.process_time()
        QTest.keyClick(finder, letter)
        settle()
        letters.append(time.process_time() - before)
    assert sorted(letters)[len(letters) // 2] < 0.05
    assert 0 < page.view.table.records.rowCount() < 100


def take_in_many(desk: Desk, people: int) -> None:
    """As many certificates as there are people, straight into the school's database."""
    family = ("Ash", "Birch", "Cedar", "Elm", "Hazel", "Maple", "Willow", "Yew")
    certificates.take_in(
        desk.services.school,
        (
            Found(
                hash=f"{n:064x}",
                claims=msgspec.json.encode(
                    make_claims(
                        number=f"0000-0000-{n:04X}",
                        name=f"Person {family[n % 8]}{n}",
                        finished_on=(day := TODAY - dt.timedelta(days=n % 420)),
                    )
                ),
                key=f"key{n}",
                file_name=f"{n}{SUFFIX}",
                file_hash=f"{n:064x}",
                place="/school",
                received_on=day,
                signed=b"",
            )
            for n in range(people)
        ),
    )
