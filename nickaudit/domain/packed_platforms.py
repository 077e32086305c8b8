"""Platforms that stay packed until somebody asks: a person has a few, and the content many."""

from collections.abc import Iterator, Mapping

from msgspec import msgpack

from nickaudit.domain.ids import PlatformId
from nickaudit.domain.platforms import Platform


class PackedPlatforms(Mapping[PlatformId, Platform]):
    """Reads like a dict, in the order given. What was unpacked once is the same object from then on."""

    def __init__(self, packed: Mapping[PlatformId, memoryview]) -> None:
        self._packed = packed
        self._unpacked: dict[PlatformId, Platform] = {}

    def __getitem__(self, key: PlatformId) -> Platform:
        found = self._unpacked.get(key)
        if found is None:
            found = self._unpacked[key] = msgpack.decode(self._packed[key], type=Platform)
        return found

    def __contains__(self, key: object) -> bool:
        return key in self._packed

    def __iter__(self) -> Iterator[PlatformId]:
        return iter(self._packed)

    def __len__(self) -> int:
        return len(self._packed)


def packed(platforms: Mapping[PlatformId, Platform]) -> dict[PlatformId, memoryview]:
    """As `PackedPlatforms` takes them."""
    return {key: memoryview(msgpack.encode(platform)) for key, platform in platforms.items()}
