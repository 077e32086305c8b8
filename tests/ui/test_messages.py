"""Every table of sentences is complete, and every sentence is one that a tired person can read."""

import re
from enum import Enum

import pytest

from nickaudit.ui import messages

TABLES: dict[str, dict[Enum, str]] = {
    name: table for name, table in vars(messages).items() if name.isupper() and isinstance(table, dict)
}
SENTENCES = [sentence for table in TABLES.values() for sentence in table.values()]
NEVER = re.compile(r"(?i)\b(audit|compliance|offence|genuine|passed|safe|please note)\b|!")


def test_the_tables_are_found() -> None:
    assert {"REFUSALS", "KEY_PLACES"} <= TABLES.keys()


@pytest.mark.parametrize("name", TABLES)
def test_a_table_says_something_of_every_outcome(name: str) -> None:
    table = TABLES[name]
    kinds = {type(outcome) for outcome in table}
    assert len(kinds) == 1
    assert table.keys() == {outcome for outcome in kinds.pop() if outcome.value}
    assert all(sentence.strip() == sentence != "" for sentence in table.values())


@pytest.mark.parametrize("name", TABLES)
def test_two_outcomes_are_never_told_alike(name: str) -> None:
    sentences = list(TABLES[name].values())
    assert len(set(sentences)) == len(sentences)


@pytest.mark.parametrize("text", SENTENCES)
def test_a_sentence_is_short_and_plain(text: str) -> None:
    assert max(len(sentence.split()) for sentence in re.split(r"[.:?] ", text)) <= 25
    assert not NEVER.search(text)
