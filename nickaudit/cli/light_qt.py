"""Keep Qt's Python binding from work at every start that only its own makers need.

Nothing here changes what Qt does. Where another version of the binding goes about it in another way, it
does all of its work again, and the window opens a little later.
"""

import sys
from collections.abc import Sequence
from importlib.machinery import ModuleSpec
from types import ModuleType

_SIGNATURES = "shibokensupport.signature.lib."
_FOR_STUBS = (f"{_SIGNATURES}enum_sig", f"{_SIGNATURES}pyi_generator")
"""They write stub files for type checkers; the binding compiles both, from their source, at every start."""
_JUST_BEFORE = "PySide6.support"
"""What the binding imports before those two, after it has forgotten all it had of itself."""


class _Sparing:
    """Finds no module; when the binding is about to load those for stub files, empty ones are there."""

    @staticmethod
    def find_spec(name: str, _path: Sequence[str] | None, _target: ModuleType | None = None) -> None:
        """Never finds anything."""
        if name == _JUST_BEFORE:
            sys.meta_path.remove(_Sparing)
            for each in _FOR_STUBS:
                sys.modules[each] = empty = ModuleType(each)
                empty.__spec__ = ModuleSpec(each, None)


def spare_making_stubs() -> None:
    """Keep the binding from loading what writes stub files. To be called before anything of Qt is loaded."""
    if "PySide6" not in sys.modules:
        sys.meta_path.insert(0, _Sparing)


def spare_reading_sources() -> None:
    """Keep the binding from reading the source of every module that is imported. To be called after QtCore.

    It looks for the word PySide6 in each, to know where `from __feature__ import …` may be in use. We use
    that nowhere, and the reading takes as long as the first page.
    """
    feature = sys.modules.get("shibokensupport.feature")
    if hasattr(feature, "_mod_uses_pyside"):
        feature._mod_uses_pyside = lambda _module: False  # type: ignore[union-attr]  # noqa: SLF001
