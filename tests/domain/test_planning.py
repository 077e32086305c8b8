"""Policy × accounts × platforms: which pages there are, and what each of them counts."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec import structs

from nickaudit.domain.audit_plan import AuditPlan
from nickaudit.domain.ids import TOGETHER, AccountId
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import Level
from nickaudit.domain.policy import Strength
from tests.domain.small_world import (
    CHAT,
    COMPANIES,
    PHONE_BOOK,
    PHOTO,
    RUNNER,
    WORLD,
    account,
    other,
    plan_for,
)

LISTED = structs.replace(WORLD, listings={each.id: each for each in (PHONE_BOOK, COMPANIES)})


def _ids(plan: AuditPlan) -> list[str]:
    return [stop.stop.id for stop in plan.stops]


def test_nobody_with_no_account_is_asked_about_accounts() -> None:
    plan = plan_for()
    assert plan.sections == ()
    assert [page.id for page in plan.statements] == ["pupils"]
    assert (plan.pages, plan.pages_to_finish) == (4, 1)


def test_an_account_has_its_section_and_all_accounts_together_come_last() -> None:
    plan = plan_for(account("runner"))
    assert [section.account for section in plan.sections] == ["runner", TOGETHER]
    assert plan.sections[0].title == "eRunner"


def test_the_page_for_those_online_in_their_job_is_for_them_alone() -> None:
    assert [page.id for page in plan_for(online=True).statements] == ["pupils", "online"]
    assert plan_for().statement("online") is None


def test_a_shared_block_stands_once_under_the_first_account_that_uses_it() -> None:
    plan = plan_for(account("photo"), account("chat"))
    holders = [
        section.account for section in plan.sections for stop in section.stops if stop.stop.id == "meta.all"
    ]
    assert holders == ["chat"], "chat is the more common of the two, so it comes first"
    block = plan.stop(AccountId("chat"), "meta.all")
    assert block is not None
    assert block.used_by == ("Chatter", "Photobox")
    assert {line.account for line in block.checks} == {TOGETHER}


def test_the_answers_of_a_shared_block_stay_when_its_first_account_goes() -> None:
    before = plan_for(account("photo"), account("chat")).stop(AccountId("chat"), "meta.all")
    after = plan_for(account("photo")).stop(AccountId("photo"), "meta.all")
    assert before is not None
    assert after is not None
    assert [(line.account, line.check.id) for line in before.checks] == [
        (line.account, line.check.id) for line in after.checks
    ]


def test_the_view_as_a_stranger_is_the_last_stop_after_a_shared_block_too() -> None:
    section = plan_for(account("photo")).sections[0]
    assert [stop.stop.id for stop in section.stops] == ["photo.audience", "meta.all", "photo.stranger"]
    assert [(stop.number, stop.of) for stop in section.stops] == [(1, 3), (2, 3), (3, 3)]
    assert [stop.is_closing for stop in section.stops] == [False, False, True]


def test_what_is_more_is_kept_apart_and_never_counts() -> None:
    plan = plan_for(account("photo"))
    assert [stop.stop.id for stop in plan.more_stops] == ["photo.extra"]
    assert [each.look.id for each in plan.more_looks] == ["photo.old"]
    without = structs.replace(PHOTO, stops=tuple(s for s in PHOTO.stops if s.level is Level.ESSENTIAL))
    lean = make_plan(
        structs.replace(WORLD, platforms={**WORLD.platforms, PHOTO.id: without}),
        [account("photo")],
        online_in_job=False,
    )
    assert (plan.pages, plan.pages_to_finish, plan.seconds) == (
        lean.pages,
        lean.pages_to_finish,
        lean.seconds,
    )


def test_public_listings_are_offered_to_everyone_among_what_is_more() -> None:
    for accounts in ([], [account("chat"), account("photo")]):
        plan = make_plan(LISTED, accounts, online_in_job=False)
        offered = [stop for stop in plan.more_stops if stop.section in LISTED.listings]
        assert [stop.title for stop in offered] == ["Companies list", "Phone book"]
        assert [each.title for each in plan.more_looks if each.section in LISTED.listings] == ["Phone book"]
        assert plan.more_stops[-2:] == tuple(offered), "after what is more on one's own accounts"
        assert not any(section.account in LISTED.listings for section in plan.sections)


def test_a_public_listing_holds_nobody_up_and_takes_none_of_the_time() -> None:
    with_them = make_plan(LISTED, [account("photo")], online_in_job=False)
    without = plan_for(account("photo"))
    assert (with_them.pages, with_them.pages_to_finish, with_them.seconds) == (
        without.pages,
        without.pages_to_finish,
        without.seconds,
    )


def test_an_answer_on_a_public_listing_is_kept_once_for_all_accounts() -> None:
    plan = make_plan(LISTED, [account("chat")], online_in_job=False)
    entry = plan.stop(AccountId("phone-book"), "phone-book.entry")
    assert entry is not None
    assert [(line.account, line.check.id) for line in entry.checks] == [(TOGETHER, "entry")]
    assert entry.used_by == ()


def test_a_public_listing_is_no_account_even_if_one_is_stored_under_its_name() -> None:
    plan = make_plan(LISTED, [account("phone-book")], online_in_job=False)
    assert [section.account for section in plan.sections] == [TOGETHER]
    pages = [(stop.section, stop.stop.id) for stop in plan.more_stops]
    assert pages == [("companies", "companies.home"), ("phone-book", "phone-book.entry")]


def test_two_accounts_on_one_platform_have_stops_and_answers_of_their_own() -> None:
    plan = plan_for(account("a", "photo", "football"), account("b", "photo", "family"))
    keys = [(line.account, line.check.id) for stop in plan.stops for line in stop.checks]
    assert len(keys) == len(set(keys))
    assert [section.title for section in plan.sections] == [
        "Photobox (family)",
        "Photobox (football)",
        "All your accounts together",
    ]


def test_two_accounts_without_a_nickname_are_still_told_apart() -> None:
    plan = plan_for(account("a", "photo"), account("b", "photo"))
    titles = [section.title for section in plan.sections]
    assert len(titles) == len(set(titles)) == 3


def test_an_account_of_another_kind_gets_the_general_stops_with_its_name() -> None:
    plan = plan_for(other("o", "a running club"), other("p", "a choir"))
    assert [stop.stop.heading for stop in plan.stops][:2] == [
        "Who sees you on a choir?",
        "Who sees you on a running club?",
    ]
    assert (plan.stops[0].name, plan.stops[0].title) == ("a choir", "A choir")


def test_an_account_whose_platform_has_vanished_has_no_pages() -> None:
    plan = plan_for(account("gone"), account("runner"))
    assert [section.account for section in plan.sections] == ["runner", TOGETHER]


def test_only_lines_of_this_schools_policy_count() -> None:
    bare = structs.replace(WORLD, policy=structs.replace(WORLD.policy, lines=()))
    plan = make_plan(bare, [account("photo")], online_in_job=False)
    assert not any(line.counts for stop in plan.stops for line in stop.checks)
    assert plan.pages_to_finish == 1, "the one page to read"
    line = plan.stops[0].checks[0]
    assert line.strengths == (Strength.GOOD_PRACTICE,)
    assert line.leaves_a_choice


def test_leaving_a_line_is_a_free_choice_only_under_every_sentence_it_serves() -> None:
    plan = plan_for(account("photo"))
    by_id = {line.check.id: line for stop in plan.stops for line in stop.checks}
    assert by_id["private"].leaves_a_choice, "advised"  # type: ignore[index]
    assert not by_id["stranger"].leaves_a_choice, "should not"  # type: ignore[index]


def test_a_stop_with_good_practice_alone_is_not_among_the_pages_to_finish() -> None:
    plan = plan_for(account("runner"))
    assert _ids(plan) == ["runner.map", "runner.tips", "together.pictures", "together.search"]
    assert plan.pages_to_finish == 4, "three stops that count and one page to read"


def test_everything_in_the_plan_is_found_by_its_id_and_nothing_else_is() -> None:
    plan = plan_for(account("photo"), account("chat"), online=True)
    for stop in (*plan.stops, *plan.more_stops):
        assert plan.stop(stop.section, stop.stop.id) == stop
    for each in (*plan.looks, *plan.more_looks):
        assert plan.look(each.section, each.look.id) == each
    for section in plan.sections:
        assert plan.section(section.account) == section
    assert plan.stop(AccountId("chat"), "photo.audience") is None
    assert plan.look(AccountId("chat"), "photo.followers") is None
    assert plan.section(AccountId("nobody")) is None


KINDS = (CHAT.id, PHOTO.id, RUNNER.id, "silent", "gone", "general")


@given(
    st.lists(st.tuples(st.sampled_from(KINDS), st.sampled_from(["", "a", "A", "2"])), max_size=8),
    st.booleans(),
)
def test_whatever_accounts_there_are_no_page_comes_twice(given: list[tuple[str, str]], online: bool) -> None:
    accounts = [account(f"id{n}", kind, label) for n, (kind, label) in enumerate(given)]
    plan = plan_for(*accounts, online=online)
    pages = [(stop.section, stop.stop.id) for stop in (*plan.stops, *plan.more_stops)]
    assert len(pages) == len(set(pages))
    lines = [(line.account, line.check.id) for stop in plan.stops for line in stop.checks]
    assert len(lines) == len(set(lines))
    titles = [section.title.casefold() for section in plan.sections]
    assert len(titles) == len(set(titles))
    assert plan.pages == len(plan.stops) + len(plan.looks) + len(plan.statements) + 3
    assert (plan.sections[-1].account == TOGETHER) if accounts else plan.sections == ()
