"""The keys of a reader and of a school: made once, added to, never lost without a word."""

import threading
from pathlib import Path

import pytest

from nickaudit.credentials import school_file, sealed, signing_key
from nickaudit.domain.certificate import KeyPlace
from nickaudit.domain.school import Reader
from nickaudit.domain.share_address import ShareAddress
from nickaudit.keys import names
from nickaudit.keys.base import KeyLostError, KeysAbsentError
from nickaudit.keys.kept import KeptKeys
from nickaudit.services import Services, certificate_issue, school_keys
from tests.factories import make_claims
from tests.setting_up import set_up

pytestmark = pytest.mark.usefixtures("qapp")  # certificates are painted

SERVER = ShareAddress(server="files.hill.example", share="checks", user="bo")


def test_a_readers_keys_are_made_once(home: Path) -> None:
    first = school_keys.own_reader(home, title="the deputy", name="Di Yew")
    again = school_keys.own_reader(home, title="the head")
    assert (first.key, first.receipt_key) == (again.key, again.receipt_key)
    (opening,) = school_keys.reader_keys(home)
    assert sealed.public_of(opening) == first.key
    assert signing_key.public_x(school_keys.receipt_key(home) or "") == first.receipt_key


def test_threads_that_ask_at_once_get_one_key(home: Path) -> None:
    found: list[Reader] = []
    threads = [
        threading.Thread(target=lambda: found.append(school_keys.own_reader(home, title="the head")))
        for _ in range(6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(found) == 6
    assert len({(each.key, each.receipt_key) for each in found}) == 1


def test_threads_that_make_a_persons_first_certificate_get_one_key(home: Path) -> None:
    keys: list[str] = []
    threads = [
        threading.Thread(target=lambda: keys.append(certificate_issue._key_in(KeptKeys(home), home)))
        for _ in range(6)
    ]
    for each in threads:
        each.start()
    for each in threads:
        each.join()
    assert len(keys) == 6
    assert len(set(keys)) == 1


def test_a_new_key_comes_first_and_older_ones_stay(home: Path) -> None:
    before = school_keys.own_reader(home, title="the head").key
    new = school_keys.new_reader_key(home)
    assert [sealed.public_of(each) for each in school_keys.reader_keys(home)] == [new, before]


def test_as_many_keys_as_windows_takes_and_none_is_dropped_for_one_more(home: Path) -> None:
    for _ in range(school_keys.MOST_READER_KEYS):
        school_keys.new_reader_key(home)
    secret = KeptKeys(home).read(names.READERS)
    assert secret is not None
    assert len(secret) <= 1280
    kept = school_keys.reader_keys(home)
    with pytest.raises(school_keys.TooManyKeysError):
        school_keys.new_reader_key(home)
    assert school_keys.reader_keys(home) == kept


def test_damaged_reader_keys_are_told_and_not_replaced(home: Path) -> None:
    KeptKeys(home).write(names.READERS, "[broken")
    for use in (
        lambda: school_keys.reader_keys(home),
        lambda: school_keys.own_reader(home, title="the head"),
    ):
        with pytest.raises(KeyLostError, match="recovery key"):
            use()
    assert KeptKeys(home).read(names.READERS) == "[broken"


def test_a_signing_key_that_was_here_before_is_put_aside(home: Path) -> None:
    first, second = school_file.new_signing_key(), school_file.new_signing_key()
    school_keys.keep_signing_key(home, first)
    school_keys.keep_signing_key(home, first)
    assert KeptKeys(home).read(names.EARLIER_SIGNING) is None
    school_keys.keep_signing_key(home, second)
    assert school_keys.signing_key(home) == second
    assert KeptKeys(home).read(names.EARLIER_SIGNING) == first


def test_who_reads_here_is_told_by_any_key_they_ever_had(services: Services) -> None:
    used, _ = set_up(services)
    assert school_keys.own_place(services.home, used) == used.school.readers[0]
    school_keys.new_reader_key(services.home)
    assert school_keys.own_place(services.home, used) == used.school.readers[0]
    assert school_keys.own_place(services.home / "elsewhere", used) is None


def test_a_password_is_kept_for_each_share_and_forgotten(home: Path) -> None:
    other = ShareAddress(server="files.hill.example", share="checks", user="di")
    assert school_keys.share_password(home, SERVER) is None
    school_keys.keep_share_password(home, SERVER, "pässword")
    school_keys.keep_share_password(home, other, "other")
    assert school_keys.share_password(home, SERVER) == "pässword"
    school_keys.keep_share_password(home, SERVER, "")
    assert school_keys.share_password(home, SERVER) is None
    school_keys.keep_share_password(home, other, "")
    assert KeptKeys(home).read(names.PASSWORD) is None


def test_every_key_is_listed_with_its_place_or_its_trouble(home: Path) -> None:
    school_keys.own_reader(home, title="the head")
    (home / "keys" / f"{names.RECEIPT}.secret").unlink()
    found = {each.name: each for each in school_keys.where_keys_are(home)}
    assert list(found) == list(names.NAMES)
    assert (found[names.READERS].place, found[names.READERS].trouble) == (KeyPlace.FILE, "")
    assert "receipts" in found[names.RECEIPT].trouble
    assert found[names.CERTIFICATE].place is None


def test_moving_to_a_key_store_that_is_not_there_changes_nothing(home: Path) -> None:
    school_keys.own_reader(home, title="the head")
    before = sorted((path.name, path.read_bytes()) for path in (home / "keys").iterdir())
    with pytest.raises(KeysAbsentError):
        school_keys.move(home, to=KeyPlace.KEYRING)
    assert sorted((path.name, path.read_bytes()) for path in (home / "keys").iterdir()) == before


def test_a_key_that_is_gone_is_made_anew_only_where_that_was_agreed(home: Path) -> None:
    first = certificate_issue.issue(home, claims=make_claims()).verified.key
    assert not school_keys.start_anew(home, names.CERTIFICATE), "it is still there"
    (home / "keys" / f"{names.CERTIFICATE}.secret").unlink()
    with pytest.raises(KeyLostError, match="From a new computer"):
        certificate_issue.issue(home, claims=make_claims(number="0000-0000-0001"))
    assert school_keys.start_anew(home, names.CERTIFICATE)
    second = certificate_issue.issue(home, claims=make_claims(number="0000-0000-0001")).verified.key
    assert second != first


def test_a_damaged_key_is_told_and_made_anew_only_where_that_was_agreed(home: Path) -> None:
    KeptKeys(home).write(names.CERTIFICATE, "{broken")
    with pytest.raises(KeyLostError):
        certificate_issue.issue(home, claims=make_claims())
    assert school_keys.start_anew(home, names.CERTIFICATE)
    assert certificate_issue.issue(home, claims=make_claims()).verified.key
