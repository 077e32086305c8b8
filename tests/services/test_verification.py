import os
import subprocess
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from nickaudit.credentials import sealed
from nickaudit.credentials.certificate_jwt import new_key, sign
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.taken_in import PRACTICE_POLICY
from nickaudit.services.certificate_issue import issue
from nickaudit.services.verification import Verdict, verify_file
from tests.factories import make_claims

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def folder(home: Path) -> Path:
    made = issue(home, claims=make_claims()).folder
    assert made is not None
    return made


def verdict_on(content: bytes, folder: Path, name: str = "some file") -> Verdict:
    (folder / name).write_bytes(content)
    return verify_file(folder / name)


def test_the_signed_file_and_the_pdf_are_both_taken(folder: Path) -> None:
    signed = verify_file(folder / "certificate.nickaudit-certificate")
    pdf = verify_file(folder / "certificate.pdf")
    assert signed.ok
    assert pdf.ok
    assert signed.claims == pdf.claims == make_claims()
    assert signed.key == pdf.key != ""
    assert (signed.is_pdf, pdf.is_pdf) == (False, True)


def test_what_a_file_is_its_content_says_and_not_its_name(folder: Path) -> None:
    pdf = (folder / "certificate.pdf").read_bytes()
    assert verdict_on(pdf, folder, "certificate.txt").ok
    assert verdict_on((folder / "certificate.nickaudit-certificate").read_bytes(), folder, "x.pdf").ok


def test_a_web_page_of_a_certificate_is_no_certificate(folder: Path) -> None:
    assert verify_file(folder / "certificate.html").reason is Refusal.NOT_A_CERTIFICATE


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"", Refusal.EMPTY),
        (b"hello", Refusal.NOT_A_CERTIFICATE),
        (b"%PDF-1.7 and then nothing", Refusal.PDF_UNREADABLE),
        (b"x" * 100_000, Refusal.TOO_LARGE),
        (b"x" * 3_000_000, Refusal.TOO_LARGE),
    ],
    ids=["empty", "a word", "no pdf", "large", "very large"],
)
def test_another_file_is_refused_with_its_reason(folder: Path, content: bytes, reason: Refusal) -> None:
    verdict = verdict_on(content, folder)
    assert (verdict.ok, verdict.reason, verdict.claims) == (False, reason, None)


def test_what_cannot_be_read_is_refused(folder: Path) -> None:
    os.mkfifo(folder / "pipe")
    (folder / "loop").symlink_to(folder / "loop")
    for path in (folder, folder / "pipe", folder / "loop", folder / "none", Path("/dev/null"), Path("a\0b")):
        assert verify_file(path).reason is Refusal.UNREADABLE


@settings(max_examples=200, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.binary(max_size=300) | st.binary(max_size=300).map(lambda rest: b"%PDF-1.4\n" + rest))
def test_no_file_makes_it_fail(folder: Path, content: bytes) -> None:
    assert not verdict_on(content, folder).ok


def test_checking_never_loads_qt(folder: Path) -> None:
    code = (
        "import sys, pathlib\nfrom nickaudit.services.verification import verify_file\n"
        "assert all(verify_file(pathlib.Path(each)).ok for each in sys.argv[1:])\n"
        "print(sum(name.startswith(('PySide6', 'shiboken6')) for name in sys.modules))"
    )
    files = [str(folder / "certificate.pdf"), str(folder / "certificate.nickaudit-certificate")]
    result = subprocess.run([sys.executable, "-c", code, *files], capture_output=True, text=True, check=True)
    assert result.stdout == "0\n"


def test_a_sealed_file_is_opened_with_the_keys_that_are_here(folder: Path) -> None:
    signed = (folder / "certificate.nickaudit-certificate").read_bytes()
    key = sealed.new_encryption_key()
    path = folder / "a.nickaudit-sealed"
    path.write_bytes(sealed.seal(signed, to=(sealed.public_of(key),)))
    assert verify_file(path, keys=lambda: (key,)).claims == make_claims()
    assert verify_file(path).reason is Refusal.SEALED_FOR_OTHERS


def test_keys_are_asked_for_only_where_a_file_is_sealed(folder: Path) -> None:
    def keys() -> tuple[str, ...]:
        raise AssertionError

    assert verify_file(folder / "certificate.pdf", keys=keys).ok


def test_what_was_made_in_practice_is_not_accepted(folder: Path) -> None:
    signed = sign(make_claims(policy_id=PRACTICE_POLICY), private_jwk=new_key())
    assert verdict_on(signed, folder).reason is Refusal.PRACTICE
