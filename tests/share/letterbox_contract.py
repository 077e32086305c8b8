"""What every letter box keeps to; inherited by the tests of each."""

from collections.abc import Callable
from typing import NamedTuple

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.share.base import Letterbox
from nickaudit.share.errors import FolderError

CONTENT = b"eyJ.sealed.file" * 160
LARGE = bytes(range(256)) * 1024
NAME = "0f" * 16 + ".nickaudit-sealed"


class Place(NamedTuple):
    """A letter box, and what lies there seen from behind."""

    box: Letterbox
    elsewhere: Letterbox
    """The same place, and a folder in it that is not there."""
    lay: Callable[[str, bytes], None]
    """Put a file there by other means; a name that ends with `/` is a folder."""
    names: Callable[[], list[str]]
    content: Callable[[str], bytes]
    is_for_all: Callable[[str], bool]


def state_after(action: Callable[[], object]) -> Delivery:
    with pytest.raises(FolderError) as caught:
        action()
    return caught.value.state


class LetterboxContract:
    """Each test takes `place`, a fixture of the class that inherits them."""

    def test_the_file_is_there_whole_and_nothing_else(self, place: Place) -> None:
        place.box.deliver(NAME, CONTENT)
        assert place.names() == [NAME]
        assert place.content(NAME) == CONTENT

    def test_a_large_file_is_there_whole_too(self, place: Place) -> None:
        place.box.deliver(NAME, LARGE)
        assert place.content(NAME) == LARGE
        assert place.box.read(NAME, limit=len(LARGE)) == LARGE

    def test_doing_it_again_after_a_lost_reply_changes_nothing(self, place: Place) -> None:
        place.box.deliver(NAME, CONTENT)
        before = place.box.listing()
        place.box.deliver(NAME, CONTENT)
        assert place.box.listing() == before
        assert place.names() == [NAME]

    @pytest.mark.parametrize("other", [b"somebody else's", CONTENT + b"more"])
    def test_another_file_of_that_name_is_never_replaced(self, place: Place, other: bytes) -> None:
        place.lay(NAME, other)
        assert state_after(lambda: place.box.deliver(NAME, CONTENT)) is Delivery.WAITING_DIFFERS
        assert place.names() == [NAME]
        assert place.content(NAME) == other

    @pytest.mark.parametrize("length", [0, 1, 700])
    def test_a_try_of_ours_that_was_cut_off_is_completed(self, place: Place, length: int) -> None:
        place.lay(NAME, CONTENT[:length])
        place.box.deliver(NAME, CONTENT)
        assert place.content(NAME) == CONTENT

    def test_a_folder_that_is_gone_is_not_made(self, place: Place) -> None:
        assert state_after(lambda: place.elsewhere.deliver(NAME, CONTENT)) is Delivery.WAITING_GONE
        assert state_after(place.elsewhere.listing) is Delivery.WAITING_GONE
        assert state_after(lambda: place.elsewhere.put_beside(NAME, b"")) is Delivery.WAITING_GONE
        assert state_after(lambda: place.elsewhere.publish(NAME, b"")) is Delivery.WAITING_GONE
        assert place.names() == []

    def test_only_files_that_may_hold_a_certificate_are_listed(self, place: Place) -> None:
        wanted = ["c.nickaudit-sealed", "a.PDF", "b.nickaudit-certificate"]
        others = [".b.nickaudit-sealed.0f.part", "~$a.pdf", "notes.txt", f"{NAME}.nickaudit-receipt"]
        for name in wanted + others:
            place.lay(name, b"four")
        place.lay("folder.pdf/", b"")
        listed = place.box.listing()
        assert [(file.name, file.size) for file in listed] == [(name, 4) for name in wanted]
        assert all(file.modified_ns > 1_700_000_000 * 10**9 for file in listed)

    def test_no_more_is_read_than_tells_that_a_file_is_too_large(self, place: Place) -> None:
        place.lay("a.pdf", b"x" * 1000)
        assert place.box.read("a.pdf", limit=10) == b"x" * 11
        assert place.box.read("a.pdf", limit=1000) == b"x" * 1000

    def test_what_is_not_there_is_nothing_and_no_fault(self, place: Place) -> None:
        assert place.box.read("a.pdf", limit=10) is None

    def test_a_receipt_is_for_everybody_and_replaces_nothing(self, place: Place) -> None:
        assert place.box.put_beside("receipt", b"one")
        assert not place.box.put_beside("receipt", b"two")
        assert place.names() == ["receipt"]
        assert place.content("receipt") == b"one"
        assert place.is_for_all("receipt")

    def test_what_is_published_is_for_everybody_and_takes_the_place_of_the_older(self, place: Place) -> None:
        for content in (b"older", b"newer"):
            place.box.publish("school.nickaudit-school", content)
        assert place.names() == ["school.nickaudit-school"]
        assert place.content("school.nickaudit-school") == b"newer"
        assert place.is_for_all("school.nickaudit-school")

    def test_leaving_twice_is_no_trouble(self, place: Place) -> None:
        place.box.deliver(NAME, CONTENT)
        place.box.close()
        place.box.close()
        assert place.names() == [NAME]
