import re

from nickaudit.domain.erasure_letter import TITLE, letter, on_paper


def test_the_letter_names_the_right_and_leaves_blanks_for_what_only_the_person_knows() -> None:
    words = letter()
    assert TITLE in words
    assert "Article 17 of the UK GDPR" in words
    assert re.findall(r"\[(.*?)\]", words) == [
        "the firm", "today", "your name", "whichever they have", "the address of the page", "your name",
    ]  # fmt: skip


def test_no_firm_and_no_person_is_named_in_it() -> None:
    known = {"Article", "Date", "GDPR", "I", "If", "My", "Please", "Tell", "The", "Then", "This", "To", "UK",
             "Where", "Will", "You", "Yours"}  # fmt: skip
    assert set(re.findall(r"\b[A-Z]\w*", letter())) <= known


def test_on_paper_it_says_the_same_with_lines_to_write_on() -> None:
    paper = on_paper()
    assert sum(lines for _, lines in paper) == 5
    for words, lines in paper[1:]:
        assert (words if lines == 0 else words.rstrip(":")) in letter()
