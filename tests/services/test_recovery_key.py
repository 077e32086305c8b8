"""The recovery key counts once it was seen again from where it is kept."""

import os
from pathlib import Path

import pytest

from nickaudit.credentials import recovery, sealed
from nickaudit.domain.errors import NickAuditError
from nickaudit.services import recovery_key
from nickaudit.services.recovery_key import NewSchool, RecoveryDiffersError, RecoveryUnreadableError
from nickaudit.services.saving import AlreadyThereError

PASSPHRASE = "three short words"


@pytest.fixture(scope="module")
def made() -> NewSchool:
    return recovery_key.new_school()


def test_it_is_read_back_from_its_file(made: NewSchool, tmp_path: Path) -> None:
    path = recovery_key.save(made, to=tmp_path / "r.nickaudit-recovery", passphrase=PASSPHRASE)
    assert made.recovery_jwk.encode() not in path.read_bytes()
    assert recovery_key.read_back_file(made, path, passphrase=PASSPHRASE).key == made.recovery_public


def test_it_is_read_back_as_typed_in_any_case_and_spacing(made: NewSchool) -> None:
    for typed in (made.printed, made.printed.lower(), made.printed.replace(" ", "-")):
        assert recovery_key.read_back_typed(made, typed).key == made.recovery_public


def test_another_key_is_not_taken_for_it(made: NewSchool, tmp_path: Path) -> None:
    other = recovery_key.new_school()
    path = recovery_key.save(other, to=tmp_path / "r", passphrase=PASSPHRASE)
    with pytest.raises(RecoveryDiffersError):
        recovery_key.read_back_typed(made, other.printed)
    with pytest.raises(RecoveryDiffersError):
        recovery_key.read_back_file(made, path, passphrase=PASSPHRASE)


def test_a_mistyped_letter_is_told(made: NewSchool) -> None:
    first = "A" if made.printed[0] != "A" else "B"
    with pytest.raises(NickAuditError, match="mistake"):
        recovery_key.read_back_typed(made, first + made.printed[1:])


def test_an_older_file_of_that_name_is_not_replaced_unasked(made: NewSchool, tmp_path: Path) -> None:
    (tmp_path / "r").write_text("older")
    with pytest.raises(AlreadyThereError):
        recovery_key.save(made, to=tmp_path / "r", passphrase=PASSPHRASE)
    recovery_key.save(made, to=tmp_path / "r", passphrase=PASSPHRASE, replace=True)
    assert recovery_key.from_file(tmp_path / "r", passphrase=PASSPHRASE)


def test_wrong_passphrase_no_file_and_another_file_are_each_told(made: NewSchool, tmp_path: Path) -> None:
    path = recovery_key.save(made, to=tmp_path / "r", passphrase=PASSPHRASE)
    with pytest.raises(recovery.PassphraseError):
        recovery_key.from_file(path, passphrase="three other words")
    with pytest.raises(RecoveryUnreadableError):
        recovery_key.from_file(tmp_path / "gone", passphrase=PASSPHRASE)
    (tmp_path / "letter").write_text("Dear all")
    with pytest.raises(recovery.RecoveryFileError):
        recovery_key.from_file(tmp_path / "letter", passphrase=PASSPHRASE)


@pytest.mark.skipif(os.name != "posix", reason="named pipes are of POSIX")
@pytest.mark.timeout(10)
def test_a_named_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(RecoveryUnreadableError):
        recovery_key.from_file(tmp_path / "pipe", passphrase=PASSPHRASE)


def test_the_keys_are_never_shown_by_accident(made: NewSchool) -> None:
    shown = repr(made) + str(made)
    assert made.recovery_jwk not in shown
    assert made.printed not in shown
    assert made.recovery_public == sealed.public_of(made.recovery_jwk)
