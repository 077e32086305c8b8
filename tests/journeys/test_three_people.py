"""Three people finish, each in their own way; nobody can tell from their certificates who had what.

One has done everything. One kept LinkedIn as it is and left a sister's account for later. One was not sure of
half. What comes after the last answer happens in the real window, by its own buttons.
"""

import datetime as dt
import json
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from nickaudit.bootstrap import make_services
from nickaudit.credentials import certificate_jwt
from nickaudit.domain import route
from nickaudit.domain.answers import Answer, Computer, LookAnswer
from nickaudit.domain.certificate import Leaf
from nickaudit.domain.ids import PlatformId
from nickaudit.domain.route import Step, StepKind
from nickaudit.services import own_certificates
from nickaudit.services.audit_session import AuditSession
from nickaudit.ui.application import OpenWindow, open_window
from nickaudit.ui.theme.tokens import Mode
from nickaudit.ui.widgets.fact_table import Fact
from tests.finishing import answer_everything, person
from tests.ui.pages.desk import click, find, settle

NICKNAME = "Zebra-Quill"
OWN = {"number", "name", "finished_on", "next_due"}
"""What differs from one person to the next, with key and signature."""


def all_done(session: AuditSession) -> None:
    session.add_account(PlatformId("instagram"))
    answer_everything(session)
    for look in session.plan.looks:
        session.answer_look(look.section, look.look.id, LookAnswer.THROUGH)


def linkedin_kept(session: AuditSession) -> None:
    linkedin = session.add_account(PlatformId("linkedin"))
    session.add_account(PlatformId("facebook"), label=f"{NICKNAME}, my sister")
    answer_everything(session)
    for stop in session.plan.stops:
        for line in stop.checks:
            answer = Answer.LEAVING if line.account == linkedin.id else Answer.LATER
            session.answer(line.account, line.check.id, answer)
    session.set_later_by(dt.date(2026, 12, 8))


def half_not_sure(session: AuditSession) -> None:
    for platform in ("whatsapp", "tiktok", "snapchat"):
        session.add_account(PlatformId(platform))
    answer_everything(session, Answer.NOT_SURE)


PEOPLE: tuple[tuple[str, dt.datetime, Callable[[AuditSession], None]], ...] = (
    ("Rosalind Ash", dt.datetime(2026, 11, 24, 16, 0, tzinfo=dt.UTC), all_done),
    ("Idris Okonkwo-Bell", dt.datetime(2026, 11, 25, 8, 0, tzinfo=dt.UTC), linkedin_kept),
    ("Ana Ferreira", dt.datetime(2026, 11, 26, 20, 0, tzinfo=dt.UTC), half_not_sure),
)


@pytest.fixture
def open_home(home: Path, qapp: object, qtbot: QtBot) -> Iterator[Callable[..., OpenWindow]]:
    """The program started in the home of one person."""
    windows: list[OpenWindow] = []

    def start(name: str, now: dt.datetime) -> OpenWindow:
        services = make_services(home / name.split()[0], now=lambda: now)
        opened = open_window(services, mode=Mode.LIGHT, start=route.FIRST)
        windows.append(opened)
        return opened

    yield start
    for opened in windows:
        opened.window.close()
        opened.services.private.close()
        opened.services.school.close()
        opened.window.deleteLater()
        opened.deleteLater()
    settle()


def finish(
    opened: OpenWindow, name: str, answer: Callable[[AuditSession], None], qtbot: QtBot
) -> AuditSession:
    """Answer in their own way, then go to the certificate as Continue on the last page does."""
    opened.navigator.choose_computer(Computer.MINE)
    session = opened.navigator.session
    assert session is not None
    session.set_person(person(session, name=name))
    answer(session)
    assert session.is_finished
    opened.navigator.go(route.CERTIFICATE)
    wait(opened, qtbot)
    return session


def wait(opened: OpenWindow, qtbot: QtBot) -> None:
    qtbot.waitUntil(opened.tasks.is_idle, timeout=20_000)
    settle()


def signed_of(session: AuditSession) -> bytes:
    there = own_certificates.current(session)
    assert there is not None
    return own_certificates.take_up(session.database, there.number).signed


