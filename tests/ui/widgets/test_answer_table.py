"""Answers to look over, beside their settings or under them."""

import pytest

from nickaudit.ui.widgets.answer_table import Answered, AnswerTable
from nickaudit.ui.widgets.fact_table import Entry
from nickaudit.ui.widgets.text import Role, TextLabel
from tests.ui.conftest import Show


@pytest.mark.parametrize(("width", "role"), [(700, Role.BODY), (400, Role.MUTED)])
def test_the_setting_is_muted_where_its_answer_stands_under_it(show: Show, width: int, role: Role) -> None:
    table = AnswerTable((Answered(Entry("Past posts", "Done", "Change", lambda: None), "Past posts"),))
    show(table, width=width)
    name, value = table.facts[0].findChildren(TextLabel)
    assert name.role is role
    assert value.role is Role.BODY
    assert (name.y() == value.y()) is (role is Role.BODY)
