"""As many made-up platforms as wanted: those that come with the program, copied under other names."""

import re
from pathlib import Path

from nickaudit import paths

WANTED = 630


def write_platforms(folder: Path, *, wanted: int = WANTED) -> int:
    """Write so many platform files into that folder of content; the built-in ones are the pattern.

    Each copy has ids and a name of its own, and an `aka` by which it can be found: nothing else is different.
    """
    (folder / "platforms").mkdir(parents=True, exist_ok=True)
    patterns = sorted(paths.resource("platforms").glob("*.toml"))
    for number in range(wanted):
        pattern = patterns[number % len(patterns)]
        new_id = f"{pattern.stem}-copy-{number}"
        text = _renamed(pattern.read_text(encoding="utf-8"), pattern.stem, new_id, number)
        (folder / "platforms" / f"{new_id}.toml").write_text(text, encoding="utf-8")
    return wanted


def _renamed(text: str, old_id: str, new_id: str, number: int) -> str:
    ids = re.compile(rf'^(?!hosts)(.*)"{re.escape(old_id)}(?=[."])', re.MULTILINE)
    while ids.search(text):
        text = ids.sub(rf'\1"{new_id}', text)
    text = re.sub(r'^name = "(.*)"$', rf'name = "\1 {number}"', text, count=1, flags=re.MULTILINE)
    return re.sub(r"^common = \d+$", "common = 0", text, count=1, flags=re.MULTILINE)
