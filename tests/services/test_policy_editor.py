"""The school's policy being changed: a draft that outlives the window, faults by field, saved as a whole."""

import os
from pathlib import Path

import pytest
from msgspec import structs

from nickaudit import paths
from nickaudit.bootstrap import content_for
from nickaudit.domain.ids import LineId, PageId
from nickaudit.domain.policy import PolicyLine, PolicyPack, Strength
from nickaudit.domain.policy_edit import free_id, with_line, with_new_line
from nickaudit.services import Services, policy_editor, policy_text
from nickaudit.services.attached_document import AttachedDocument, attached_document
from nickaudit.services.policy_editor import PolicyFaultyError, PolicyNotSavedError
from tests.policy_pdf import pdf_of

LINE = LineId("privacy-levels")
DOCUMENT = """Social media policy

2.5 Reputation

All members of staff should safeguard themselves and their privacy by:

• Setting the privacy levels of their personal sites as strictly as they can.
• Being aware of location sharing services.

Members of staff are encouraged not to identify themselves as working here.

Staff should ask before they post a picture of a colleague.

Staff must not post pictures of pupils.
"""


@pytest.fixture
def home_services(services: Services) -> Services:
    services.home.mkdir(mode=0o700, exist_ok=True)
    return services


@pytest.fixture
def pack(home_services: Services) -> PolicyPack:
    return policy_editor.open_draft(home_services).now


def line_of(pack: PolicyPack, line_id: LineId = LINE) -> PolicyLine:
    found = pack.line(line_id)
    assert found is not None
    return found


def attached(services: Services, tmp_path: Path, *, as_pdf: bool = False) -> AttachedDocument:
    path = tmp_path / ("policy.pdf" if as_pdf else "policy.txt")
    path.write_bytes(pdf_of(DOCUMENT.replace("•", "-")) if as_pdf else DOCUMENT.encode())
    policy_text.attach(services, path)
    pack = policy_editor.open_draft(services).now
    found = attached_document(services, headings=pack.headings)
    assert found is not None
    return found


def test_without_a_change_there_is_nothing_to_show(home_services: Services, pack: PolicyPack) -> None:
    draft = policy_editor.open_draft(home_services)
    assert not draft.changes
    assert draft.now == home_services.content.policy
    assert not policy_editor.is_own_policy(home_services)


def test_a_change_is_kept_for_the_next_start_and_counts_nowhere_yet(
    home_services: Services, pack: PolicyPack
) -> None:
    changed = structs.replace(line_of(pack), words="You are advised to set your privacy strictly.")
    policy_editor.keep(home_services, with_line(pack, changed))
    assert [each.after for each in policy_editor.open_draft(home_services).changes.lines] == [changed]
    assert content_for(home_services.home, resources=paths.resource(".")).content.policy.line(
        LINE
    ) == line_of(pack)
    if os.name == "posix":
        assert (home_services.home / policy_editor.DRAFT).stat().st_mode & 0o777 == 0o600
    policy_editor.throw_away(home_services)
    assert not policy_editor.open_draft(home_services).changes


@pytest.mark.parametrize("kept", [b"", b"{", b'{"id": 1}', b"\xff\xfe", b"[]"])
def test_a_damaged_draft_is_passed_over(home_services: Services, kept: bytes) -> None:
    (home_services.home / policy_editor.DRAFT).write_bytes(kept)
    assert not policy_editor.open_draft(home_services).changes


@pytest.mark.parametrize(
    ("changes", "field", "words"),
    [
        ({"words": "You must set it strictly."}, "words", "“must” is stronger than the policy's own verb"),
        ({"words": "Set it strictly."}, "words", "The words lack the policy's own verb, “advised”."),
        ({"words": ""}, "words", "This text is empty."),
        ({"words": "You are advised to do an audit!"}, "words", "There is an exclamation mark."),
        ({"why": "You must do this."}, "why", "“must” is stronger than the lines beside it (advised)."),
        ({"opening": "Setting"}, "opening", "One word is too little to find a sentence."),
        ({"heading": ""}, "heading", "This text is empty."),
        ({"strength": Strength.SHOULD}, "words", "The words lack the policy's own verb, “should”."),
    ],
)
def test_a_fault_is_told_beside_its_field(
    pack: PolicyPack, changes: dict[str, object], field: str, words: str
) -> None:
    line = structs.replace(line_of(pack), **changes)
    found = policy_editor.faults_of_line(pack, with_line(pack, line), line, document=None)
    assert words in found[field]


