"""What the window says, read from its source: every text in a module that is written as a sentence."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import nickaudit.ui

_ROOT = Path(nickaudit.ui.__file__).parent
_LINK = re.compile(r"\[([^\]]*)\]\([^)]*\)")
_SENTENCE = re.compile(r"^\W*[A-Z0-9{].*[.?]$", re.DOTALL)
_LEAST_WORDS = 3


class Said(NamedTuple):
    """One text, and where it stands. A gap that is filled in later reads as a short word."""

    where: str
    text: str


@cache
def texts() -> tuple[Said, ...]:
    """All texts of the pages, the widgets and the tables of words."""
    files = (*_ROOT.glob("*.py"), *_ROOT.glob("pages/**/*.py"), *_ROOT.glob("widgets/*.py"))
    return tuple(said for file in sorted(files) for said in _in_file(file))


def sayings() -> tuple[Said, ...]:
    """Those that are whole sentences."""
    return tuple(
        said for said in texts() if _SENTENCE.match(said.text) and said.text.count(" ") >= _LEAST_WORDS - 1
    )


def _in_file(file: Path) -> Iterator[Said]:
    tree = ast.parse(file.read_text(encoding="utf-8"))
    not_said = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            not_said |= {id(part) for part in node.values}
        if id(node) in not_said:
            continue
        text = _text_of(node)
        if text is not None:
            plain = _LINK.sub(r"\1", text).replace("**", "")
            yield Said(f"{file.relative_to(_ROOT).as_posix()}:{node.lineno}", plain)  # type: ignore[attr-defined]


def _text_of(node: ast.AST) -> str | None:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = (part.value if isinstance(part, ast.Constant) else "it" for part in node.values)
        return "".join(str(part) for part in parts)
    return None
