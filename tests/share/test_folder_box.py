import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from nickaudit.share.folder_box import FolderBox
from tests.share.letterbox_contract import LetterboxContract, Place


class TestFolderBox(LetterboxContract):
    @pytest.fixture
    def place(self, tmp_path: Path) -> Iterator[Place]:
        folder = tmp_path / "the school's “folder”"
        folder.mkdir()

        def lay(name: str, content: bytes) -> None:
            (folder / name).mkdir() if name.endswith("/") else (folder / name).write_bytes(content)

        before = os.umask(0o077)  # of somebody who lets nobody read what is theirs
        yield Place(
            box=FolderBox(folder),
            elsewhere=FolderBox(folder / "gone"),
            lay=lay,
            names=lambda: sorted(path.name for path in folder.iterdir()),
            content=lambda name: (folder / name).read_bytes(),
            is_for_all=lambda name: os.name != "posix" or (folder / name).stat().st_mode & 0o444 == 0o444,
        )
        os.umask(before)
