"""One whole tour by the command, and what it leaves."""

import json
import struct
import subprocess
from collections.abc import Callable
from pathlib import Path
from shutil import which

import pytest

from nickaudit.ui.all_pages import PAGES as PAGES_BY_KIND
from tests.tour.command import Ended, run

Tour = tuple[Path, Ended]
SIZES = {"light": (1120, 800), "dark": (1120, 800), "light-small": (900, 430), "dark-small": (900, 430)}
PAGES = (
    "set-up", "set-up-school-errors", "set-up-contacts", "set-up-policy", "set-up-share-server",
    "set-up-share", "set-up-round", "set-up-readers", "set-up-ready", "set-up-check",
    "set-up-recovery-errors", "set-up-recovery-file", "set-up-recovery-paper", "set-up-recovery-read-back",
    "set-up-give", "set-up-given", "set-up-done", "set-up-hand-over", "set-up-new-key",
    "set-up-reader-file", "set-up-recover", "school-file", "school-file-in-use",
    "first", "whose-computer", "home-before-anything", "school-sees", "who-to-tell", "who-to-tell-one",
    "help", "responsible", "complicated", "complicated-end", "cases", "case-answered",
    "about-you-errors", "about-you", "accounts", "accounts-search", "accounts-ticked",
    "stop-facebook-audience", "stop-instagram-audience", "stop-a-running-club-forum-audience",
    "look-instagram-followers", "stop-all-your-accounts-together-pictures", "home-half-way",
    "policy-says-pupils-families", "policy-says-phones-equipment", "policy-says-about-others", "review",
    "certificate", "certificate-saving", "handing-over-e-mail", "handing-over-by-hand", "handing-over-folder",
    "handing-over-sent", "more", "searches", "old-accounts", "letter", "tool", "more-stop", "home-after",
    "certificate-of-the-year", "report-no-folder", "report", "people-to-confirm", "files-that-need-a-look",
    "policy-review", "set-up-contact", "closing", "our-policy", "our-policy-found", "our-line",
    "our-line-errors", "our-policy-changed", "practice", "practice-ended", "our-policy-saved", "our-details",
    "give-policy", "give-policy-given", "home-newer-policy", "newer-policy", "newer-policy-in-use",
)  # fmt: skip

pytestmark = pytest.mark.slow


@pytest.fixture
def left(tour: Tour) -> dict[str, object]:
    folder, ended = tour
    assert ended.code == 0, ended.err
    shape: dict[str, object] = json.loads((folder / "tour.json").read_text(encoding="utf-8"))
    return shape


def size_of(picture: Path) -> tuple[int, int]:
    return struct.unpack(">II", picture.read_bytes()[16:24])


def test_every_page_has_its_four_pictures(tour: Tour, left: dict[str, list[dict[str, list[str]]]]) -> None:
    folder, _ = tour
    names = [str(page["name"]).split("-", 1)[1] for page in left["pages"]]
    assert [page for page in PAGES if page not in names] == []
    for page in left["pages"]:
        for suffix, size in SIZES.items():
            picture = f"pictures/{page['name']}.{suffix}.png"
            assert picture in page["pictures"]
            assert size_of(folder / picture) == size


def test_every_kind_of_page_is_pictured(left: dict[str, list[dict[str, object]]]) -> None:
    pictured = {page["kind"] for page in left["pages"] if page["pictures"]}
    assert [kind.value for kind in PAGES_BY_KIND if kind.value not in pictured] == []


def test_long_pages_are_there_as_a_whole(tour: Tour, left: dict[str, list[dict[str, list[str]]]]) -> None:
    folder, _ = tour
    whole = [p for page in left["pages"] for p in page["pictures"] if "-whole" in p]
    assert len(whole) > 40
    for picture in whole:
        width, height = size_of(folder / picture)
        assert height > 430
        assert width <= (900 if "small" in picture else 1120)


def test_all_pictures_that_lie_there_are_listed(
    tour: Tour, left: dict[str, list[dict[str, list[str]]]]
) -> None:
    folder, _ = tour
    listed = {name for page in left["pages"] for name in page["pictures"]}
    assert listed == {f"pictures/{path.name}" for path in (folder / "pictures").iterdir()}
    assert len(listed) >= 20


def test_it_says_nothing_on_stderr(tour: Tour) -> None:
    assert tour[1].err == ""


