import pytest
from msgspec import structs

from nickaudit.domain.delivery import Sealed
from nickaudit.domain.ids import CertificateNumber
from nickaudit.domain.school import Reader
from nickaudit.store.database import Database
from nickaudit.store.errors import DamagedStoreError
from nickaudit.store.private import sealed

NUMBER = CertificateNumber("7F3A-91C2-04DE")
HEAD = Reader(title="the headteacher", name="Ann Hill", key="k" * 43, receipt_key="r" * 43)
SEALED = Sealed(content=b"\x00sealed\xff", readers=(HEAD,), recovery="y" * 43)


def test_what_was_sealed_comes_back_and_a_newer_one_takes_its_place(private: Database) -> None:
    assert sealed.of(private, NUMBER) is None
    sealed.keep(private, NUMBER, SEALED)
    private.close()
    assert sealed.of(private, NUMBER) == SEALED
    newer = structs.replace(SEALED, content=b"anew", readers=())
    sealed.keep(private, NUMBER, newer)
    assert sealed.of(private, NUMBER) == newer


def test_readers_that_cannot_be_read_are_damage(private: Database) -> None:
    sealed.keep(private, NUMBER, SEALED)
    private.write("UPDATE sealed SET sealed_for = '{}'")
    with pytest.raises(DamagedStoreError):
        sealed.of(private, NUMBER)
