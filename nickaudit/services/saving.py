"""Saving a certificate where the person chooses: to hand it in, or to keep it."""

from pathlib import Path

from nickaudit.domain.delivery import Delivery
from nickaudit.domain.errors import NickAuditError
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.school import SEALED_SUFFIX
from nickaudit.share.errors import FolderError
from nickaudit.share.folder import SUFFIX
from nickaudit.share.saving import save_new, save_over


class AlreadyThereError(NickAuditError):
    """There is already another file of that name. Choose another name, or say that it may be replaced."""

    def __init__(self, path: Path) -> None:
        super().__init__()
        self.path = path


class NotSavedError(NickAuditError):
    """The file could not be saved there. Choose another folder."""

    def __init__(self, path: Path, state: Delivery) -> None:
        super().__init__()
        self.path = path
        self.state = state
        """Why: the folder is gone, full, or may not be written to."""


def copy_name(number: CertificateNumber, kind: str) -> str:
    """How a copy is called: `Certificate 7F3A-91C2-04DE.pdf`.

    `kind` is `signed`, `sealed`, `pdf`, `html` or `ics`.
    """
    endings = {"signed": SUFFIX, "sealed": SEALED_SUFFIX}
    return f"Certificate {number}{endings.get(kind, '.' + kind)}"


def save_copy(content: bytes, *, to: Path, replace: bool = False) -> Path:
    """Save one file, whole or not at all.

    Raises:
        AlreadyThereError: another file has that name, and `replace` was not given.
        NotSavedError: it could not be saved there.
    """
    try:
        if replace:
            save_over(to, content)
        elif not save_new(to, content):
            raise AlreadyThereError(to)
    except FolderError as error:
        raise NotSavedError(to, error.state) from error
    return to


def hand_in(
    number: CertificateNumber, *, signed: bytes, pdf: bytes, folder: Path, replace: bool = False
) -> tuple[Path, Path]:
    """Save the signed file and its PDF side by side in a folder (a memory stick), under the same name.

    Raises:
        AlreadyThereError, NotSavedError: as for `save_copy`.
    """
    return (
        save_copy(signed, to=folder / copy_name(number, "signed"), replace=replace),
        save_copy(pdf, to=folder / copy_name(number, "pdf"), replace=replace),
    )


def hand_in_sealed(
    number: CertificateNumber, *, sealed: bytes, folder: Path, replace: bool = False
) -> tuple[Path]:
    """Save the sealed file in a folder, alone: a page beside it could be read by whoever finds the stick.

    Raises:
        AlreadyThereError, NotSavedError: as for `save_copy`.
    """
    return (save_copy(sealed, to=folder / copy_name(number, "sealed"), replace=replace),)