def test_the_verb_must_stand_in_the_attached_document(
    home_services: Services, pack: PolicyPack, tmp_path: Path
) -> None:
    document = attached(home_services, tmp_path)
    should = structs.replace(
        line_of(pack),
        strength=Strength.SHOULD,
        hangs_from="All members of staff should safeguard",
        words="You should set the privacy of your accounts as strictly as you can.",
    )
    assert policy_editor.faults_of_line(pack, with_line(pack, should), should, document=document) == {}
    must = structs.replace(should, strength=Strength.MUST, words=should.words.replace("should", "must"))
    found = policy_editor.faults_of_line(pack, with_line(pack, must), must, document=document)
    assert found == {"strength": "Line 7 of the document does not say “must”. It says: should."}
    nowhere = structs.replace(should, opening="Setting the table for lunch")
    found = policy_editor.faults_of_line(pack, with_line(pack, nowhere), nowhere, document=document)
    assert found["opening"].startswith("No sentence there begins “Setting the table for lunch”.")


@pytest.mark.parametrize("as_pdf", [False, True], ids=["text", "pdf"])
def test_a_new_line_is_found_by_its_first_words(
    home_services: Services, pack: PolicyPack, tmp_path: Path, as_pdf: bool
) -> None:
    document = attached(home_services, tmp_path, as_pdf=as_pdf)
    (found,) = document.beginning("Staff should ask before", pack=pack)
    assert found.text == "Staff should ask before they post a picture of a colleague."
    assert found.heading == "Reputation"
    assert found.strengths == (Strength.SHOULD,)
    assert len(document.beginning("Staff should", pack=pack)) == 1
    assert document.beginning("Staff", pack=pack) == ()
    assert document.beginning("Nobody says this", pack=pack) == ()


def test_a_new_line_is_saved_and_stands_on_its_page(
    home_services: Services, pack: PolicyPack, tmp_path: Path
) -> None:
    document = attached(home_services, tmp_path)
    line = PolicyLine(
        id=free_id(pack, "Staff should ask before"),
        strength=Strength.SHOULD,
        heading="Reputation",
        opening="Staff should ask before they post",
        words="You should ask before you post a picture of a colleague.",
    )
    now = with_new_line(pack, line, page=PageId("about-others"))
    assert policy_editor.faults_of_line(pack, now, line, document=document) == {}
    policy_editor.keep(home_services, now)
    policy_editor.save(home_services)
    content = content_for(home_services.home, resources=paths.resource(".")).content
    assert content.policy.line(line.id) == line
    assert line.id in next(page for page in content.policy.pages if page.id == "about-others").lines
    attached_now = policy_text.read(structs.replace(home_services, content=content))
    assert attached_now is not None
    assert attached_now.quotations[line.id][0].text.startswith("Staff should ask before")


def test_what_is_saved_is_the_schools_own_policy_under_a_new_version(
    home_services: Services, pack: PolicyPack
) -> None:
    off = structs.replace(line_of(pack, LineId("location-aware")), off=True)
    policy_editor.keep(home_services, with_line(pack, off))
    path = policy_editor.save(home_services)
    assert path == home_services.home / "content" / "policies" / "st-nicholas" / "policy.toml"
    assert policy_editor.is_own_policy(home_services)
    draft = policy_editor.open_draft(home_services)
    assert not draft.changes
    assert draft.saved.version == "2026-11.2"
    assert [line.id for line in draft.now.lines] == [line.id for line in pack.lines]
    read = content_for(home_services.home, resources=paths.resource("."))
    assert read.own.faults == ()
    assert read.content.policy.line(off.id) is None
    asked = {
        line for each in read.content.platforms.values() for check in each.checks for line in check.policy
    }
    assert off.id not in asked


def test_a_policy_with_mistakes_is_not_saved_and_every_one_is_told(
    home_services: Services, pack: PolicyPack
) -> None:
    line = structs.replace(line_of(pack), words="You must do this!")
    policy_editor.keep(home_services, with_line(pack, line))
    with pytest.raises(PolicyFaultyError) as faulty:
        policy_editor.save(home_services)
    assert len(faulty.value.faults) == 1
    assert "line[privacy-levels].words" in faulty.value.faults[0]
    assert not policy_editor.is_own_policy(home_services)
    assert policy_editor.open_draft(home_services).changes


def test_a_disk_that_takes_nothing_is_told(home_services: Services, pack: PolicyPack) -> None:
    (home_services.home / policy_editor.DRAFT).mkdir()
    with pytest.raises(PolicyNotSavedError):
        policy_editor.keep(home_services, with_line(pack, structs.replace(line_of(pack), words="New.")))


def test_dates_are_held_against_their_rule(pack: PolicyPack) -> None:
    assert policy_editor.faults_by_field(pack, structs.replace(pack, next_review="2027-09")) == {}
    found = policy_editor.faults_by_field(pack, structs.replace(pack, next_review="soon", title=""))
    assert set(found) == {("next_review", ""), ("title", "")}


def test_nobody_is_asked_anything_else_before_a_certificate_came(home_services: Services) -> None:
    assert policy_editor.people_asked(home_services) == 0
