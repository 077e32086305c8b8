"""The parts are wired, and the content that is kept between starts is never an old or a damaged one."""

import os
import shutil
import stat
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec import structs

from nickaudit import bootstrap, paths
from nickaudit.bootstrap import KEPT_CONTENT, content_for, make_services
from nickaudit.content.faults import ContentFaults
from nickaudit.content.library import load_content
from nickaudit.content.own import read_with_own
from nickaudit.domain.ids import ContactId
from nickaudit.domain.school import Nation
from nickaudit.services import Services, own_school, school_setup
from nickaudit.services.own_school import SchoolFileDamagedError
from tests.setting_up import set_up

RESOURCES = paths.resource(".")
ROOT = Path(__file__).parents[1]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "kept"
    made.mkdir()
    return made


@pytest.fixture
def resources(tmp_path: Path) -> Path:
    """A copy of the content that may be changed."""
    made = tmp_path / "resources"
    for name in ("policies", "platforms", "wording"):
        shutil.copytree(RESOURCES / name, made / name)
    return made


def test_services_are_made_in_that_home(home: Path) -> None:
    moment = datetime(2026, 11, 24, 16, 0, tzinfo=UTC)
    services = make_services(home, now=lambda: moment)
    assert services.home == home
    assert services.today() == moment.date()
    assert not (home / "private.db").exists(), "files are opened at first use"
    assert services.content == load_content(RESOURCES)


def test_the_clock_knows_its_zone() -> None:
    assert bootstrap.local_now().utcoffset() is not None


def test_what_is_kept_is_all_there_was(folder: Path) -> None:
    read = content_for(folder, resources=RESOURCES)
    assert (folder / KEPT_CONTENT).is_file()
    assert content_for(folder, resources=RESOURCES) == read == read_with_own(RESOURCES, folder / "content")


