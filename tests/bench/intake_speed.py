"""What taking in sealed certificates costs over bare decrypting and verifying; and what a second look costs.

All figures are ratios measured in the same run. The receipts, which are written to the share, are apart.
"""

import gc
import json
import os
import shutil
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from joserfc import jwe, jws
from joserfc.jwk import OKPKey

from nickaudit.bootstrap import local_now
from nickaudit.credentials import certificate_jwt, sealed
from nickaudit.domain.school import SEALED_SUFFIX
from nickaudit.services.intake import take_in
from nickaudit.services.opening import ReaderKeys
from nickaudit.store.database import Database
from nickaudit.store.school.migrations import SCHEMA
from tests.factories import make_claims

FILES = 5_000
NEW = 5
ROUNDS = 5


def measure(*, files: int = FILES, rounds: int = ROUNDS) -> dict[str, float | int]:
    """The best of some rounds, in each of which bare work and ours take turns.

    `ratio` is one process over bare work on one core, `two_over_one` two processes over that one, and
    `again_percent` a second look with five new files, in per cent of the first. What ends in `_processor` is
    the same in the processor's time, of two processes that of the longer: whatever else the machine does,
    and without waiting for the disk.
    """
    reader, recovery = sealed.new_encryption_key(), sealed.new_encryption_key()
    to = (sealed.public_of(reader), sealed.public_of(recovery))
    letters = [_letter(number, to) for number in range(files + NEW)]
    group = tuple(sorted(map(sealed.kid_of, to)))
    keys = ReaderKeys((reader,), may_be_for=(group,))
    found: dict[str, list[float]] = {name: [] for name in ("bare", "one", "two", "again")}
    processor: dict[str, list[float]] = {name: [] for name in found}

    def measured(name: str, work: Callable[[], int], *, expects: int) -> None:
        gc.collect()
        gc.disable()  # as while the window is open, which collects by itself; so does `timeit`
        began, began_here, began_there = time.perf_counter(), time.process_time(), _children()
        done = work()
        processor[name].append(max(time.process_time() - began_here, _children() - began_there))
        found[name].append(time.perf_counter() - began)
        gc.enable()
        assert done == expects, f"{done} of {expects}"

    with tempfile.TemporaryDirectory() as made:
        box = Path(made) / "share"
        box.mkdir()
        for number, letter in enumerate(letters[:files]):
            (box / f"{number:032x}{SEALED_SUFFIX}").write_bytes(letter)
        for round_ in range(rounds):
            measured("bare", lambda: _bare(letters[:files], reader), expects=files)
            for name, processes in (("one", 1), ("two", 2)):
                home = Path(made) / f"{name}-{round_}"
                school = Database(home / "school.db", SCHEMA)
                school.rows("SELECT 1")  # made beforehand, as it is on the head's computer

                def look(school: Database = school, processes: int = processes) -> int:
                    return take_in(school, box, now=local_now(), keys=keys, processes=processes).taken_in

                measured(name, look, expects=files)
                if name == "one":
                    for number, letter in enumerate(letters[files:], files):
                        (box / f"{number:032x}{SEALED_SUFFIX}").write_bytes(letter)
                    measured("again", look, expects=NEW)
                    for number in range(files, files + NEW):
                        (box / f"{number:032x}{SEALED_SUFFIX}").unlink()
                school.close()
                shutil.rmtree(home)
    bare, one, two, again = (min(found[name]) for name in ("bare", "one", "two", "again"))
    return {
        "ratio": round(one / bare, 2),
        "ratio_processor": round(min(processor["one"]) / min(processor["bare"]), 2),
        "ratio_two": round(two / bare, 2),
        "two_over_one": round(two / one, 2),
        "two_over_one_processor": round(min(processor["two"]) / min(processor["one"]), 2),
        "again_percent": round(100 * again / one, 2),
        "bare_s": round(bare, 2),
        "one_s": round(one, 2),
        "two_s": round(two, 2),
        "again_ms": round(1000 * again, 1),
        "n": files,
    }


def _letter(number: int, to: Sequence[str]) -> bytes:
    """A sealed certificate of a person who has not been seen before."""
    claims = make_claims(
        number=f"{number >> 16:04X}-0000-{number & 0xFFFF:04X}",
        name=f"Rosalind Ash {number}",
        staff_number=str(number),
    )
    signed = certificate_jwt.sign(claims, private_jwk=certificate_jwt.new_key())
    return sealed.seal(signed, to=to)


def _bare(letters: Sequence[bytes], reader: str) -> int:
    """The least that joserfc can do: find the share of the key, decrypt, and check the signature."""
    key = OKPKey.import_key(json.loads(reader))
    kid = sealed.kid_of(sealed.public_of(reader))
    opening = jwe.JWERegistry(algorithms=["ECDH-ES+A256KW", "A256GCM"])
    checking = jws.JWSRegistry(algorithms=["Ed25519"])
    for letter in letters:
        parts = json.loads(letter)
        parts["recipients"] = [each for each in parts["recipients"] if each["header"]["kid"] == kid]
        signed = jwe.decrypt_json(parts, key, registry=opening).plaintext
        assert signed is not None
        did = json.loads(_unb64(signed.split(b".", 1)[0]))["kid"]
        jwk = json.loads(_unb64(did.removeprefix("did:jwk:").removesuffix("#0").encode()))
        json.loads(jws.deserialize_compact(signed, OKPKey.import_key(jwk), registry=checking).payload)
    return len(letters)


def _unb64(text: bytes) -> bytes:
    import base64

    return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))


def _children() -> float:
    """Seconds of the processor that ended children have used, where the system says."""
    used = os.times()
    return used.children_user + used.children_system
