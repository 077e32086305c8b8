"""Makes signed files that no honest program makes: any header and payload, signed rightly all the same."""

import base64
import json
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from nickaudit.credentials import certificate_jwt, wire
from tests.factories import make_claims

PRIVATE_JWK = json.dumps({
    "crv": "Ed25519",
    "d": "nWGxne_9WmC6hEr0kuwsxERJxWl7MmkZcDusAxyuf2A",
    "kty": "OKP",
    "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo",
})  # fmt: skip
"""The key pair that RFC 8037 prints as its example."""

KEY = json.loads(PRIVATE_JWK)


def b64(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode()


def unb64(text: str) -> bytes:
    return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4))


def kid(jwk: str | None = None) -> str:
    """A did:jwk for any text in place of the JWK."""
    return f"did:jwk:{b64((jwk or jwk_text()).encode())}#0"


def jwk_text(x: str = KEY["x"]) -> str:
    return f'{{"crv":"Ed25519","kty":"OKP","x":"{x}"}}'


def header(**changes: Any) -> dict[str, Any]:
    return {"alg": "Ed25519", "kid": kid(), "typ": "vc+jwt", **changes}


def payload(**changes: Any) -> dict[str, Any]:
    """The payload of an honest certificate, as plain values."""
    plain = json.loads(wire.payload_of(make_claims(), issuer=kid().removesuffix("#0")))
    return {**plain, **changes}


def subject(**changes: Any) -> dict[str, Any]:
    """The payload with other values about the person."""
    return payload(credentialSubject={**payload()["credentialSubject"], **changes})


def forged(head: dict[str, Any] | bytes | None = None, body: dict[str, Any] | bytes | None = None) -> bytes:
    """A signed file of exactly these parts."""
    first, second = (
        part if isinstance(part, bytes) else json.dumps(part, separators=(",", ":")).encode()
        for part in (header() if head is None else head, payload() if body is None else body)
    )
    signing_input = f"{b64(first)}.{b64(second)}".encode()
    signature = Ed25519PrivateKey.from_private_bytes(unb64(KEY["d"])).sign(signing_input)
    return signing_input + b"." + b64(signature).encode()


def honest(**claims: Any) -> bytes:
    """A certificate as the program makes it."""
    return certificate_jwt.sign(make_claims(**claims), private_jwk=PRIVATE_JWK)
