"""The check on paper: everything is on it in order, and the slip is a leaf of its own with no answer."""

import io

import pytest
from pypdf import PdfReader

from nickaudit.documents.certificate_words import KINDS
from nickaudit.documents.pdf import checklist
from nickaudit.documents.pdf.checklist import (
    ANSWERS,
    LEFT_EMPTY,
    SLIP_FOOT,
    YOURS,
    Booklet,
    Chapter,
    Line,
    Reading,
    Screen,
)
from nickaudit.domain.certificate import WHAT_IT_IS_NOT

pytestmark = pytest.mark.usefixtures("qapp")

STOP = Screen(
    heading="Who can see your chirps?",
    ways=(("iPhone, Android", "Me › Privacy"), ("Computer", "Settings › Privacy")),
    steps=("Open “Privacy”.", "Look at the first line."),
    link="https://chirper.example/settings/privacy",
    lines=(Line("Private nest: on", "Advised, policy 1"), Line("Who can reply: nobody", "Good practice")),
    notes=("Then only people you chose can see it.",),
)
LOOK = Screen(
    heading="Is anyone following you who shouldn't be?",
    first="Keep it, and tell the safeguarding lead (DSL) first.",
    prompts=("Pupils", "People you don't know"),
)
READING = Reading(
    heading="What does the policy say?",
    parts=(("Your accounts", (Line("You should keep your address off it.", "Should, policy 1"),)),),
    where_to_turn="Ask the office.",
    note="This is our own advice.",
)


def booklet(*, chapters: int = 1) -> Booklet:
    return Booklet(
        school="Marsh Lane Infant School",
        policy="Social media, March 2024",
        statement="Has read what the policy asks, in short, and where to turn",
        chapters=tuple(Chapter(f"Chirper {number}", (STOP, LOOK)) for number in range(chapters)),
        readings=(READING,),
        whose_words="These are our words.",
    )


def pages_of(paper: Booklet) -> list[str]:
    reader = PdfReader(io.BytesIO(checklist.write(paper)))
    return [" ".join(page.extract_text().split()) for page in reader.pages]


def test_the_cover_says_that_it_stays_with_the_person() -> None:
    cover = pages_of(booklet())[0]
    assert YOURS in cover
    assert "Marsh Lane Infant School" in cover
    assert "Chirper 0" in cover


def test_everything_is_on_it_in_the_order_of_the_way() -> None:
    text = " ".join(pages_of(booklet()))
    expected = (
        "Who can see your chirps?", "iPhone, Android: Me › Privacy", "Computer: Settings › Privacy",
        "1. Open “Privacy”.", STOP.link, "Private nest: on", "Advised, policy 1", *ANSWERS,
        "Who can reply: nobody", "Good practice", "Then only people you chose can see it.", LOOK.heading,
        LOOK.first, "People you don't know", READING.heading, "These are our words.", "Your accounts",
        "Should, policy 1", "This is our own advice.", "Where to turn", "Ask the office.", "I have read this",
        "slip to hand in",
    )  # fmt: skip
    place = 0
    for each in expected:
        place = text.index(each, place)


@pytest.mark.parametrize("chapters", [0, 1, 2, 3])
def test_the_slip_is_the_last_page_on_a_leaf_of_its_own(chapters: int) -> None:
    pages = pages_of(booklet(chapters=chapters))
    assert len(pages) % 2 == 1
    *others, slip = pages
    assert SLIP_FOOT in slip
    assert YOURS not in slip
    assert all(SLIP_FOOT not in page for page in others)
    assert all(YOURS in page for page in others)
    assert sum(LEFT_EMPTY in page for page in pages) <= 1


def test_the_slip_has_the_certificates_words_and_nothing_of_an_account() -> None:
    slip = pages_of(booklet(chapters=2))[-1]
    for words in (
        "Marsh Lane Infant School", "Name", "Role", "Date", "Signature", "Social media, March 2024",
        "Has read what the policy asks, in short, and where to turn", WHAT_IT_IS_NOT, *KINDS.values(),
    ):  # fmt: skip
        assert words in slip
    for words in ("Page", "Chirper", "Done", "Later", "Not sure", "Private nest"):
        assert words not in slip


def test_slips_of_few_and_of_many_accounts_are_the_same() -> None:
    assert len({pages_of(booklet(chapters=chapters))[-1] for chapters in (0, 1, 5)}) == 1


def test_headings_stay_with_what_they_are_above() -> None:
    for page in pages_of(booklet(chapters=6)):
        body = page.partition(YOURS)[0].strip()
        assert not body.endswith(STOP.heading)
        assert not body.endswith(LOOK.heading)


def test_it_says_its_title_and_its_language() -> None:
    reader = PdfReader(io.BytesIO(checklist.write(booklet())))
    assert reader.metadata is not None
    assert reader.metadata.title == checklist.TITLE
    assert reader.root_object["/Lang"] == "en-GB"
