from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.share.errors import FolderError
from nickaudit.share.saving import save_new, save_over


def test_a_new_file_is_saved_whole(tmp_path: Path) -> None:
    assert save_new(tmp_path / "Certificate.pdf", b"page")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("Certificate.pdf", b"page")]


def test_another_file_of_that_name_stays_as_it_was(tmp_path: Path) -> None:
    (tmp_path / "Certificate.pdf").write_bytes(b"older")
    assert not save_new(tmp_path / "Certificate.pdf", b"page")
    assert (tmp_path / "Certificate.pdf").read_bytes() == b"older"


def test_an_empty_file_of_that_name_is_another_file_too(tmp_path: Path) -> None:
    (tmp_path / "Certificate.pdf").write_bytes(b"")
    assert not save_new(tmp_path / "Certificate.pdf", b"page")


def test_saving_the_same_twice_is_no_trouble(tmp_path: Path) -> None:
    assert save_new(tmp_path / "Certificate.pdf", b"page")
    assert save_new(tmp_path / "Certificate.pdf", b"page")


def test_where_it_was_said_a_file_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "Certificate.pdf").write_bytes(b"older")
    save_over(tmp_path / "Certificate.pdf", b"page")
    assert [(p.name, p.read_bytes()) for p in tmp_path.iterdir()] == [("Certificate.pdf", b"page")]


@pytest.mark.parametrize("save", [save_new, save_over])
def test_a_folder_that_is_gone_says_so(tmp_path: Path, save: object) -> None:
    assert callable(save)
    with pytest.raises(FolderError) as caught:
        save(tmp_path / "gone" / "Certificate.pdf", b"page")
    assert caught.value.state is Delivery.WAITING_GONE


def test_a_folder_where_the_file_should_be_stays(tmp_path: Path) -> None:
    (tmp_path / "Certificate.pdf").mkdir()
    with pytest.raises(FolderError):
        save_over(tmp_path / "Certificate.pdf", b"page")
    assert [p.name for p in tmp_path.iterdir()] == ["Certificate.pdf"]
