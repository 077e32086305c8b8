from nickaudit.store.database import Database
from nickaudit.store.private import preferences


def test_a_choice_outlives_a_start_and_can_be_changed_and_forgotten(private: Database) -> None:
    assert preferences.read(private, "text-size") is None
    preferences.write(private, "text-size", "150")
    preferences.write(private, "text-size", "200")
    private.close()
    assert preferences.read(private, "text-size") == "200"
    preferences.write(private, "text-size", None)
    assert preferences.read(private, "text-size") is None


def test_one_choice_does_not_touch_another(private: Database) -> None:
    preferences.write(private, "road", "head")
    preferences.write(private, "device", "iphone")
    assert preferences.read(private, "road") == "head"
