"""The draft of set-up between two starts: kept whole, without secrets, and never mistaken for another."""

import os
import stat

import pytest
from msgspec import structs

from nickaudit.services import Services, kept_draft, own_school, school_setup
from nickaudit.services.kept_draft import DraftNotKeptError
from tests.setting_up import set_up, whole_draft


def test_at_first_there_is_none(services: Services) -> None:
    assert kept_draft.read(services) is None
    assert kept_draft.seen(services) == frozenset()


def test_it_is_there_again_as_it_was_and_its_owners_alone(services: Services) -> None:
    draft = whole_draft(services)
    kept_draft.keep(services, draft, seen=("one",))
    kept_draft.keep(services, draft, seen=("two", "one"))
    assert kept_draft.read(services) == draft
    assert kept_draft.seen(services) == {"one", "two"}
    if os.name == "posix":
        assert stat.S_IMODE((services.home / kept_draft.FILE_NAME).stat().st_mode) == 0o600


def test_a_damaged_one_is_begun_again(services: Services) -> None:
    kept_draft.keep(services, whole_draft(services))
    path = services.home / kept_draft.FILE_NAME
    for content in (b"", b"{", b"[]", b'{"draft": {}, "more": 1}', b"\xff\xfe"):
        path.write_bytes(content)
        assert kept_draft.read(services) is None
    kept_draft.keep(services, whole_draft(services))
    assert kept_draft.read(services) is not None


def test_one_that_was_begun_from_an_older_school_file_does_not_count(services: Services) -> None:
    kept_draft.keep(services, whole_draft(services), seen=("one",))
    used, _ = set_up(services)
    now = structs.replace(services, school_file=used)
    assert kept_draft.read(now) is None
    kept_draft.keep(now, school_setup.begin(now))
    assert kept_draft.seen(now) == frozenset(), "what was gone through then does not count now"
    changed = school_setup.change(now, structs.replace(school_setup.begin(now), every_months=6))
    assert changed == own_school.in_use(now.home)
    assert kept_draft.read(structs.replace(now, school_file=changed)) is None


def test_forgotten_it_is_gone_and_forgetting_twice_is_nothing(services: Services) -> None:
    kept_draft.keep(services, whole_draft(services))
    kept_draft.forget(services)
    kept_draft.forget(services)
    assert not (services.home / kept_draft.FILE_NAME).exists()


def test_where_it_cannot_be_kept_a_sentence_says_so(services: Services) -> None:
    services.home.mkdir(parents=True, exist_ok=True)
    (services.home / kept_draft.FILE_NAME).mkdir()
    with pytest.raises(DraftNotKeptError) as told:
        kept_draft.keep(services, whole_draft(services))
    assert told.value.sentence.startswith("What you filled in could not be kept.")
