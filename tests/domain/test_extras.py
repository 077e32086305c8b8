from msgspec import structs

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.answers import Answer, Progress
from nickaudit.domain.extras import HELPS, SEARCHES_DONE, is_done, number_of_more, own_tools, tool_named
from nickaudit.domain.ids import TOGETHER
from nickaudit.domain.planning import make_plan
from nickaudit.domain.platforms import Content, Tool
from tests.domain.small_world import META, PHONE_BOOK, PHOTO, WORLD, account, other


def _tool(tool_id: str) -> Tool:
    return Tool(id=tool_id, title=f"Ask for {tool_id}", why="It shows much.")


WITH_TOOLS: Content = structs.replace(
    WORLD,
    platforms={**WORLD.platforms, PHOTO.id: structs.replace(PHOTO, tools=(_tool("photo.copy"),))},
    shared={META.id: structs.replace(META, tools=(_tool("meta.copy"),))},
    listings={PHONE_BOOK.id: structs.replace(PHONE_BOOK, tools=(_tool("phone-book.ask"),))},
)


def test_each_tool_is_listed_once_under_the_first_account_that_has_it() -> None:
    accounts = (account("p2", "photo", "choir"), account("p1", "photo"), account("c", "chat"))
    assert [(own.section, own.tool.id) for own in own_tools(WITH_TOOLS, accounts)] == [
        ("c", "meta.copy"),
        ("p1", "photo.copy"),
        ("phone-book", "phone-book.ask"),
    ]


def test_without_an_account_the_public_listings_are_left() -> None:
    assert [own.tool.id for own in own_tools(WITH_TOOLS, ())] == ["phone-book.ask"]


def test_an_account_that_is_in_no_list_has_no_tools_and_breaks_nothing() -> None:
    accounts = (other("o", "a forum"), account("gone", "gone"))
    assert [own.tool.id for own in own_tools(WITH_TOOLS, accounts)] == ["phone-book.ask"]


def test_what_is_counted_is_what_is_listed() -> None:
    accounts = (account("p1", "photo"),)
    plan = make_plan(WITH_TOOLS, accounts, online_in_job=False)
    listed = len(plan.more_stops) + len(plan.more_looks) + 3 + len(HELPS)
    assert number_of_more(plan, WITH_TOOLS, accounts) == listed


def test_done_is_all_that_counts_as_done() -> None:
    assert not is_done(Progress(), SEARCHES_DONE)
    assert is_done(Progress(answers={(TOGETHER, SEARCHES_DONE): Answer.DONE}), SEARCHES_DONE)
    assert not is_done(Progress(answers={(TOGETHER, SEARCHES_DONE): Answer.LATER}), SEARCHES_DONE)


def test_every_tool_that_ships_is_found_by_its_id_and_no_id_is_taken_twice() -> None:
    content = load_content(paths.resource("."))
    every = [*content.platforms.values(), *content.shared.values(), *content.listings.values()]
    tools = [tool for platform in every for tool in platform.tools]
    assert len({tool.id for tool in tools}) == len(tools) > 50
    for platform in every:
        for tool in platform.tools:
            found = tool_named(content, tool.id)
            assert found is not None
            assert (found.platform.id, found.tool) == (platform.id, tool)
    assert tool_named(content, "nothing") is None


def test_no_tool_has_the_id_of_a_check() -> None:
    content = load_content(paths.resource("."))
    every = [*content.platforms.values(), *content.shared.values(), *content.listings.values()]
    checks = {str(check.id) for platform in every for check in platform.checks}
    assert not checks & {tool.id for platform in every for tool in platform.tools}
