"""The sample person's file is read strictly, and the one that is shipped fits what is shipped with it."""

from pathlib import Path

import pytest

from nickaudit import paths
from nickaudit.domain.platforms import Content
from nickaudit.tour.script import SamplePerson, ScriptError, read_person, with_every_account
from nickaudit.ui.widgets.answer_words import FULL, OF_A_LOOK

SHIPPED = paths.resource("samples/person.toml")


@pytest.fixture
def person() -> SamplePerson:
    return read_person(SHIPPED)


def test_the_shipped_person_is_rosalind_ash(person: SamplePerson) -> None:
    assert (person.name, person.role) == ("Rosalind Ash", "Teaching assistant")
    assert [account.title or account.other for account in person.accounts] == [
        "Facebook", "Instagram", "WhatsApp", "LinkedIn", "a running club forum",
    ]  # fmt: skip


def test_it_speaks_the_windows_own_words(person: SamplePerson, content: Content) -> None:
    assert person.role in [role.title for role in content.policy.roles]
    assert person.situation in [each.title for each in content.policy.situations]
    answers = {person.lines.usual, *(each.answer for each in person.lines.but)}
    assert answers == set(FULL.values()), "every answer is shown once"
    assert {person.looks.usual, *(each.answer for each in person.looks.but)} == set(OF_A_LOOK.values())


def test_every_line_it_names_is_there(person: SamplePerson, content: Content) -> None:
    settings = {
        (platform.name, check.setting)
        for platform in (*content.platforms.values(), content.together)
        for check in platform.checks
    }
    titles = {name for name, _ in settings}
    for line in person.lines.but:
        assert line.setting in {setting for _, setting in settings}
        assert line.account in titles or line.account == "All your accounts together"


def test_lines_get_the_usual_answer_but_for_those_named(person: SamplePerson) -> None:
    assert person.lines.answer_to("Groups", account="WhatsApp") == "Not sure, or it isn't there"
    assert person.lines.answer_to("Groups", account="Facebook") == "Done"
    assert not person.lines.are_usual(("Status", "Groups"), account="WhatsApp")
    assert person.lines.are_usual(("Status",), account="WhatsApp")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('name = "Rosalind Ash"', "name = 7"),
        ('name = "Rosalind Ash"', 'name = "Rosalind Ash"\npassword = "x"'),
        ('situation = "A pupil has contacted me"', ""),
        ('search = "face"', ""),
        ('other = "a running club forum"', 'other = "a forum"\ntitle = "Forum"'),
        ("[lines]", "[lines"),
    ],
)
def test_anything_unknown_or_missing_is_refused(tmp_path: Path, old: str, new: str) -> None:
    text = SHIPPED.read_text(encoding="utf-8")
    assert old in text
    (tmp_path / "person.toml").write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(ScriptError, match=r"person\.toml"):
        read_person(tmp_path / "person.toml")


def test_a_file_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ScriptError):
        read_person(tmp_path / "person.toml")


def test_a_person_everywhere_keeps_their_own_accounts_and_has_no_place_twice() -> None:
    person = read_person(paths.resource("samples/person.toml"))
    everywhere = with_every_account(person, ["Facebook", "Reddit", "Strava"])
    titles = [account.title for account in everywhere.accounts if account.title]
    assert titles == ["Facebook", "Instagram", "WhatsApp", "LinkedIn", "Reddit", "Strava"]
    assert everywhere.accounts[: len(person.accounts)] == person.accounts
