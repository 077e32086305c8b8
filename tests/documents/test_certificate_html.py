import re
from html.parser import HTMLParser
from typing import Any

import pytest

from nickaudit.documents import certificate_html
from nickaudit.domain.certificate import WHAT_IT_IS_NOT
from tests.factories import make_claims

KEY = "ZFvYzapw4DyEfjK-ZwasaFjwzjQ2zm-wOpZflZOOlT0"
VOID = {"meta", "br", "link", "img", "input"}


class Page(HTMLParser):
    """What a screen reader meets: text, headings, tables. Fails where a tag is not closed."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.texts: list[tuple[str, str]] = []
        self.feed(page.decode("utf-8"))
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        if data.strip() and self.open:
            self.texts.append((self.open[-1], data))

    def of(self, tag: str) -> list[str]:
        return [text for owner, text in self.texts if owner == tag]


def page_of(**changes: Any) -> Page:
    return Page(certificate_html.write(make_claims(**changes), key=KEY))


def test_it_says_all_that_the_certificate_says() -> None:
    page = page_of(email="r.ash@school.example", staff_number="0042")
    text = " ".join(text for _, text in page.texts)
    for value in (
        "St Nicholas CE Primary School", "Rosalind Ash", "Teaching assistant", "r.ash@school.example", "0042",
        "24 November 2026", "24 November 2027", "Yearly", "Social media, May 2018", "7F3A-91C2-04DE", KEY,
        "Has read what the policy asks, in short, and where to turn", "5d" * 32, "2026-11", WHAT_IT_IS_NOT,
    ):  # fmt: skip
        assert value in text


def test_a_screen_reader_finds_its_way() -> None:
    page = page_of()
    assert [tag for tag, _ in page.tags if re.fullmatch(r"h\d", tag)] == ["h1", "h2", "h3"]
    assert dict(page.tags)["html"]["lang"] == "en-GB"
    assert page.of("title") == ["Social media self-check certificate: Rosalind Ash"]
    assert {attrs.get("scope") for tag, attrs in page.tags if tag == "th"} == {"row"}
    assert len(page.of("caption")) == sum(tag == "table" for tag, _ in page.tags) == 2
    assert page.of("time") == ["24 November 2026"]


def test_nothing_is_fetched_when_it_is_opened() -> None:
    page = page_of()
    assert not {"script", "img", "link", "iframe"} & {tag for tag, _ in page.tags}
    assert not [attrs for _, attrs in page.tags if {"src", "href"} & attrs.keys()]
    written = certificate_html.write(make_claims(), key=KEY)
    assert b"url(" not in written
    assert b"@import" not in written


@pytest.mark.parametrize(
    "name", ["<script>alert(1)</script>", "$school", "Ash & \"Vale\" 'x'", "فاطمة الزهراء"]
)
def test_a_name_is_only_ever_text(name: str) -> None:
    assert page_of(name=name).of("h2") == [name]


def test_a_date_in_the_role_does_not_break_the_sentence() -> None:
    page = page_of(role="Since 24 November 2026")
    assert "".join(page.of("p")).startswith("St Nicholas CE Primary School")


def test_what_was_not_given_has_no_row() -> None:
    assert "Work e-mail" not in page_of().of("th")
    assert "Work e-mail" in page_of(email="a@b.example").of("th")


def test_what_was_made_in_practice_says_so_across_the_page_and_claims_no_check() -> None:
    page = page_of(policy_id="practice", statement="Practice. No check was done")
    assert ("p", "Practice") in page.texts
    text = " ".join(text for _, text in page.texts)
    assert "This was made in practice. No check was done." in text
    assert "finished looking at their own social media" not in text
    assert ("p", "Practice") not in page_of().texts
