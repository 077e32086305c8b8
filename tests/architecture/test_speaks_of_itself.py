"""The project speaks only of itself: of no machine it was made on, no registry, no unfinished business."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
FORBIDDEN = {
    "a path of one machine": r"(?<![\w.~])/(?:work|root|opt/(?:pypi|wheels))\b",
    "the address of a registry": r"pypi\.org|pythonhosted|registry\.npmjs|--(?:extra-)?index-url",
    "unfinished business": r"\b(?:TODO|FIXME|XXX)\b",
    "who or what wrote it": r"(?i)\b(?:claude|anthropic|co-authored-by)\b",
    "how it was planned": r"(?i)\bissue ?#?\d+\b|\bthe (?:brief|founder)\b|\bsub-?agent\b",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_no_tracked_file_speaks_of(what: str, tracked: list[str]) -> None:
    pattern = re.compile(FORBIDDEN[what])
    found = []
    for name in tracked:
        if name == Path(__file__).relative_to(ROOT).as_posix():
            continue
        try:
            text = (ROOT / name).read_text(encoding="utf-8")
        except UnicodeDecodeError:
            continue  # a font or a picture
        for number, line in enumerate(text.splitlines(), 1):
            if match := pattern.search(line):
                found.append(f"{name}:{number}: {match[0]}")
    assert found == []
