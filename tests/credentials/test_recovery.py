"""The recovery key in a file, and what it gets back."""

import json
import time
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import given, settings
from joserfc import jwe
from joserfc.jwk import OctKey

from nickaudit.credentials import recovery, school_file
from nickaudit.credentials.signing_key import DamagedKeyError
from nickaudit.domain.certificate import CertificateRefused
from tests.credentials.forging import PRIVATE_JWK, b64, honest, unb64
from tests.credentials.mutations import mutations_of
from tests.credentials.sealing import FOREIGN, FOREIGN_X, HEAD_X, RECOVERY, RECOVERY_X

WORDS = "three short words"
FILE = recovery.lock(RECOVERY, passphrase=WORDS)
SIGNING = school_file.new_signing_key()
KEPT = recovery.seal_key(SIGNING, recovery=RECOVERY_X)


def header_of(file: bytes | str) -> dict[str, Any]:
    text = file.decode() if isinstance(file, bytes) else file
    header: dict[str, Any] = json.loads(unb64(text.split(".")[0]))
    return header


def with_header(file: str, header: dict[str, Any]) -> str:
    first = b64(json.dumps(header, separators=(",", ":")).encode())
    return ".".join((first, *file.split(".")[1:]))


def locked(content: str, **header: Any) -> bytes:
    """A file that opens with the passphrase, whatever is in it."""
    plain = {"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "cty": "jwk+json", "p2c": 210_000, **header}
    registry = jwe.JWERegistry(algorithms=[plain["alg"], plain["enc"], "DEF"])
    return jwe.encrypt_compact(plain, content, OctKey.import_key(WORDS), registry=registry).encode()


def test_a_recovery_file_gives_the_key_back() -> None:
    assert recovery.unlock(FILE, passphrase=WORDS) == RECOVERY


def test_the_passphrase_counts_as_it_is_read_not_as_it_is_coded() -> None:
    file = recovery.lock(RECOVERY, passphrase="caf\u00e9 am Fluß 7")
    assert recovery.unlock(file, passphrase="  cafe\u0301 am Fluß 7\n") == RECOVERY


def test_a_file_that_went_through_an_editor_still_opens() -> None:
    assert recovery.unlock(b" " + FILE + b"\r\n", passphrase=WORDS) == RECOVERY


def test_the_file_is_locked_as_agreed() -> None:
    header = header_of(FILE)
    assert len(unb64(header.pop("p2s"))) == 16
    assert header == {"alg": "PBES2-HS512+A256KW", "enc": "A256GCM", "cty": "jwk+json", "p2c": 210_000}
    assert recovery.lock(RECOVERY, passphrase=WORDS) != FILE


@pytest.mark.parametrize("wrong", ["three short word", "Three short words", "", "x" * 10_000, "\ud800"])
def test_a_wrong_passphrase_is_told(wrong: str) -> None:
    with pytest.raises(recovery.PassphraseError):
        recovery.unlock(FILE, passphrase=wrong)


@pytest.mark.parametrize("short", ["", "password", " " * 20, "thirteen char"])
def test_a_short_passphrase_is_not_taken(short: str) -> None:
    with pytest.raises(recovery.ShortPassphraseError, match=str(recovery.SHORTEST_PASSPHRASE)):
        recovery.lock(RECOVERY, passphrase=short)


@pytest.mark.parametrize(
    "untrusted",
    [
        b"",
        b"Dear all",
        b"...." * 2,
        b"....",
        b"x" * (recovery.LARGEST + 1),
        honest(),
        KEPT.encode(),
        FILE.rpartition(b".")[0],
        FILE.replace(b".", b"=.", 1),
        FILE + b"=",
        locked(SIGNING),
        locked("not even a key"),
        locked(RECOVERY, p2c=2048),
        locked(RECOVERY, p2c=250_000),
        locked(RECOVERY, enc="A128GCM"),
        locked(RECOVERY, zip="DEF"),
        locked(RECOVERY, kid="x"),
        locked(RECOVERY, cty="JWT"),
        with_header(FILE.decode(), {**header_of(FILE), "p2c": 10**12}).encode(),
        with_header(FILE.decode(), {**header_of(FILE), "p2c": "210000"}).encode(),
        with_header(FILE.decode(), {**header_of(FILE), "alg": "dir"}).encode(),
        with_header(FILE.decode(), {**header_of(FILE), "p2s": 7}).encode(),
        with_header(FILE.decode(), {**header_of(FILE), "d": "A" * 43}).encode(),
    ],
    ids=lambda untrusted: str(untrusted[-20:]),
)
def test_what_is_no_recovery_file_is_told_at_once(untrusted: bytes) -> None:
    began = time.monotonic()
    with pytest.raises(recovery.RecoveryFileError):
        recovery.unlock(untrusted, passphrase=WORDS)
    assert time.monotonic() - began < 2


@settings(max_examples=100)
@given(mutations_of(FILE))
def test_a_damaged_recovery_file_is_told(untrusted: bytes) -> None:
    try:
        found = recovery.unlock(untrusted, passphrase=WORDS)
    except (recovery.RecoveryFileError, recovery.PassphraseError):
        return
    assert found == RECOVERY
    assert untrusted.strip() == FILE


def test_the_signing_key_comes_back_with_the_recovery_key() -> None:
    assert recovery.unseal_key(KEPT, recovery_jwk=RECOVERY) == SIGNING


def test_a_whole_recovery_from_paper_and_school_file() -> None:
    paper = recovery.printed(RECOVERY)
    assert recovery.unseal_key(KEPT, recovery_jwk=recovery.from_print(paper.lower())) == SIGNING


def test_another_recovery_key_is_told() -> None:
    with pytest.raises(recovery.OtherSchoolKeyError):
        recovery.unseal_key(KEPT, recovery_jwk=FOREIGN)


def swapped_epk() -> str:
    header = header_of(KEPT)
    return with_header(KEPT, {**header, "epk": {**header["epk"], "x": HEAD_X}})


def weak_epk() -> str:
    header = header_of(KEPT)
    return with_header(KEPT, {**header, "epk": {**header["epk"], "x": "A" * 43}})


@pytest.mark.parametrize(
    "untrusted",
    [
        "",
        "é" * 20,
        "\ud800....",
        FILE.decode(),
        KEPT[:-2],
        KEPT[:-8] + "AAAAAAAA",
        KEPT + "=",
        swapped_epk(),
        weak_epk(),
        with_header(KEPT, {**header_of(KEPT), "alg": "ECDH-ES"}),
        with_header(KEPT, {**header_of(KEPT), "zip": "DEF"}),
        with_header(KEPT, {**header_of(KEPT), "enc": "A128GCM"}),
        recovery.seal_key(SIGNING, recovery=FOREIGN_X).rpartition(".")[0] + "." + KEPT.rpartition(".")[2],
    ],
    ids=lambda untrusted: untrusted[-10:].encode("unicode_escape").decode(),
)
def test_a_damaged_signing_key_is_told(untrusted: str) -> None:
    with pytest.raises((recovery.RecoveryFileError, recovery.OtherSchoolKeyError)):
        recovery.unseal_key(untrusted, recovery_jwk=RECOVERY)


@settings(max_examples=1000)
@given(mutations_of(KEPT.encode()))
def test_a_thousand_mutations_of_the_signing_key_are_told(untrusted: bytes) -> None:
    if untrusted == KEPT.encode():
        return
    with pytest.raises((recovery.RecoveryFileError, recovery.OtherSchoolKeyError)):
        recovery.unseal_key(untrusted.decode("latin-1"), recovery_jwk=RECOVERY)


@pytest.mark.parametrize(
    "act",
    [
        lambda: recovery.lock(PRIVATE_JWK, passphrase=WORDS),
        lambda: recovery.lock("", passphrase=WORDS),
        lambda: recovery.seal_key(RECOVERY, recovery=RECOVERY_X),
        lambda: recovery.unseal_key(KEPT, recovery_jwk=SIGNING),
    ],
)
def test_a_damaged_key_is_told(act: Callable[[], object]) -> None:
    with pytest.raises(DamagedKeyError):
        act()


@pytest.mark.parametrize("x", ["", "é", "A" * 43])
def test_nothing_is_sealed_to_what_is_no_recovery_key(x: str) -> None:
    with pytest.raises(CertificateRefused):
        recovery.seal_key(SIGNING, recovery=x)
