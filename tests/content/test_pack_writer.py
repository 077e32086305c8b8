"""A policy pack written as a file: the same pack again, in the same order, whatever is in it."""

import tomllib
from pathlib import Path

import msgspec
from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from nickaudit import paths
from nickaudit.content.library import read_library
from nickaudit.content.pack_writer import pack_text
from nickaudit.domain.policy import PolicyPack
from tests.factories import make_line, make_policy

BUILT_IN = read_library(paths.resource("."), policy="st-nicholas").packs[0].pack


def again(text: str) -> PolicyPack:
    return msgspec.convert(tomllib.loads(text), PolicyPack)


def test_the_built_in_policy_comes_back_as_it_was() -> None:
    text = pack_text(BUILT_IN)
    assert again(text) == BUILT_IN
    assert pack_text(again(text)) == text


def test_each_entry_has_a_header_of_its_own_and_says_only_what_it_says() -> None:
    text = pack_text(BUILT_IN)
    assert text.count("[[line]]") == len(BUILT_IN.lines)
    assert text.count("[[contact]]") == len(BUILT_IN.contacts)
    assert "off = " not in text
    assert '= ""' not in text
    assert "\n\n\n" not in text


def test_a_line_that_is_off_says_so() -> None:
    lines = (structs.replace(BUILT_IN.lines[0], off=True), *BUILT_IN.lines[1:])
    assert "off = true" in pack_text(structs.replace(BUILT_IN, lines=lines))


@given(words=st.text(min_size=1, max_size=80))
def test_any_words_come_back_as_they_were(words: str) -> None:
    if words.encode("utf-8", "ignore").decode() != words:
        return  # half a character is no text
    pack = make_policy(lines=(make_line(words=words, also=(words, words)),))
    assert again(pack_text(pack)) == pack


def test_the_written_file_passes_every_check(tmp_path: Path) -> None:
    path = tmp_path / "policies" / "st-nicholas" / "policy.toml"
    path.parent.mkdir(parents=True)
    path.write_text(pack_text(BUILT_IN), encoding="utf-8")
    assert read_library(paths.resource("."), tmp_path, policy="st-nicholas").faults == []
