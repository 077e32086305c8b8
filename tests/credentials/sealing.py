"""Keys of a school, and sealed files that no honest program makes."""

import json
import subprocess
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from nickaudit.credentials import sealed
from tests.credentials.forging import b64, honest

HEAD, RECOVERY, FOREIGN = (sealed.new_encryption_key() for _ in range(3))
HEAD_X, RECOVERY_X, FOREIGN_X = (sealed.public_of(each) for each in (HEAD, RECOVERY, FOREIGN))
OURS = frozenset({frozenset({sealed.kid_of(HEAD_X), sealed.kid_of(RECOVERY_X)})})
SIGNED = honest()


def unsealer(*private_jwks: str) -> sealed.Unsealer:
    """As the head's program has it, or with other keys."""
    return sealed.Unsealer(private_jwks or (HEAD,), may_be_for=OURS)


def letter(content: bytes = SIGNED, *, to: tuple[str, ...] = (HEAD_X, RECOVERY_X)) -> dict[str, Any]:
    """A sealed file as plain values."""
    plain: dict[str, Any] = json.loads(sealed.seal(content, to=to))
    return plain


def written(plain: Mapping[str, Any]) -> bytes:
    return json.dumps(plain, separators=(",", ":")).encode()


def public_jwk(x: str) -> dict[str, str]:
    return {"kty": "OKP", "crv": "X25519", "x": x}


def protected(**header: Any) -> str:
    return b64(json.dumps(header, separators=(",", ":")).encode())


class Jose:
    """Asks npm `jose`."""

    def __init__(self, folder: Path) -> None:
        self._script = folder / "sealing.mjs"

    def ask(self, *wishes: Mapping[str, Any]) -> list[Any]:
        """The answers, each an object with `answer` or `error`."""
        lines = "".join(json.dumps(wish) + "\n" for wish in wishes)
        result = subprocess.run(
            ["node", str(self._script)], input=lines.encode(), capture_output=True, check=True, timeout=60
        )
        return [json.loads(line) for line in result.stdout.splitlines()]

    def answer(self, wish: str, **given: Any) -> Any:
        """The answer to one wish; it is a failure when there is none."""
        (told,) = self.ask({"wish": wish, **given})
        assert "answer" in told, told
        return told["answer"]


Change = Callable[[dict[str, Any]], None]


def changed(change: Change) -> bytes:
    """An honest sealed file after that change to its plain values."""
    plain = letter()
    change(plain)
    return written(plain)
