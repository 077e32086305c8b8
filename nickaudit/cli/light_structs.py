"""Load msgspec without the back-ports of `typing`, which this Python has no need of.

It takes from them what it finds, and the same from `typing` where they are not installed.
"""

import sys
from importlib import import_module

_BACK_PORTS = "typing_extensions"


def load_structs() -> None:
    """Load msgspec; whoever asks for the back-ports afterwards gets them."""
    if "msgspec" in sys.modules or _BACK_PORTS in sys.modules:
        return
    sys.modules[_BACK_PORTS] = None  # type: ignore[assignment]  # Python's own sign for "not to be found"
    try:
        import_module("msgspec")
    finally:
        del sys.modules[_BACK_PORTS]
