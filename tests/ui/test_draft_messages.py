"""Everything that may be wrong with set-up has its words, and the words say how to put it right."""

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.ids import ContactId
from nickaudit.domain.letter_box import Others
from nickaudit.domain.policy import Contact
from nickaudit.domain.school_draft import DraftFault, Wrong
from nickaudit.ui.draft_messages import LETTER_BOX, OTHERS, WRONG, wrong_in_words
from nickaudit.ui.widgets.set_up_tasks import FIELDS

CONTACTS = (Contact(id=ContactId("dsl"), title="the safeguarding lead (DSL)"),)
PLAIN = [part for parts in FIELDS.values() for part in parts if part != "contacts"]


def test_every_outcome_has_words() -> None:
    assert set(WRONG) == set(Wrong)
    assert set(LETTER_BOX) == set(Delivery)
    assert set(OTHERS) == set(Others)


@pytest.mark.parametrize("wrong", Wrong)
@pytest.mark.parametrize("field", [*PLAIN, "contacts.dsl.email", "contacts.gone.name"])
def test_whatever_comes_together_reads_as_a_sentence(field: str, wrong: Wrong) -> None:
    words = wrong_in_words(DraftFault(field=field, wrong=wrong), CONTACTS)
    assert words[0].isupper()
    assert "{" not in words
    assert words.split()[0] in {"Enter", "Choose", "Name", "Take"}


def test_a_contact_is_called_by_its_role() -> None:
    empty = DraftFault(field="contacts.dsl.email", wrong=Wrong.TOO_LONG)
    assert "an e-mail address for the safeguarding lead (DSL)" in wrong_in_words(empty, CONTACTS)
