"""A policy pack as the file it is saved in: every key in its own order, what says nothing left out."""

from collections.abc import Iterator

import msgspec
import tomli_w
from msgspec import NODEFAULT, Struct
from msgspec.structs import FieldInfo

from nickaudit.content.shapes import fields_of
from nickaudit.domain.policy import PolicyPack


def pack_text(pack: PolicyPack) -> str:
    """The text of its `policy.toml`; read again, it is the same pack."""
    return "\n\n".join(_tables(pack, "")).replace("\n\n\n", "\n\n").strip() + "\n"


def _tables(struct: Struct, header: str) -> Iterator[str]:
    """The struct's own keys under its header, then its tables, each under a header of its own."""
    values: dict[str, object] = {}
    tables: list[tuple[str, Struct]] = []
    name = header.strip("[]")
    for key, info in fields_of(type(struct)).items():
        value = getattr(struct, info.name)
        path = f"{name}.{key}" if name else key
        if isinstance(value, Struct):
            tables.append((f"[{path}]", value))
        elif isinstance(value, tuple) and value and isinstance(value[0], Struct):
            tables += [(f"[[{path}]]", each) for each in value]
        elif not _says_nothing(value, info):
            values[key] = msgspec.to_builtins(value)
    own = tomli_w.dumps(values, indent=2).rstrip("\n")
    yield f"{header}\n{own}" if header else own
    for inner, each in tables:
        yield from _tables(each, inner)


def _says_nothing(value: object, info: FieldInfo) -> bool:
    return info.default is not NODEFAULT and value == info.default
