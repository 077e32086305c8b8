"""What checking a certificate costs over the least: import the key, check the signature, read the JSON."""

import base64
import json
import statistics
import time
from collections.abc import Callable

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from joserfc import jws
from joserfc.jwk import OKPKey

from nickaudit.credentials import certificate_jwt
from tests.factories import make_claims

ROUNDS = 4000
WARM_UP = 400


def measure() -> dict[str, float | int]:
    """Medians in microseconds over interleaved rounds, and two ratios.

    Each step begins with the bytes of a signed file and ends with what its payload says. `ratio` is against
    the library underneath (cryptography), `ratio_jose` against the same done with joserfc. Nothing is kept
    from one round to the next.
    """
    private = certificate_jwt.new_key()
    signed = certificate_jwt.sign(make_claims(), private_jwk=private)
    x = json.loads(private)["x"]
    steps: tuple[Callable[[], object], ...] = (
        _bare(signed, x),
        _bare_jose(signed, x),
        lambda: certificate_jwt.claims_and_key(signed),  # what `nickaudit verify` and taking in do
    )
    times: tuple[list[int], ...] = ([], [], [])
    for round_ in range(WARM_UP + ROUNDS):
        for step, taken in zip(steps, times, strict=True):
            began = time.perf_counter_ns()
            step()
            took = time.perf_counter_ns() - began
            if round_ >= WARM_UP:
                taken.append(took)
    bare, jose, ours = (statistics.median(taken) / 1000 for taken in times)
    return {
        "ratio": round(ours / bare, 2),
        "ratio_jose": round(ours / jose, 2),
        "verify_us": round(ours, 1),
        "bare_us": round(bare, 1),
        "bare_jose_us": round(jose, 1),
        "n": ROUNDS,
    }


def _bare(signed: bytes, x: str) -> Callable[[], object]:
    x_bytes = x.encode()

    def step() -> object:
        head, body, signature = signed.split(b".")
        key = Ed25519PublicKey.from_public_bytes(_unb64(x_bytes))
        key.verify(_unb64(signature), head + b"." + body)
        return json.loads(_unb64(body))

    return step


def _bare_jose(signed: bytes, x: str) -> Callable[[], object]:
    registry = jws.JWSRegistry(algorithms=["Ed25519"])

    def step() -> object:
        key = OKPKey.import_key({"crv": "Ed25519", "kty": "OKP", "x": x})
        return json.loads(jws.deserialize_compact(signed, key, registry=registry).payload)

    return step


def _unb64(text: bytes) -> bytes:
    return base64.urlsafe_b64decode(text + b"=" * (-len(text) % 4))
