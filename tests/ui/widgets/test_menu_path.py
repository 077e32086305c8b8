"""Where a setting is, on the device in hand."""

from PySide6.QtWidgets import QApplication

from nickaudit.ui.widgets.menu_path import DevicePath, MenuPath, spoken
from nickaudit.ui.widgets.text import TextLabel
from tests.ui.conftest import Show

PATHS = (
    DevicePath("iphone", "iPhone", ("Profile", "Menu", "Account privacy")),
    DevicePath("android", "Android", ("Profile", "Settings")),
    DevicePath("computer", "Computer", tuple(f"Step {i}" for i in range(7))),
)


def test_the_way_is_read_in_words() -> None:
    assert spoken(("Profile", "Menu", "Account privacy")) == "Profile, then Menu, then Account privacy"


def test_the_first_device_is_shown_and_the_last_step_stands_out(show: Show) -> None:
    path = MenuPath(PATHS)
    show(path)
    assert path.line.accessibleName() == "Profile, then Menu, then Account privacy"
    assert path.line.text().replace("\u00a0", "").replace(" ", "") == "Profile›Menu›Accountprivacy"


def test_choosing_a_device_shows_its_way_and_is_told(show: Show) -> None:
    path, heard = MenuPath(PATHS), []
    path.device_chosen.connect(heard.append)
    show(path)
    assert path.bar is not None
    path.bar.chips[1].click()
    assert heard == ["android"]
    assert path.line.accessibleName() == "Profile, then Settings"


def test_the_remembered_device_comes_first_and_an_unknown_one_does_no_harm(show: Show) -> None:
    known, unknown = MenuPath(PATHS, device="android"), MenuPath(PATHS, device="typewriter")
    show(known, unknown)
    assert known.bar is not None
    assert known.bar.value == "android"
    assert unknown.bar is not None
    assert unknown.bar.value == "iphone"


def test_a_long_way_becomes_numbered_steps(show: Show) -> None:
    path = MenuPath(PATHS, device="computer")
    show(path)
    assert not path.line.isVisible()
    words = [label.text() for label in path.steps.findChildren(TextLabel) if label.isVisible()]
    assert words[:4] == ["1.", "Step 0", "2.", "Step 1"]
    path.show_device("iphone")
    QApplication.processEvents()
    assert path.line.isVisible()
    assert not path.steps.isVisible()


def test_a_long_way_stays_on_one_line_where_numbered_steps_follow(show: Show) -> None:
    path = MenuPath(PATHS, device="computer", numbers=False)
    show(path)
    assert path.line.isVisible()
    assert path.line.text().count("›") == len(PATHS[2].steps) - 1


def test_one_device_needs_no_choice_and_none_no_line(show: Show) -> None:
    one, none = MenuPath(PATHS[:1]), MenuPath(())
    show(one, none)
    assert one.bar is None
    assert not none.line.isVisible()
