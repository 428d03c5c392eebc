"""Does one piece of work for each name in a process of its own, so that memory does not grow with their number."""

import os
import signal
import sys
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from multiprocessing import get_context, parent_process
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from threading import Thread
from typing import TypeVar

from vejviser.system_faults import in_danish

Result = TypeVar("Result")
# On Linux a process begins as a copy of this one, with everything imported; elsewhere it begins anew.
if sys.platform == "linux":
    _CONTEXT = get_context("fork")
else:
    _CONTEXT = get_context("spawn")


@dataclass(frozen=True, slots=True)
class Broken:
    """What comes instead of a result when the work broke: the fault in a line, and whether the system refused it."""

    fault: str
    is_refused: bool = False


def each(work: Callable[[str], Result], names: Iterable[str], at_once: int) -> Iterator[tuple[str, Result | Broken]]:
    """Every name with its result as they come, at most `at_once` at a time."""
    waiting = deque(names)
    running: dict[object, tuple[str, Connection, BaseProcess]] = {}
    try:
        while waiting or running:
            while waiting and len(running) < at_once:
                name = waiting.popleft()
                ours, theirs = _CONTEXT.Pipe(duplex=False)
                started = _CONTEXT.Process(target=_answer, args=(work, name, theirs), daemon=True)
                started.start()
                theirs.close()
                running[ours] = name, ours, started
            for ready in wait([ours for _, ours, _ in running.values()]):
                name, ours, process = running.pop(ready)
                try:
                    result = ours.recv()
                except EOFError:
                    result = Broken("processen standsede; der mangler måske hukommelse")
                process.join()
                ours.close()
                yield name, result
    finally:
        for _, _, process in running.values():
            process.terminate()
            process.join()


def _end_with_parent() -> None:
    """End this process when the one that started it is gone: nobody is there to publish what it makes."""
    parent = parent_process()
    if parent is not None:
        Thread(target=lambda: (wait([parent.sentinel]), os._exit(1)), daemon=True).start()


def _answer(work: Callable[[str], object], name: str, to: Connection) -> None:
    signal.signal(signal.SIGTERM, signal.SIG_DFL)
    _end_with_parent()
    try:
        to.send(work(name))
    except KeyboardInterrupt:
        return
    except OSError as error:
        to.send(Broken(in_danish(error), is_refused=True))
    except Exception as error:  # noqa: BLE001  # the other municipalities go on
        to.send(Broken(f"{type(error).__name__}: {error}"))