def test_what_is_kept_is_used(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    read = content_for(folder, resources=RESOURCES)

    def refuse(*_: object) -> None:
        raise AssertionError("The files are read again.")

    monkeypatch.setattr("nickaudit.content.own.read_with_own", refuse)
    assert content_for(folder, resources=RESOURCES) == read


@pytest.mark.skipif(os.name != "posix", reason="file modes are POSIX")
def test_it_is_kept_for_its_owner_alone_and_nothing_lies_beside_it(folder: Path) -> None:
    content_for(folder, resources=RESOURCES)
    assert [path.name for path in folder.iterdir()] == [KEPT_CONTENT]
    assert stat.S_IMODE((folder / KEPT_CONTENT).stat().st_mode) == 0o600


def test_a_changed_file_is_seen_at_the_next_start(folder: Path, resources: Path) -> None:
    before = content_for(folder, resources=resources)
    file = resources / "platforms" / "instagram.toml"
    text = file.read_text(encoding="utf-8")
    heading = "Who can see what you share on Instagram?"
    assert heading in text
    file.write_text(text.replace(heading, "Who sees what you share on Instagram?"), encoding="utf-8")
    assert content_for(folder, resources=resources).content == load_content(resources) != before.content


def test_a_file_more_or_less_is_seen(folder: Path, resources: Path) -> None:
    content_for(folder, resources=resources)
    (resources / "platforms" / "tiktok.toml").unlink()
    assert "tiktok" not in content_for(folder, resources=resources).content.platforms


def test_broken_content_is_told_even_where_good_content_is_kept(folder: Path, resources: Path) -> None:
    content_for(folder, resources=resources)
    (resources / "platforms" / "x.toml").write_text("name = 3", encoding="utf-8")
    with pytest.raises(ContentFaults):
        content_for(folder, resources=resources)


def test_another_version_of_the_program_reads_anew(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    content_for(folder, resources=RESOURCES)
    before = (folder / KEPT_CONTENT).read_bytes()
    monkeypatch.setattr(bootstrap, "__version__", "99.0")
    content_for(folder, resources=RESOURCES)
    assert (folder / KEPT_CONTENT).read_bytes() != before


def test_another_build_of_the_same_version_reads_anew(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program = tmp_path / "NickAudit"
    monkeypatch.setattr("sys.frozen", True, raising=False)
    monkeypatch.setattr("sys.executable", str(program))
    kept = []
    for build in (b"one", b"another"):
        program.write_bytes(build)
        content_for(folder, resources=RESOURCES)
        kept.append((folder / KEPT_CONTENT).read_bytes())
    assert kept[0] != kept[1]


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(data=st.data())
def test_damage_of_any_kind_is_mended(folder: Path, data: st.DataObject) -> None:
    good = content_for(folder, resources=RESOURCES)
    kept = folder / KEPT_CONTENT
    whole = kept.read_bytes()
    at = data.draw(st.integers(0, len(whole) - 1))
    damaged = data.draw(
        st.sampled_from(
            [
                whole[:at],
                whole[:at] + bytes([whole[at] ^ (1 << data.draw(st.integers(0, 7)))]) + whole[at + 1 :],
                whole[:at] + b"\n" + whole[at:],
                b"",
            ]
        )
    )
    kept.write_bytes(damaged)
    assert content_for(folder, resources=RESOURCES) == good
    assert kept.read_bytes() == whole


def test_where_nothing_can_be_kept_it_is_read_each_time(folder: Path) -> None:
    (folder / KEPT_CONTENT).mkdir()
    assert content_for(folder, resources=RESOURCES).content == load_content(RESOURCES)
    assert [path.name for path in folder.iterdir()] == [KEPT_CONTENT]


@pytest.fixture
def head(home: Path) -> Services:
    services = make_services(home)
    set_up(services, nation=Nation.WALES, every_months=6)
    return services


def test_a_school_file_in_use_fills_the_content_in(head: Services) -> None:
    services = make_services(head.home)
    assert services.school_file == own_school.in_use(head.home)
    policy = services.content.policy
    assert policy.school.name == "Hill School"
    lead = policy.contact(ContactId("dsl"))
    assert lead is not None
    assert (lead.title, lead.name) == ("the designated safeguarding person (DSP)", "Bo Fir")


def test_a_kept_school_file_is_not_verified_at_every_start(
    head: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = make_services(head.home)

    def refuse(*_: object) -> None:
        raise AssertionError("It is verified again.")

    monkeypatch.setattr("nickaudit.services.own_school.in_use", refuse)
    again = make_services(head.home)
    assert (again.school_file, again.content) == (first.school_file, first.content)


def test_a_newer_school_file_is_seen_at_the_next_start_and_by_renewing(head: Services) -> None:
    before = make_services(head.home)
    assert before.content.policy.school.name == "Hill School"
    draft = structs.replace(school_setup.begin(before), name="Hill and Dale School")
    newer = school_setup.change(before, draft)
    assert make_services(head.home).school_file == newer
    renewed = before.renewed()
    assert renewed.school_file == newer
    assert renewed.content.policy.school.name == "Hill and Dale School"
    assert (renewed.private, renewed.now) == (before.private, before.now)


def test_without_its_file_there_is_no_school_whatever_is_kept(head: Services) -> None:
    make_services(head.home)
    (head.home / bootstrap.SCHOOL_FILE).unlink()
    services = make_services(head.home)
    assert services.school_file is None
    assert services.content == load_content(RESOURCES)


def test_a_damaged_school_file_is_told_and_never_taken_for_none(head: Services) -> None:
    """Else what is meant to be sealed would go out open."""
    make_services(head.home)
    path = head.home / bootstrap.SCHOOL_FILE
    for damaged in (b"", path.read_bytes()[:-3], b"Dear all"):
        path.write_bytes(damaged)
        with pytest.raises(SchoolFileDamagedError):
            make_services(head.home)


@pytest.mark.timeout(60)
@pytest.mark.skipif(os.name != "posix", reason="named pipes are of POSIX")
def test_a_named_pipe_in_place_of_the_school_file_is_told(head: Services) -> None:
    path = head.home / bootstrap.SCHOOL_FILE
    path.unlink()
    os.mkfifo(path)
    with pytest.raises(SchoolFileDamagedError):
        make_services(head.home)


def test_bootstrap_and_services_name_one_file() -> None:
    assert bootstrap.SCHOOL_FILE == own_school.FILE_NAME


def test_a_start_with_a_kept_school_file_loads_no_cryptography(head: Services) -> None:
    make_services(head.home)
    code = (
        "import sys, pathlib\nfrom nickaudit.bootstrap import make_services\n"
        "services = make_services(pathlib.Path(sys.argv[1]))\n"
        "print(services.school_file.school.name)\n"
        "print(*sorted({'joserfc', 'cryptography', 'tomllib', 'keyring', 'hashlib'} & set(sys.modules)))\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(head.home)], capture_output=True, text=True, check=True, cwd=ROOT
    )
    assert done.stdout == "Hill School\n\n"
