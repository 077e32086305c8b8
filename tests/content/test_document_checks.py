"""A pack held against its document: each sentence is found, a strength whose verb is not there refused."""

from collections.abc import Iterator

import pytest

from nickaudit.content.document_checks import check_against_document
from nickaudit.content.faults import Fault
from nickaudit.content.library import read_library
from nickaudit.content.policy_document import find_sentence, read_policy_document
from nickaudit.content.report import check_content
from nickaudit.domain.ids import LineId
from tests.content.conftest import PACK, Workbench

WRONG = {
    "should as must": ("home-address", "should", "must"),
    "should never as should not": ("class-list", "should never", "should not"),
    "should not as must not": ("friend-requests", "should not", "must not"),
    "should not as will not": ("tablet", "should not", "will not"),
    "should not as should": ("staff-room", "should not", "should"),
    "should as should not": ("who-can-see", "should", "should not"),
    "should as should never": ("home-address", "should", "should never"),
    "advised as should": ("private", "advised", "should"),
    "advised as encouraged": ("private", "advised", "encouraged"),
    "must as will": ("parent-writes", "must", "will"),
    "will as must": ("friendships", "will", "must"),
    "encouraged as advised": ("school-app", "encouraged", "advised"),
    "encouraged as should": ("school-app", "encouraged", "should"),
    "permitted as should": ("lunch", "permitted", "should"),
    "expected as will": ("otherwise", "expected", "will"),
    "expected as need to": ("otherwise", "expected", "need to"),
    "will as should": ("read-first", "will", "should"),
    "will not as will": ("no-private-messages", "will not", "will"),
    "will not as must not": ("no-private-messages", "will not", "must not"),
    "stated as will": ("run-by-office", "stated", "will"),
    "must not as should not": ("sports-day", "must not", "should not"),
    "must not as must": ("sports-day", "must not", "must"),
    "must as stated": ("parent-writes", "must", "stated"),
    "may as will": ("action", "may", "will"),
}


def _faults(bench: Workbench) -> list[Fault]:
    """Those that the document alone gives."""
    library = read_library(bench.resources)
    before = len(library.faults)
    (pack_file,) = library.packs
    document = read_policy_document(bench.document, pack=pack_file.pack)
    check_against_document(pack_file.source, pack_file.pack, document)
    return library.faults[before:]


def test_the_right_strengths_are_accepted_and_every_sentence_found(bench: Workbench) -> None:
    report = check_content(bench.resources, policy_document=bench.document)
    assert report.faults == ()
    assert len(report.places) == 18
    assert report.places[LineId("class-list")] == 14
    assert report.places[LineId("who-can-see")] == 20


@pytest.mark.parametrize(("line", "right", "wrong"), WRONG.values(), ids=WRONG.keys())
def test_a_strength_made_wrong_on_purpose_is_refused(
    bench: Workbench, line: str, right: str, wrong: str
) -> None:
    bench.change(
        PACK,
        f'id = "{line}"\n{_between(bench, line)}strength = "{right}"',
        f'id = "{line}"\nstrength = "{wrong}"',
    )
    (fault,) = _faults(bench)
    assert fault.key == f"line[{line}].strength"
    assert f"does not say “{wrong}”" in fault.message
    assert right in fault.remedy or right == "stated"


def _between(bench: Workbench, line: str) -> str:
    text = (bench.resources / PACK).read_text(encoding="utf-8")
    after = text.split(f'[[line]]\nid = "{line}"\n')[1]
    return after[: after.index("strength")]


def _rewritten(bench: Workbench, old: str, new: str) -> Iterator[str]:
    bench.change(PACK, old, new)
    yield from (f"{fault.key}: {fault.message}" for fault in _faults(bench))


def test_what_the_school_will_do_binds_nobody_else(bench: Workbench) -> None:
    found = _rewritten(bench, 'opening = "Any friendships from before"', 'opening = "The school will write"')
    assert list(found) == ["line[friendships].strength: Line 38 of the document does not say “will”."]


def test_a_sentence_that_is_not_there_is_told(bench: Workbench) -> None:
    found = _rewritten(bench, '"Keep their home address off"', '"Keep their phone number off"')
    assert list(found) == [
        "line[home-address].opening: No sentence there begins “Keep their phone number off”."
    ]


def test_a_sentence_under_another_heading_is_not_taken_for_it(bench: Workbench) -> None:
    found = _rewritten(
        bench,
        'heading = "Talking to families"\nopening = "Personal use of a phone"',
        'heading = "Your own pages"\nopening = "Personal use of a phone"',
    )
    assert list(found) == ["line[lunch].opening: No sentence there begins “Personal use of a phone”."]


def test_a_heading_that_is_not_there_is_told(bench: Workbench) -> None:
    found = _rewritten(
        bench,
        'heading = "Talking to families"\nopening = "Personal use of a phone"',
        'heading = "Talking to the police"\nopening = "Personal use of a phone"',
    )
    assert list(found) == ["line[lunch].heading: The document has no heading “Talking to the police”."]


def test_too_few_words_to_tell_two_sentences_apart_are_told(bench: Workbench) -> None:
    found = _rewritten(bench, '"Parents must not film"', '"Parents must not"')
    assert list(found) == []
    text = bench.document.read_text(encoding="utf-8")
    bench.document = bench.resources / "twice.txt"
    bench.document.write_text(text + "\nParents must not shout.\n", encoding="utf-8")
    (fault,) = _faults(bench)
    assert fault.key == "line[sports-day].opening"
    assert "on lines 54, 58" in fault.message


def test_an_item_hangs_only_from_the_head_of_its_own_list(bench: Workbench) -> None:
    found = _rewritten(
        bench,
        'opening = "Use the school tablet"\nhangs_from = "Adults at Marsh Lane should not:"',
        'opening = "Use the school tablet"\nhangs_from = "Adults at Marsh Lane should:"',
    )
    assert list(found) == [
        "line[tablet].hangs_from: The sentence on line 25 does not hang from “Adults at Marsh Lane should:”."
    ]


def test_always_is_refused_where_the_sentence_has_no_always(bench: Workbench) -> None:
    found = _rewritten(bench, "You must tell the office if", "You must always tell the office if")
    (told,) = found
    assert told.startswith("line[parent-writes].words: The words say always or never")


def test_a_citation_and_an_aside_are_looked_up_too(bench: Workbench) -> None:
    found = _rewritten(
        bench,
        '[[aside]]\nheading = "Purpose"',
        '[[guidance]]\ntitle = "T"\ncited_edition = "2020"\nopening = "Handbook of 2020"\n\n'
        '[[aside]]\nheading = "Purpose"\nopenings = ["No such sentence"]',
    )
    assert [each.split(":")[0] for each in found] == ["aside[1].openings", "guidance[1].opening"]


def test_a_quotation_comes_with_the_head_of_its_list(bench: Workbench) -> None:
    pack = read_library(bench.resources).packs[0].pack
    document = read_policy_document(bench.document, pack=pack)
    found = {line.id: find_sentence(document, line) for line in pack.lines}
    staff_room, app = found[LineId("staff-room")], found[LineId("school-app")]
    assert staff_room is not None
    assert app is not None
    assert staff_room.head == "Adults at Marsh Lane should not:"
    assert staff_room.text == "Post pictures of the staff room on-line."
    assert (app.head, app.text) == ("", "Adults are encouraged to use the school’s own app.")
