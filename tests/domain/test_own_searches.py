from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from nickaudit.domain.own_searches import MOST_NAMES, Engine, address, own_searches


def test_each_name_is_searched_alone_with_the_town_and_with_the_school() -> None:
    found = own_searches("Rosalind Ash", former="Rosalind Quill", town="Oakby", school="Oakby Primary")
    assert found == (
        '"Rosalind Ash"',
        '"Rosalind Ash" Oakby',
        '"Rosalind Ash" "Oakby Primary"',
        '"Rosalind Quill"',
        '"Rosalind Quill" Oakby',
        '"Rosalind Quill" "Oakby Primary"',
    )


def test_several_former_names_stand_between_commas_and_none_is_searched_twice() -> None:
    found = own_searches("Rosa  Ash", former=" Rosa Quill, rosa; Rosa Ash ,,")
    assert found == ('"Rosa Ash"', '"Rosa Quill"', '"rosa"')


def test_with_nothing_typed_there_is_nothing_to_search() -> None:
    assert own_searches("  ", town="Oakby", school="Oakby Primary") == ()
    assert own_searches("", former="Rosa Quill") == ('"Rosa Quill"',)


def test_quotation_marks_in_a_name_do_not_break_the_search() -> None:
    assert own_searches('Rosalind "Rosa" Ash') == ('"Rosalind Rosa Ash"',)


def test_there_are_never_more_names_than_anyone_would_work_through() -> None:
    assert len(own_searches("A", former="B,C,D,E,F,G,H")) == MOST_NAMES


@pytest.mark.parametrize("engine", list(Engine))
@given(search=st.text(alphabet=st.characters(codec="utf-8"), min_size=1))
def test_the_address_holds_exactly_the_search(engine: Engine, search: str) -> None:
    parts = urlsplit(address(search, engine))
    assert parts.scheme == "https"
    assert parts.hostname in {"www.google.com", "www.bing.com", "duckduckgo.com"}
    assert parse_qs(parts.query, keep_blank_values=True) == {"q": [search]}