def test_nothing_is_cut_off_anywhere(left: dict[str, list[str]]) -> None:
    assert left["faults"] == []


def test_the_record_says_what_was_made_and_by_what(tour: Tour, left: dict[str, object]) -> None:
    folder, ended = tour
    assert left["version"] == 2
    assert str(left["program"]).startswith("NickAudit ")
    assert left["files"] == [
        "certificate.nickaudit-certificate", "certificate.pdf", "certificate.html", "next-check.ics",
        "report.json", "tour.json",
    ]  # fmt: skip
    for name in left["files"]:  # type: ignore[attr-defined]
        assert (folder / name).stat().st_size > 0
        assert str(folder / name) in ended.out
    assert isinstance(left["seconds"], float)
    assert left["seconds"] < 120


def test_what_it_shows_is_the_sample_persons(tour: Tour, left: dict[str, list[dict[str, str]]]) -> None:
    folder, _ = tour
    titles = [page["title"] for page in left["pages"]]
    assert "You have finished - Social media check" in titles
    assert any(title.startswith("Error: About you") for title in titles)
    html = (folder / "certificate.html").read_text(encoding="utf-8")
    assert "Rosalind Ash" in html
    for told_to_nobody in ("Facebook", "Instagram", "running club", "Later"):
        assert told_to_nobody not in html


def test_verify_accepts_what_it_made_and_refuses_the_changed_one(tour: Tour) -> None:
    folder, _ = tour
    made = run("verify", str(folder / "certificate.nickaudit-certificate"), str(folder / "certificate.pdf"))
    assert made.code == 0, made.out
    assert made.out.count("Rosalind Ash") == 2
    changed = folder / "school folder" / "changed on the way.nickaudit-certificate"
    assert run("verify", str(changed)).code == 1


def test_the_report_is_what_the_command_prints(tour: Tour) -> None:
    folder, _ = tour
    report = json.loads((folder / "report.json").read_text(encoding="utf-8"))
    home = str(folder / "home of the headteacher")
    assert report == json.loads(run("--home", home, "report", str(folder / "school folder"), "--json").out)
    assert [person["name"] for person in report["people"]] == ["Rosalind Ash"]
    assert len(report["set_aside"]) == 2


def test_the_pdf_holds_name_date_and_the_signed_file(
    tour: Tour, require: Callable[[object, str], None], tmp_path: Path
) -> None:
    require(which("pdftotext"), "poppler-utils")
    folder, _ = tour
    pdf = folder / "certificate.pdf"
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=True).stdout
    issued = json.loads((folder / "report.json").read_text(encoding="utf-8"))["people"][0]["finished_on"]
    assert "Rosalind Ash" in text
    assert issued[:4] in text
    out = tmp_path / "attached"
    subprocess.run(["pdfdetach", "-save", "1", "-o", out, pdf], check=True, capture_output=True)
    assert out.read_bytes() == (folder / "certificate.nickaudit-certificate").read_bytes()


def test_it_opened_nothing_and_kept_to_its_folder(tour: Tour, left: dict[str, object]) -> None:
    folder, _ = tour
    assert isinstance(left["links"], list)
    assert sorted(path.name for path in folder.iterdir()) == [
        "certificate.html", "certificate.nickaudit-certificate", "certificate.pdf", "home",
        "home of the headteacher", "next-check.ics", "pictures", "report.json", "school folder", "to hand in",
        "tour.json",
    ]  # fmt: skip
    keys = list((folder / "home" / "keys").glob("*.secret"))
    assert len(keys) == 1
    assert keys[0].stat().st_mode & 0o777 == 0o600


def test_what_was_sent_is_sealed_and_the_head_has_left_a_receipt(tour: Tour) -> None:
    folder, _ = tour
    (sealed,) = (folder / "school folder").glob("*.nickaudit-sealed")
    for named in (b"Rosalind", b"Nicholas", b"Facebook"):
        assert named not in sealed.read_bytes()
    assert (folder / "school folder" / f"{sealed.name}.nickaudit-receipt").is_file()


def test_the_heads_keys_stay_in_the_heads_home(tour: Tour) -> None:
    folder, _ = tour
    keys = list((folder / "home of the headteacher" / "keys").glob("*.secret"))
    assert len(keys) == 3, "to sign for the school, to read, and to sign receipts"
    assert all(key.stat().st_mode & 0o777 == 0o600 for key in keys)
