"""The lock on a folder to publish to: one run at a time, and what a killed one left is taken over."""

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from projects import bytes_of
from small_sites import KNOWN, lay, left, portal, publish, site
from vejviser.adapters.publishing import Work, lock, opened
from vejviser.adapters.publishing.permission import for_site

HOLD = """
import sys, time
from pathlib import Path
from vejviser.adapters.publishing import lock
with lock.held(Path(sys.argv[1]), Path("s")):
    print("holder", flush=True)
    time.sleep(60)
"""


class TestLock:
    """One run at a time."""

    @pytest.fixture(name="other")
    def _other(self, tmp_path: Path) -> Iterator["subprocess.Popen[str]"]:
        """Another process that holds the lock of `s`."""
        words = [sys.executable, "-c", HOLD, str(tmp_path / ".s.vejviser")]
        with subprocess.Popen(words, stdout=subprocess.PIPE, text=True) as other:
            assert other.stdout is not None
            assert "holder\n" == other.stdout.readline()
            yield other
            other.kill()

    def test_busy(self, tmp_path: Path, other: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch) -> None:
        """The next one is told who publishes and since when, and touches nothing."""
        monkeypatch.setattr(lock, "_PATIENCE", 0.1)
        before = bytes_of(site(tmp_path / "s"))

        with pytest.raises(lock.Busy, match=rf"proces {other.pid} på .+ siden \d\d\.\d\d\.\d{{4}} kl\. \d\d\.\d\d"):
            publish(tmp_path / "s", en="1")
        assert before == bytes_of(tmp_path / "s")

    def test_busy_with_one_of_many(
        self, tmp_path: Path, other: "subprocess.Popen[str]", monkeypatch: pytest.MonkeyPatch
    ) -> None:
        """Who publishes all keeps those away who publish one of them."""
        assert other.poll() is None
        monkeypatch.setattr(lock, "_PATIENCE", 0.1)
        portal(tmp_path / "s", "by")

        with pytest.raises(lock.Busy):
            publish(tmp_path / "s/by")

    def test_stale(self, tmp_path: Path, other: "subprocess.Popen[str]") -> None:
        """The lock of a process that is gone is taken over, and what it left is taken away."""
        lay(tmp_path / ".s.vejviser", {"new-7/index.html": "halv"})
        other.kill()
        other.wait()

        publish(tmp_path / "s")
        assert ["s"] == left(tmp_path)

    def test_folder_of_its_own(self, tmp_path: Path) -> None:
        """Each process builds in a folder with its own number, on the disk of the site."""
        with opened(tmp_path / "s", for_site(KNOWN)) as work:
            assert isinstance(work, Work)
            assert str(os.getpid()) in work.fresh.name
            assert tmp_path / ".s.vejviser" == work.fresh.parent
        assert [] == left(tmp_path)
