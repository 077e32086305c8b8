"""What `content check` finds in the program's own content, and the two lists that come with it."""

import os
from pathlib import Path

import pytest

from nickaudit.content.report import check_content
from nickaudit.domain.ids import LineId
from tests.content.conftest import PACK, PLATFORM, Workbench


def test_the_built_in_content_is_clean(built_in: Path) -> None:
    report = check_content(built_in)
    assert [str(fault) for fault in report.faults] == []
    assert report.uncovered == ()


def test_the_built_in_policy_is_found_in_its_document(built_in: Path) -> None:
    given = os.environ.get("NICKAUDIT_POLICY")
    if not given:
        pytest.skip("The policy itself is never shipped: name it in NICKAUDIT_POLICY to look it up.")
    report = check_content(built_in, policy_document=Path(given))
    assert [str(fault) for fault in report.faults] == []
    assert [clause.text for clause in report.uncovered] == []
    assert report.places[LineId("privacy-levels")] == 227
    assert report.places[LineId("people-friends")] == 256


def test_sentences_that_nothing_covers_are_listed_with_their_line(bench: Workbench) -> None:
    report = check_content(bench.resources, policy_document=bench.document)
    assert [(clause.line, clause.text) for clause in report.uncovered] == [
        (1, "Marsh Lane Infant School: using social media"),
        (29, "Advice will be given at the start of each year."),
        (30, "This will include (but is not limited to):"),
        (33, "Turning off location."),
        (38, "The school will write to families each term."),
    ]


def test_a_sentence_set_aside_or_said_twice_counts_as_covered(bench: Workbench) -> None:
    bench.change(
        PACK,
        'heading = "Purpose"\nreason = "What the policy is for."',
        'heading = "Purpose"\nreason = "What the policy is for."\n\n[[aside]]\nheading = "Your own pages"\n'
        'reason = "What the school does."\nopenings = ["Advice will be", "This will include"]',
    )
    bench.change(PACK, 'id = "private"', 'id = "private"\nalso = ["Turning off location"]')
    report = check_content(bench.resources, policy_document=bench.document)
    assert report.faults == ()
    assert [clause.line for clause in report.uncovered] == [1, 38]


def test_without_a_document_the_lines_shown_nowhere_are_listed(bench: Workbench) -> None:
    report = check_content(bench.resources)
    shown = [clause.text.split(":")[0] for clause in report.uncovered]
    assert shown == [
        "lunch",
        "otherwise",
        "read-first",
        "no-private-messages",
        "run-by-office",
        "sports-day",
        "action",
    ]


def test_what_rests_on_no_clause_is_listed(bench: Workbench) -> None:
    bench.change(PLATFORM, '["friend-requests"]', "[]")
    bench.change(PLATFORM, "[not_covered]", '[not_covered]\npeople = "Nobody follows."')
    report = check_content(bench.resources)
    assert report.faults == ()
    assert [item.id for item in report.without_clause] == [
        "chirper.place",
        "chirper.people",
        "nest.devices",
        "together.pictures",
    ]


def test_a_pack_alone_can_be_checked(bench: Workbench) -> None:
    folder = bench.resources / "policies" / "marsh-lane"
    report = check_content(folder, policy_document=bench.document)
    assert report.faults == ()
    assert len(report.places) == 18
