"""The school file that lies beside the installed program on a managed computer. Looked for at every start."""

import os
import sys
from pathlib import Path

from nickaudit.domain.school import SCHOOL_SUFFIX


def found() -> Path | None:
    """That file, the first by name; None where there is none, as mostly."""
    program = Path(os.path.abspath(sys.executable if getattr(sys, "frozen", False) else sys.argv[0] or "."))
    folders = [program.parent]
    if program.parent.name == "MacOS":
        folders.append(program.parents[2].parent)  # beside NickAudit.app
    for folder in folders:
        try:
            names = sorted(name for name in os.listdir(folder) if name.endswith(SCHOOL_SUFFIX))
        except OSError:
            continue
        if names:
            return folder / names[0]
    return None
