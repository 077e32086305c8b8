"""A try of the letter box: whether it can be reached, and who else could look into it. It leaves nothing."""

import os
from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.letter_box import Others
from nickaudit.domain.share_address import ShareAddress
from nickaudit.services.letter_box import try_it


def never() -> bool:
    return False


@pytest.mark.skipif(os.name != "posix", reason="rights are read from the mode")
@pytest.mark.parametrize(
    ("mode", "others"),
    [
        (0o700, Others.CANNOT),
        (0o733, Others.CANNOT),
        (0o755, Others.CAN_LIST),
        (0o750, Others.CAN_LIST),
        (0o3777, Others.CAN_LIST),
    ],
)
def test_a_folder_is_reached_and_its_rights_are_read(tmp_path: Path, mode: int, others: Others) -> None:
    folder = tmp_path / "box"
    folder.mkdir()
    folder.chmod(mode)
    tried = try_it(ShareAddress(folder=str(folder)), cancelled=never)
    assert (tried.state, tried.may_write, tried.others) == (Delivery.SENT, True, others)
    assert list(folder.iterdir()) == []


def test_what_is_not_there_is_told(tmp_path: Path) -> None:
    assert try_it(ShareAddress(folder=str(tmp_path / "gone")), cancelled=never).state is Delivery.WAITING_GONE


def test_a_server_that_does_not_answer_is_told_within_the_deadline() -> None:
    address = ShareAddress(server="127.0.0.1", share="none", user="nobody")
    tried = try_it(address, password="none", cancelled=never)
    assert tried.state.is_waiting
    assert tried.others is Others.NOT_KNOWN
