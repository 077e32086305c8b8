"""Turns parsed TOML into a domain type, and says of every key what does not fit, not of the first only."""

import re
from enum import Enum
from functools import cache
from types import UnionType
from typing import TypeVar, get_args, get_origin

import msgspec
from msgspec import Struct
from msgspec.structs import FieldInfo, fields

from nickaudit.content.faults import KeyPath, quoted
from nickaudit.content.toml_source import TomlSource

S = TypeVar("S", bound=Struct)

_EXPECTED = re.compile(r"Expected `(.+?)`, got `(.+?)`")
_INSIDE = re.compile(r" - at `\$(.+?)`$")
_WORDS = {
    "str": "text in quotes",
    "int": "a whole number",
    "float": "a number with a decimal point",
    "bool": "true or false",
    "array": "a list",
    "object": "a table",
    "datetime": "a date",
    "date": "a date",
    "time": "a time",
    "null": "nothing",
}


def shape(source: TomlSource, wanted: type[S]) -> S:
    """The file as `wanted`; for what does not fit there is a fault, and a harmless value in its place."""
    try:
        return msgspec.convert(source.data, wanted, strict=True)
    except (msgspec.ValidationError, RecursionError):
        return _shape(source, source.data, wanted, ())


def _shape(source: TomlSource, raw: object, wanted: type[S], at: KeyPath) -> S:
    if not isinstance(raw, dict):
        source.fault(
            at, f"This should be a table, not {_kind_of(raw)}.", "Write it as a table with its keys."
        )
        raw = {}
    known = fields_of(wanted)
    for key in raw:
        if key not in known:
            source.fault(
                (*at, key), f"The key {quoted(key)} is not known here.", _closest(str(key), list(known))
            )
    values: dict[str, object] = {}
    for key, info in known.items():
        if key in raw:
            values[info.name] = _value(source, raw[key], info, (*at, key))
        elif info.required:
            source.fault((*at, key), f"The key {quoted(key)} is missing.", f"Add {key} = … here.")
            values[info.name] = _stand_in(info)
    return wanted(**values)


def _value(source: TomlSource, raw: object, info: FieldInfo, at: KeyPath) -> object:
    inner = _struct_in(info.type)
    if inner is not None and get_origin(info.type) is tuple:
        if not isinstance(raw, list):
            source.fault(
                at, f"This should be a list of tables, not {_kind_of(raw)}.", f"Write [[{at[-1]}]] for each."
            )
            return ()
        return tuple(_shape(source, item, inner, (*at, index)) for index, item in enumerate(raw))
    if inner is not None:
        return _shape(source, raw, inner, at)
    try:
        return msgspec.convert(raw, info.type, strict=True)
    except (msgspec.ValidationError, RecursionError) as error:
        source.fault(at, *_in_words(str(error), info))
        return _stand_in(info)


@cache
def fields_of(wanted: type[Struct]) -> dict[str, FieldInfo]:
    """The fields of a type by their names in a file; asked once, as finding them takes long."""
    return {info.encode_name: info for info in fields(wanted)}


def _struct_in(kind: object) -> type[Struct] | None:
    """The table that is wanted: alone, in a list, or where there may be none."""
    inner = get_args(kind)[0] if get_origin(kind) in (tuple, UnionType) else kind
    return inner if isinstance(inner, type) and issubclass(inner, Struct) else None


def _stand_in(info: FieldInfo) -> object:
    """Something of the right type that trips no further rule."""
    if info.default is not msgspec.NODEFAULT:
        return info.default
    if info.default_factory is not msgspec.NODEFAULT:
        return info.default_factory()
    kind = getattr(info.type, "__supertype__", info.type)
    inner = _struct_in(kind)
    if get_origin(kind) is tuple:
        return ()
    if inner is not None:
        return inner(**{part.name: _stand_in(part) for part in fields(inner) if part.required})
    if isinstance(kind, type) and issubclass(kind, Enum):
        return list(kind)[-1]
    return 0 if kind is int else ""


def _in_words(error: str, info: FieldInfo) -> tuple[str, str]:
    inside = _INSIDE.search(error)
    where = "" if inside is None or inside[1] == "" else " in it" if "[" in inside[1] else ""
    if types := _EXPECTED.search(error):
        wanted = " or ".join(
            _WORDS.get(part.strip(), part) for part in types[1].split("|") if part.strip() != "null"
        )
        got = _WORDS.get(types[2], types[2])
        return f"A value{where} is {got}, where {wanted} is wanted.", f"Write {wanted}."
    choices = _choices(info.type)
    if choices and error.startswith("Invalid enum value"):
        wrong = error.split("'")[1] if "'" in error else ""
        if wrong == "data":
            return "“data” is a tool and no check.", "Take the check out, or give it one of the eight topics."
        return f"{quoted(wrong)} is not one of the words known here.", f"Use one of: {', '.join(choices)}."
    return "This value does not fit here.", "Write it as the other files do."


def _choices(kind: object) -> list[str]:
    if isinstance(kind, type) and issubclass(kind, Enum):
        return [str(member.value) for member in kind]
    return next((found for part in get_args(kind) if (found := _choices(part))), [])


def _kind_of(raw: object) -> str:
    names = {str: "str", bool: "bool", int: "int", float: "float", list: "array", dict: "object"}
    return _WORDS[names.get(type(raw), "date")]


def _closest(key: str, known: list[str]) -> str:
    from difflib import get_close_matches  # only where something is wrong

    close = get_close_matches(key, known, n=1)
    return f"Did you mean {close[0]}?" if close else f"Take it out, or use one of: {', '.join(known)}."
