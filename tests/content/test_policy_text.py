"""Sentences out of a scanned text: bullets, page numbers, hyphens and quotes as scanners leave them."""

import pytest

from nickaudit.content.policy_text import Sentence, bare, bare_heading, sentences_of

HEADINGS = ("Your phone", "Your pages")


def _sentences(text: str) -> list[Sentence]:
    return list(sentences_of(text, headings=HEADINGS))


@pytest.mark.parametrize("bullet", ["e ", "o ", "¢ ", "> ", "• ", "- ", " e "])
def test_every_bullet_a_scanner_makes_begins_an_item(bullet: str) -> None:
    found = _sentences(f"Adults should:\n{bullet}Keep it.\n{bullet}Look at it.")
    assert [(each.text, each.is_item, each.line) for each in found] == [
        ("Adults should:", False, 1),
        ("Keep it.", True, 2),
        ("Look at it.", True, 3),
    ]


@pytest.mark.parametrize(
    ("scanned", "typed"),
    [
        ("on- line", "online"),
        ("on-\nline", "on-line"),
        ("e-mail", "email"),
        ("the school’'s", "the school's"),
        ("‘friends’", "friends"),
        ("o\ufb03ce", "office"),
        ("pro\u00adfile", "profile"),
        ("and/or", "and / or"),
        ("Log  in,\nnow.", "log in now"),
    ],
)
def test_what_is_only_spelled_otherwise_is_the_same(scanned: str, typed: str) -> None:
    assert bare(scanned) == bare(typed)


def test_a_sentence_goes_on_over_a_page_and_a_blank_line() -> None:
    found = _sentences(
        "Understand who can see your pages and how\n\nto change it.\n4\n Then log out of\n\n5\n\nall of them."
    )
    assert [(each.text, each.line) for each in found] == [
        ("Understand who can see your pages and how to change it.", 1),
        ("Then log out of all of them.", 5),
    ]


def test_each_sentence_knows_its_line_and_its_heading() -> None:
    found = _sentences(
        "Before.\n\n2.5 Your phone\n Turn it off. Keep it\noff. Thank you.\n\nYour pages\n\nLook."
    )
    assert [(each.text, each.line, each.heading) for each in found] == [
        ("Before.", 1, ""),
        ("Turn it off.", 4, "your phone"),
        ("Keep it off.", 4, "your phone"),
        ("Thank you.", 5, "your phone"),
        ("Look.", 9, "your pages"),
    ]


def test_an_abbreviation_ends_no_sentence() -> None:
    found = _sentences("Use it for work, e.g. The school’s camera. Log out.")
    assert [each.text for each in found] == ["Use it for work, e.g. The school’s camera.", "Log out."]


@pytest.mark.parametrize(
    "heading", ["2.5 Reputation", "Reputation", " Reputation ", "Section 3: Reputation", "1. Reputation"]
)
def test_a_heading_is_the_same_with_and_without_its_number(heading: str) -> None:
    assert bare_heading(heading) == "reputation"


def test_the_number_of_a_clause_is_no_part_of_its_sentence() -> None:
    (found,) = _sentences(
        "3.1.2 All adults must adhere to the principles of this document in all aspects of their work."
    )
    assert found.key.startswith("all adults must")


def test_no_text_gives_no_sentences() -> None:
    assert _sentences("") == []
    assert _sentences("\n \n\f\n12\n") == []


def test_where_there_are_no_blank_lines_a_short_line_ends_its_paragraph() -> None:
    found = _sentences(
        "Status\nAdults should look at this page once a year, and again when it changes.\n"
        "Online Safety Policy\n"
        "3.1.2 All adults must keep to it in every part of their work at the school, and\nhelp others."
    )
    assert [each.text for each in found] == [
        "Status",
        "Adults should look at this page once a year, and again when it changes.",
        "Online Safety Policy",
        "All adults must keep to it in every part of their work at the school, and help others.",
    ]
