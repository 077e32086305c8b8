"""An implementation that is not ours (npm `jose`) reads our certificates, and sees when one is changed."""

import subprocess
from pathlib import Path

import pytest

from tests.credentials.forging import forged, header, honest


@pytest.fixture
def checker(jose: Path) -> Path:
    return jose / "check.mjs"


def answers(checker: Path, *signed: bytes) -> list[str]:
    result = subprocess.run(
        ["node", str(checker)], input=b"\n".join(signed) + b"\n", capture_output=True, check=True, timeout=60
    )
    return result.stdout.decode().splitlines()


def with_middle_changed(signed: bytes, part: int) -> bytes:
    parts = signed.split(b".")
    middle = len(parts[part]) // 2
    other = b"B" if parts[part][middle : middle + 1] == b"A" else b"A"
    parts[part] = parts[part][:middle] + other + parts[part][middle + 1 :]
    return b".".join(parts)


def test_it_accepts_a_certificate_and_reads_the_name(checker: Path) -> None:
    assert answers(checker, honest(name="Zoë Żółć فاطمة")) == ["yes Zoë Żółć فاطمة"]


def test_it_refuses_one_changed_character_in_the_middle_of_each_part(checker: Path) -> None:
    changed = [with_middle_changed(honest(), part) for part in range(3)]
    assert answers(checker, honest(), *changed) == ["yes Rosalind Ash", "no", "no", "no"]


def test_it_refuses_another_algorithm_and_another_type(checker: Path) -> None:
    assert answers(checker, forged(header(alg="EdDSA")), forged(header(typ="JWT"))) == ["no", "no"]
