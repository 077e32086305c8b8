from pathlib import Path

import pytest

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.ids import CertificateNumber
from nickaudit.services.saving import (
    AlreadyThereError,
    NotSavedError,
    copy_name,
    hand_in,
    hand_in_sealed,
    save_copy,
)

NUMBER = CertificateNumber("7F3A-91C2-04DE")


def test_the_signed_file_and_its_page_are_saved_side_by_side_under_one_name(tmp_path: Path) -> None:
    signed, pdf = hand_in(NUMBER, signed=b"signed", pdf=b"page", folder=tmp_path)
    assert signed == tmp_path / "Certificate 7F3A-91C2-04DE.nickaudit-certificate"
    assert pdf == tmp_path / "Certificate 7F3A-91C2-04DE.pdf"
    assert (signed.read_bytes(), pdf.read_bytes()) == (b"signed", b"page")
    assert len(list(tmp_path.iterdir())) == 2


def test_the_sealed_file_is_saved_alone(tmp_path: Path) -> None:
    (path,) = hand_in_sealed(NUMBER, sealed=b"sealed", folder=tmp_path)
    assert path == tmp_path / "Certificate 7F3A-91C2-04DE.nickaudit-sealed"
    assert list(tmp_path.iterdir()) == [path]
    with pytest.raises(AlreadyThereError):
        hand_in_sealed(NUMBER, sealed=b"sealed anew", folder=tmp_path)
    assert path.read_bytes() == b"sealed"


def test_another_file_is_replaced_only_when_that_was_said(tmp_path: Path) -> None:
    path = tmp_path / copy_name(NUMBER, "html")
    path.write_bytes(b"older")
    with pytest.raises(AlreadyThereError) as caught:
        save_copy(b"page", to=path)
    assert caught.value.path == path
    assert path.read_bytes() == b"older"
    save_copy(b"page", to=path, replace=True)
    assert path.read_bytes() == b"page"


@pytest.mark.parametrize("replace", [True, False])
def test_a_stick_that_was_pulled_out_says_so(tmp_path: Path, replace: bool) -> None:
    with pytest.raises(NotSavedError, match="Choose another folder") as caught:
        save_copy(b"page", to=tmp_path / "gone" / "a.pdf", replace=replace)
    assert caught.value.state is Delivery.WAITING_GONE
