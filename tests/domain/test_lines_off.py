"""Content without the lines that a school switched off: nothing of them is asked, shown or left hanging."""

from msgspec import structs

from nickaudit import paths
from nickaudit.content.library import load_content
from nickaudit.domain.complicated import unpacked
from nickaudit.domain.ids import LineId
from nickaudit.domain.lines_off import lines_off, without_lines_off
from nickaudit.domain.platforms import Content
from tests.factories import make_check, make_content, make_line, make_platform, make_policy

OFF = LineId("strict-privacy")


def content(**changes: object) -> Content:
    line = make_line(off=True)
    other = make_line(id=LineId("other"))
    page = make_policy().pages[0]
    return make_content(
        policy=make_policy(lines=(line, other), pages=(structs.replace(page, lines=(OFF, other.id)),)),
        **changes,
    )


def test_content_with_every_line_on_stays_as_it_is() -> None:
    whole = make_content()
    assert without_lines_off(whole) is whole


def test_the_line_stands_nowhere_any_more() -> None:
    left = without_lines_off(content())
    assert left.policy.line(OFF) is None
    assert left.policy.pages[0].lines == ("other",)
    assert left.platforms["instagram"].checks == ()  # type: ignore[index]
    assert left.platforms["instagram"].stops == ()  # type: ignore[index]


def test_a_check_that_serves_another_line_too_is_asked_for_that_one() -> None:
    check = make_check(policy=(OFF, LineId("other")))
    left = without_lines_off(content(platforms={"instagram": make_platform(checks=(check,))}))
    assert left.platforms["instagram"].checks[0].policy == ("other",)  # type: ignore[index]


def test_good_practice_stays() -> None:
    check = make_check(policy=(), good_practice=True)
    platform = make_platform(checks=(check, make_check(id="b")), closing="instagram-privacy")
    left = without_lines_off(content(platforms={"instagram": platform}))
    assert left.platforms["instagram"].checks == (check,)  # type: ignore[index]
    assert left.platforms["instagram"].closing == "instagram-privacy"  # type: ignore[index]


def test_a_page_without_any_line_is_not_shown() -> None:
    alone = make_content(policy=make_policy(lines=(make_line(off=True),)))
    assert without_lines_off(alone).policy.pages == ()


def test_every_line_of_the_built_in_policy_can_be_switched_off_alone() -> None:
    whole = load_content(paths.resource("."))
    for line in whole.policy.lines:
        lines = tuple(structs.replace(each, off=each.id == line.id) for each in whole.policy.lines)
        off = structs.replace(whole, policy=structs.replace(whole.policy, lines=lines))
        assert lines_off(off.policy) == {line.id}
        left = without_lines_off(off)
        platforms = (*left.platforms.values(), *left.shared.values(), left.together, left.general)
        for platform in platforms:
            stops = [stop.id for stop in platform.stops]
            assert {check.stop for check in platform.checks} == set(stops)
            assert not platform.closing or platform.closing in stops
            assert all(line.id not in check.policy for check in platform.checks)
        assert all(line.id not in each.policy for each in unpacked(left.complicated).matters)
