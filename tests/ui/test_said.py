"""Every sentence that the window says: easy to read, and none of the words the program does not use."""

import re
from collections import defaultdict

from nickaudit.ui.messages import SCHOOL_REFUSALS
from nickaudit.ui.pages.certificates.to_folder import SENDING
from tests.content.reading_grade import grade, sentences, words
from tests.ui.said import sayings, texts

LONGEST_SENTENCE = 25
NOT_OUR_WORDS = re.compile(
    r"\b(audits?|compl(y|iant|iance)|offences?|genuine|toggles?|metadata|sign(ed|ing)? (in|out))\b"
    r"|!(?!\\)",  # but for those of a pattern
    re.IGNORECASE,
)
OF_NO_PERSON = {"passed": "date", "safe": "recovery key"}
"""Never said of a person or an account, and what each may be said of."""


def test_texts_are_found_wherever_they_stand() -> None:
    found = {said.text for said in sayings()}
    assert {SENDING, *SCHOOL_REFUSALS.values()} <= found
    assert any("it of it" in said.text for said in texts()), "a gap reads as a word"
    assert len(found) > 400


def test_no_sentence_is_longer_than_a_breath() -> None:
    found = [(said.where, part) for said in sayings() for part in sentences(said.text)]
    assert [each for each in found if len(words(each[1])) > LONGEST_SENTENCE] == []


def test_no_text_of_three_sentences_reads_above_grade_8() -> None:
    long = [said for said in sayings() if len(sentences(said.text)) >= 3]
    assert [said for said in long if grade(said.text) > 8] == []


def test_each_module_reads_at_grade_8_at_most_and_all_of_them_at_6_on_average() -> None:
    by_module: dict[str, list[str]] = defaultdict(list)
    for said in sayings():
        by_module[said.where.partition(":")[0]].append(said.text)
    grades = {module: grade(" ".join(each)) for module, each in by_module.items()}
    assert {module: found for module, found in grades.items() if found > 8} == {}
    assert sum(grades.values()) / len(grades) <= 6


def test_words_the_program_does_not_use_are_nowhere() -> None:
    assert [said for said in texts() if NOT_OUR_WORDS.search(said.text)] == []
    assert [said for said in sayings() if re.search(r"\bemails?\b", said.text, re.IGNORECASE)] == []


def test_nobody_is_called_safe_or_said_to_have_passed() -> None:
    wrong = [
        said
        for said in texts()
        for word, may_be in OF_NO_PERSON.items()
        if re.search(rf"\b{word}\b", said.text, re.IGNORECASE) and may_be not in said.text
    ]
    assert wrong == []
