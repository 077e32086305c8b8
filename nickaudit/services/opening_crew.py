"""Opens and checks files in their order: few in this process, many in several at once.

The children are this same program again, spoken to through pipes (`opening_child`). Whatever a child does not
manage, this process does itself, so a child that could not be started or was killed costs time and no file.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from queue import SimpleQueue
from typing import Generic, TypeVar

from nickaudit.services.opening import Checked, ReaderKeys, checker

MANY = 400
"""From so many files on, starting other processes costs less than it saves."""

_BATCH = 32
_BATCHES_AHEAD = 4
"""For each process; what is read ahead lies in memory."""
_MOST_CHILDREN = 3

Item = TypeVar("Item")
Check = Callable[[list[bytes]], list[Checked]]


def over(
    contents: Iterator[tuple[Item, bytes | OSError]],
    *,
    keys: ReaderKeys,
    how_many: int,
    processes: int | None = None,
) -> Generator[tuple[Item, Checked | OSError]]:
    """What each file came to, in the order in which they come; one that was not read is handed through.

    Args:
        contents: The files, read as they are asked for.
        keys: What sealed files are opened with.
        how_many: How many there will be, about.
        processes: How many may work at once; as many as there are processors, unless given.
    """
    wanted = _processors() if processes is None else processes
    check = checker(keys)
    if how_many < MANY or wanted < 2:
        # Reading some and then opening them costs less than turning from one to the other for each.
        while batch := list(islice(contents, _BATCH)):
            yield from _with_each(batch, check(_to_open(batch)))
        return
    with _Crew(check, keys, children=min(wanted - 1, _MOST_CHILDREN)) as crew:
        yield from crew.over(contents)


class _Crew:
    """This process and its children, until `with` ends."""

    def __init__(self, check: Check, keys: ReaderKeys, *, children: int) -> None:
        from nickaudit.services.opening_child import Child

        self._check = check
        self._children = [Child(keys) for _ in range(children)]
        self._free: SimpleQueue[Child] = SimpleQueue()
        for child in self._children:
            self._free.put(child)
        self._threads = ThreadPoolExecutor(max_workers=children, thread_name_prefix="opening")

    def __enter__(self) -> _Crew:
        return self

    def __exit__(self, *_: object) -> None:
        for child in self._children:
            child.kill()
        self._threads.shutdown(wait=True, cancel_futures=True)
        for child in self._children:
            child.close()

    def over(
        self, contents: Iterator[tuple[Item, bytes | OSError]]
    ) -> Iterator[tuple[Item, Checked | OSError]]:
        under_way: deque[_Task[Item]] = deque()
        ahead = _BATCHES_AHEAD * (len(self._children) + 1)
        while True:
            while len(under_way) < ahead and (batch := list(islice(contents, _BATCH))):
                under_way.append(_Task(batch, self._threads.submit(self._asked, _to_open(batch))))
            if not under_way:
                return
            while not under_way[0].is_done():
                # Rather than wait, do what no child has begun with yet: the last, as the first come next.
                mine = next((task for task in reversed(under_way) if task.take()), None)
                if mine is None:
                    break
                mine.done = self._check(_to_open(mine.batch))
            task = under_way.popleft()
            yield from _with_each(task.batch, task.result(self._check))

    def _asked(self, contents: list[bytes]) -> list[Checked] | None:
        child = self._free.get()
        try:
            return child.ask(contents)
        finally:
            self._free.put(child)


class _Task(Generic[Item]):
    """Some files under way: with a child, or done by ourselves."""

    def __init__(
        self, batch: list[tuple[Item, bytes | OSError]], future: Future[list[Checked] | None]
    ) -> None:
        self.batch = batch
        self._future = future
        self.done: list[Checked] | None = None

    def take(self) -> bool:
        """Take it over, if nobody has begun with it."""
        return self.done is None and self._future.cancel()

    def is_done(self) -> bool:
        return self.done is not None or self._future.done()

    def result(self, check: Check) -> list[Checked]:
        """What the files came to; done here where the child failed."""
        found = self.done if self.done is not None else self._future.result()
        return check(_to_open(self.batch)) if found is None else found


def _to_open(batch: Iterable[tuple[Item, bytes | OSError]]) -> list[bytes]:
    return [content for _, content in batch if isinstance(content, bytes)]


def _with_each(
    batch: Iterable[tuple[Item, bytes | OSError]], found: Iterable[Checked]
) -> Iterator[tuple[Item, Checked | OSError]]:
    each = iter(found)
    for item, content in batch:
        yield item, content if isinstance(content, OSError) else next(each)


def _processors() -> int:
    if hasattr(os, "sched_getaffinity"):  # those this process may use, where the system says
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
