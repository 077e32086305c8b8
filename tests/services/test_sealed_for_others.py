"""What lies on the share for somebody else, and the receipt of what was sent beside an open copy of it."""

import hashlib
from pathlib import Path

import pytest

from nickaudit.credentials import sealed
from nickaudit.domain.certificate import Refusal
from nickaudit.domain.school import SEALED_SUFFIX
from nickaudit.domain.status import for_others_in_words
from nickaudit.services.opening import ReaderKeys
from nickaudit.services.report import report
from nickaudit.services.school_expectations import KnownSchools, for_others
from nickaudit.store.database import Database
from nickaudit.store.school import certificates, files
from tests.factories import TODAY, make_content
from tests.services.sealed_box import FILE, aside, keys, look, put, seal, signed


def test_a_file_that_no_key_here_opens_says_that_it_is_for_others(school: Database, box: Path) -> None:
    stranger = sealed.public_of(sealed.new_encryption_key())
    put(box, "a", seal(signed(), to=(stranger, FILE.school.recovery)))
    look(school, box)
    assert aside(school) == {"a": Refusal.SEALED_FOR_OTHERS}
    found = report(school, today=TODAY, content=make_content(), own=(FILE,))
    assert found.sealed_for_others == 1
    assert for_others_in_words(found) == ""


def test_the_heads_own_is_counted_for_the_chair_and_needs_no_look(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(), to=FILE.school.keys_for("headteacher")))  # type: ignore[arg-type]
    assert look(school, box).set_aside == 0
    assert aside(school) == {}
    found = report(school, today=TODAY, content=make_content(), own=(FILE,))
    assert (found.sealed_for_others, found.rows) == (0, ())
    assert for_others_in_words(found) == "1 certificate is for the chair of governors."
    assert look(school, box, keys("chair")).taken_in == 1
    assert for_others_in_words(report(school, today=TODAY, content=make_content(), own=(FILE,))) == ""


def test_where_the_chair_reads_everybody_elses_need_no_look(school: Database, box: Path) -> None:
    for name in "ab":
        put(box, name, seal(signed(), to=FILE.school.keys_for("teacher")))  # type: ignore[arg-type]
    assert look(school, box, keys("chair")).set_aside == 0
    found = report(school, today=TODAY, content=make_content(), own=(FILE,))
    assert for_others_in_words(found) == "2 certificates are for the headteacher and the deputy."


def test_whoever_has_a_key_of_nobody_learns_that_nothing_opens(school: Database, box: Path) -> None:
    """A head who lost the key must not be told that all is as it should be."""
    put(box, "a", seal(signed()))
    private = (sealed.new_encryption_key(),)
    schools = KnownSchools(own=(FILE,))
    opening = ReaderKeys(private, None, for_others(schools, private_jwks=private))
    assert look(school, box, opening).set_aside == 1
    assert aside(school) == {"a": Refusal.SEALED_FOR_OTHERS}


def test_what_is_sealed_for_the_recovery_key_alone_needs_a_look(school: Database, box: Path) -> None:
    put(box, "a", seal(signed(), to=(FILE.school.recovery,)))
    look(school, box)
    assert aside(school) == {"a": Refusal.SEALED_FOR_OTHERS}


@pytest.mark.parametrize("sealed_comes", ["with it", "later"])
def test_what_was_sent_gets_its_receipt_though_an_open_copy_of_it_lies_there_too(
    school: Database, box: Path, sealed_comes: str
) -> None:
    content = seal(signed())
    (box / "0.nickaudit-certificate").write_bytes(signed())
    if sealed_comes == "later":
        look(school, box)
    put(box, "a", content)
    look(school, box)
    assert len(certificates.all_taken_in(school)) == 1
    owed = files.without_receipt(school, str(box))
    assert [each.file_hash for each in owed if each.name == f"a{SEALED_SUFFIX}"] == [
        hashlib.sha256(content).hexdigest()
    ]
    if sealed_comes == "with it":
        assert [file.file_name for file in files.set_aside(school)] == ["0.nickaudit-certificate"]
        assert [each.name for each in owed] == [f"a{SEALED_SUFFIX}"]


def test_a_sealed_file_under_a_second_name_gets_no_receipt(school: Database, box: Path) -> None:
    content = seal(signed())
    put(box, "a", content)
    put(box, "b", content)
    look(school, box)
    assert [each.name for each in files.without_receipt(school, str(box))] == [f"a{SEALED_SUFFIX}"]
