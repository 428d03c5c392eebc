"""Work for each name in a process of its own: what comes of it, and that it ends with who asked for it."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from vejviser.adapters.processes import Broken, each


def work(name: str) -> str:
    """What the processes do below."""
    if name == "brudt":
        raise ValueError("uha")
    if name == "dræbt":
        os._exit(9)
    return f"{name} {os.getpid()}"


class TestProcesses:
    """Work for each name in a process of its own."""

    def test_each(self) -> None:
        """Every name is answered by another process."""
        found = dict(each(work, ["a", "b", "c"], 2))

        assert {"a", "b", "c"} == set(found)
        assert 3 == len({str(answer).split()[-1] for answer in found.values()} - {str(os.getpid())})

    def test_one_breaks(self) -> None:
        """One that breaks or is killed says so, and the others are answered."""
        found = dict(each(work, ["brudt", "dræbt", "a"], 1))

        assert Broken("ValueError: uha") == found["brudt"]
        assert isinstance(found["dræbt"], Broken)
        assert isinstance(found["a"], str)


PARENT = """
import sys, time
from pathlib import Path
from vejviser.adapters.processes import each

def work(name):
    Path(sys.argv[1], name).write_text("")
    time.sleep(60)

if __name__ == "__main__":
    list(each(work, ["a", "b"], 2))
"""


@pytest.mark.skipif(sys.platform != "linux", reason="looks in /proc")
def test_children_end_with_their_parent(tmp_path: Path) -> None:
    """When the parent is killed, its processes stop at once: nobody would publish what they make."""
    (tmp_path / "parent.py").write_text(PARENT, encoding="utf-8")
    with subprocess.Popen([sys.executable, str(tmp_path / "parent.py"), str(tmp_path)]) as parent:
        await_(lambda: (tmp_path / "a").exists() and (tmp_path / "b").exists())
        children = Path(f"/proc/{parent.pid}/task/{parent.pid}/children").read_text(encoding="ascii").split()
        parent.kill()
    assert 2 == len(children)

    await_(lambda: not any(map(is_alive, children)))


def await_(happens: Callable[[], bool]) -> None:
    """Wait until something holds; it must within ten seconds."""
    deadline = time.monotonic() + 10
    while not happens():
        assert time.monotonic() < deadline
        time.sleep(0.05)


def is_alive(number: str) -> bool:
    """Whether a process runs; one that is dead and not yet fetched does not."""
    try:
        return not Path(f"/proc/{number}/stat").read_text(encoding="utf-8").rpartition(") ")[2].startswith("Z")
    except OSError:
        return False
