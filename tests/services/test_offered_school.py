"""The school file that came with the program is offered at a start until it is used, or cannot be."""

from pathlib import Path

import pytest

from nickaudit.services import Services, beside_program, own_school
from nickaudit.services.offered_school import offered_at_start, pass_over
from tests.setting_up import set_up


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    path = tmp_path / "program" / "school.nickaudit-school"
    path.parent.mkdir()
    monkeypatch.setattr(beside_program, "found", lambda: path if path.exists() else None)
    return path


def test_there_mostly_is_none(services: Services, beside: Path) -> None:
    assert offered_at_start(services) is None


def test_it_is_offered_at_every_start_until_it_is_in_use(services: Services, beside: Path) -> None:
    beside.write_bytes(b"one of a school")
    assert offered_at_start(services) == beside
    assert offered_at_start(services) == beside, "“Not now” means later"
    used, _ = set_up(services)
    beside.write_bytes(used.raw)
    assert offered_at_start(services) is None


def test_one_that_cannot_be_used_is_not_shown_again_and_another_is(services: Services, beside: Path) -> None:
    beside.write_bytes(b"an older one")
    pass_over(services, beside)
    assert offered_at_start(services) is None
    beside.write_bytes(b"a newer one")
    assert offered_at_start(services) == beside


def test_one_refused_elsewhere_says_nothing_of_it(services: Services, beside: Path, tmp_path: Path) -> None:
    beside.write_bytes(b"one of a school")
    other = tmp_path / "other.nickaudit-school"
    other.write_bytes(b"one of a school")
    pass_over(services, other)
    assert offered_at_start(services) == beside


def test_a_file_too_large_for_a_school_file_is_not_read(services: Services, beside: Path) -> None:
    beside.write_bytes(b"x" * (own_school.LARGEST + 1))
    assert offered_at_start(services) is None
