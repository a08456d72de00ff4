"""A thread that does one thing after another, and that nobody waits for who leaves early."""

import atexit
from collections.abc import Callable
from concurrent.futures import Future
from contextlib import suppress
from queue import Empty, SimpleQueue
from threading import Thread
from typing import Any, TypeVar

T = TypeVar("T")
Job = tuple[Future[Any], Callable[[], Any]]
LAST_SECONDS = 5
"""For what is being done when the process ends."""


class Worker:
    """An executor of `concurrent.futures` lets no process end before all that waits is done, after
    a mistake and Ctrl-C too, and never where something hangs."""

    def __init__(self, last: Callable[[], None]) -> None:
        """`last`: what to do at the end, whenever that is."""
        self._last = last
        self._jobs: SimpleQueue[Job | None] = SimpleQueue()
        self._thread = Thread(target=self._work, daemon=True)
        self._thread.start()
        atexit.register(self._leave)

    def submit(self, do: Callable[[], T]) -> Future[T]:
        """Done when it is its turn."""
        future: Future[T] = Future()
        self._jobs.put((future, do))
        return future

    def end(self) -> None:
        """Nothing comes after what waits."""
        self._jobs.put(None)

    def _work(self) -> None:
        for future, do in iter(self._jobs.get, None):
            try:
                future.set_result(do())
            except Exception as error:  # it is theirs who asked
                future.set_exception(error)
        self._last()

    def _leave(self) -> None:
        with suppress(Empty):
            while True:
                self._jobs.get_nowait()
        self.end()
        self._thread.join(LAST_SECONDS)
