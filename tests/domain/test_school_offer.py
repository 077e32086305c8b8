"""What a newer school file changes is told as facts, and what nobody would notice is not."""

import datetime as dt

from msgspec import structs

from nickaudit.domain.ids import ContactId
from nickaudit.domain.policy import Contact
from nickaudit.domain.school import Nation, Reader
from nickaudit.domain.school_offer import Change, as_plain, changes
from nickaudit.domain.share_address import ShareAddress
from tests.factories import make_school_file

BEFORE = make_school_file()


def after(**now: object) -> tuple[Change, ...]:
    return changes(BEFORE, structs.replace(BEFORE, **now))


def test_a_number_and_a_day_alone_are_no_change() -> None:
    assert after(sequence=2, signed_on=dt.date(2027, 1, 1), sealed_signing_key="other") == ()


def test_each_fact_is_told_before_and_after() -> None:
    assert after(name="Hill", nation=Nation.WALES, every_months=6) == (
        Change(field="name", before=BEFORE.name, after="Hill"),
        Change(field="nation", before="England", after="Wales"),
        Change(field="every_months", before="12", after="6"),
    )
    assert after(share=ShareAddress(server="s", share="a")) == (
        Change(field="share", before="", after="smb://s/a"),
    )


def test_a_contact_is_one_change_whether_new_changed_or_gone() -> None:
    lead = Contact(id=ContactId("dsl"), title="the lead", name="Bo Fir", phone="1")
    assert after(contacts=(lead,)) == (Change(field="contacts.dsl", before="", after="Bo Fir, 1"),)
    gone = changes(structs.replace(BEFORE, contacts=(lead,)), BEFORE)
    assert gone == (Change(field="contacts.dsl", before="Bo Fir, 1", after=""),)


def test_who_can_read_is_told_by_name() -> None:
    deputy = Reader(title="the deputy", name="Di Yew", key="d" * 43, receipt_key="e" * 43)
    assert after(readers=(*BEFORE.readers, deputy)) == (
        Change(field="readers", before="the headteacher", after="the headteacher, the deputy (Di Yew)"),
    )
    assert after(head_reader=deputy) == (Change(field="head_reader", before="", after="the deputy (Di Yew)"),)


def test_a_new_key_of_the_same_reader_is_told_without_the_key() -> None:
    new = structs.replace(BEFORE.readers[0], key="n" * 43)
    assert after(readers=(new,)) == (Change(field="keys", before="", after=""),)


def test_what_programs_read_of_it_holds_no_secret() -> None:
    assert "sealed" not in str(as_plain(BEFORE))
