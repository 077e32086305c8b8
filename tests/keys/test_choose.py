from pathlib import Path

from nickaudit.domain.certificate import KeyPlace
from nickaudit.keys.choose import choose


def test_without_a_key_store_the_keys_are_in_a_file(home: Path) -> None:
    assert choose(home).place is KeyPlace.FILE


def test_choosing_writes_nothing_where_there_is_no_key_store(home: Path) -> None:
    choose(home)
    assert not home.exists()


def test_what_is_in_a_file_stays_in_a_file(home: Path) -> None:
    choose(home).write("certificate-key", "secret")
    store = choose(home)
    assert store.place is KeyPlace.FILE
    assert store.read("certificate-key") == "secret"