def test_their_certificates_cannot_be_told_apart(open_home: Callable[..., OpenWindow], qtbot: QtBot) -> None:
    signed = []
    for name, now, answer in PEOPLE:
        opened = open_home(name, now)
        signed.append(signed_of(finish(opened, name, answer, qtbot)))
    claims = [certificate_jwt.verify(each).claims for each in signed]
    fields = claims[0].__struct_fields__
    same = [{field: getattr(each, field) for field in fields if field not in OWN} for each in claims]
    assert same[0] == same[1] == same[2]
    for field in OWN - {"next_due", "finished_on"}:
        assert len({getattr(each, field) for each in claims}) == 3
    shapes = [shape(certificate_jwt.verify(each).leaves) for each in signed]
    assert shapes[0] == shapes[1] == shapes[2]
    lengths = {
        len(each) - len(each_claims.name.encode()) * 4 / 3
        for each, each_claims in zip(signed, claims, strict=True)
    }
    assert max(lengths) - min(lengths) < 4, "only the name changes the length"


def shape(leaves: tuple[Leaf, ...]) -> list[tuple[str, str, str]]:
    """The whole file, with what is a person's own left blank."""
    own = re.compile(r"name$|number$|finishedOn$|^id$|valid|issuer$|^kid$")
    return [
        (leaf.part, leaf.path, "" if leaf.part == "signature" or own.search(leaf.path) else leaf.value)
        for leaf in leaves
    ]


def test_every_value_of_the_file_is_on_the_page(open_home: Callable[..., OpenWindow], qtbot: QtBot) -> None:
    for name, now, answer in PEOPLE:
        opened = open_home(name, now)
        session = finish(opened, name, answer, qtbot)
        for step in (route.CERTIFICATE, Step(kind=StepKind.HANDING_OVER, item="folder")):
            opened.navigator.go(step)
            wait(opened, qtbot)
            page = opened.window.page
            assert page is not None
            click(page, "Show fingerprints")
            shown = {fact.entry.value for fact in page.findChildren(Fact) if fact.isVisibleTo(page)}
            labels = {label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)}
            missing = {leaf.value for leaf in certificate_jwt.verify(signed_of(session)).leaves} - shown
            assert not missing
            assert shown <= labels | {""}


def test_what_was_sent_is_what_was_shown_and_says_nothing_more(
    open_home: Callable[..., OpenWindow], qtbot: QtBot, tmp_path: Path
) -> None:
    box = tmp_path / "school"
    box.mkdir()
    for name, now, answer in PEOPLE:
        opened = open_home(name, now)
        session = finish(opened, name, answer, qtbot)
        page = opened.window.page
        assert page is not None
        click(page, "Put it in the school's folder")
        wait(opened, qtbot)
        page = opened.window.page
        assert page is not None
        find(page, "The school's folder", QLineEdit).setText(str(box))
        click(page, "Put it there")
        wait(opened, qtbot)
        assert signed_of(session) in [path.read_bytes() for path in box.iterdir()]
    assert len(list(box.iterdir())) == 3
    for path in box.iterdir():
        said = json.dumps(
            [leaf.value for leaf in certificate_jwt.verify(path.read_bytes()).leaves]
        ).casefold()
        for secret in (
            "instagram",
            "facebook",
            "linkedin",
            "whatsapp",
            "tiktok",
            "snapchat",
            "zebra",
            "sister",
        ):
            assert secret not in said
        for answer_word in ("later", "leaving", "not sure", "done"):
            assert not re.search(rf"\b{answer_word}\b", said)


def test_nothing_of_a_nickname_is_left_after_forget(
    open_home: Callable[..., OpenWindow], qtbot: QtBot, home: Path
) -> None:
    name, now, answer = PEOPLE[1]
    opened = open_home(name, now)
    finish(opened, name, answer, qtbot)
    assert holding(home, NICKNAME), "the nickname was there"
    page = opened.window.page
    assert page is not None
    click(page, "Forget them")
    click(page, "Yes, forget my answers")
    wait(opened, qtbot)
    assert not holding(home, NICKNAME)
    assert not holding(home, "my sister")
    assert not [button for button in page.findChildren(QAbstractButton) if NICKNAME in button.text()]
    opened.window.close()
    assert not holding(home, NICKNAME)
    kept = list(home.rglob("*.nickaudit-certificate"))
    assert [certificate_jwt.verify(path.read_bytes()).claims.name for path in kept] == [name]


def holding(home: Path, words: str) -> list[Path]:
    """The files in which these words stand, however they are encoded."""
    forms = [words.encode(), words.casefold().encode(), words.encode("utf-16-le")]
    files = [path for path in home.rglob("*") if path.is_file()]
    return [path for path in files if any(form in path.read_bytes() for form in forms)]
