"""The colours can be told apart by everybody, and nothing is set too small."""

import pytest

from nickaudit.ui.theme.tokens import (
    BASE_PX,
    DARK,
    HEADING_PX,
    LIGHT,
    SIDE_PX,
    SMALL_PX,
    SUBHEADING_PX,
    TEXT_SIZES,
    Colours,
    Mode,
    Theme,
)
from nickaudit.ui.widgets.choice_row import CheckRow
from nickaudit.ui.widgets.tag import Tone
from nickaudit.ui.widgets.text import Role

TEXT = 4.5
EDGE = 3.0
TEXTS = (
    ("ink", "bg"),
    ("ink", "surface"),
    ("ink", "soft"),
    ("ink", "info_bg"),
    ("ink", "bad_bg"),
    ("muted", "bg"),
    ("muted", "surface"),
    ("muted", "soft"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("accent", "soft"),
    ("accent", "info_bg"),
    ("accent_ink", "accent"),
    ("accent_ink", "info"),
    ("accent_ink", "muted"),
    ("accent_ink", "bad"),
    ("warn", "warn_bg"),
    ("bad", "bad_bg"),
    ("bad", "bg"),
    ("bad", "surface"),
    ("info", "info_bg"),
)
EDGES = (
    ("edge", "bg"),
    ("edge", "surface"),
    ("accent", "bg"),
    ("accent", "surface"),
    ("bad", "bg"),
    ("warn", "bg"),
    ("info", "bg"),
)


def luminance(colour: str) -> float:
    channels = [int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5)]
    red, green, blue = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(one: str, other: str) -> float:
    light, dark = sorted((luminance(one), luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def test_the_formula_agrees_with_the_known_extremes() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#777777") == pytest.approx(1)


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("text", "ground"), TEXTS)
def test_text_stands_out_from_its_ground(colours: Colours, text: str, ground: str) -> None:
    assert contrast(getattr(colours, text), getattr(colours, ground)) >= TEXT


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("edge", "ground"), EDGES)
def test_an_edge_stands_out_from_its_ground(colours: Colours, edge: str, ground: str) -> None:
    assert contrast(getattr(colours, edge), getattr(colours, ground)) >= EDGE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("ground", ["bg", "surface"])
def test_one_of_the_two_focus_rings_stands_out_from_every_ground(colours: Colours, ground: str) -> None:
    rings = (colours.ring, colours.focus)
    assert max(contrast(ring, getattr(colours, ground)) for ring in rings) >= EDGE
    assert contrast(colours.ring, colours.focus) >= EDGE


@pytest.mark.parametrize("colours", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", list(Tone))
def test_a_tag_can_be_read_on_every_ground(colours: Colours, tone: Tone) -> None:
    ink, own = tone.value
    grounds = [own] if own else ["bg", "surface", "soft"]
    assert all(contrast(getattr(colours, ink), getattr(colours, ground)) >= TEXT for ground in grounds)


def test_nothing_is_set_smaller_than_14_px() -> None:
    sizes = [role.value[0] for role in Role] + [BASE_PX, HEADING_PX, SUBHEADING_PX, SMALL_PX, SIDE_PX]
    assert min(sizes) >= 14


def test_every_text_role_has_a_colour_of_its_own_in_the_table() -> None:
    names = set(Colours.__struct_fields__)
    assert {role.value[2] for role in Role} <= names


def test_lengths_grow_with_the_text() -> None:
    assert [Theme(text_size=size).px(16) for size in TEXT_SIZES] == [16, 20, 24, 28, 32]
    assert Theme(text_size=150).scale == pytest.approx(1.5)


def test_a_theme_has_the_colours_of_its_mode() -> None:
    assert Theme(Mode.LIGHT).colours is LIGHT
    assert Theme(Mode.DARK).colours is DARK


def test_a_row_to_tick_is_more_than_a_finger_high(app: object) -> None:
    assert CheckRow("Facebook").sizeHint().height() >= 44
