"""Making the pages is a pure function: the same content gives the same bytes."""

import os
import subprocess
import sys

import pytest

from projects import MUNICIPALITY, ROOT, TODAY
from shipped import shipped_site
from vejviser.checked import check_project

pytestmark = pytest.mark.heavy


class TestSameBytes:
    """The same content gives the same pages."""

    def test_two_runs(self) -> None:
        """Loading and making the pages again changes nothing."""
        assert shipped_site(MUNICIPALITY) == check_project(ROOT, MUNICIPALITY, TODAY).site()

    def test_other_hash_seeds(self) -> None:
        """The order of sets and dicts in memory does not show."""
        program = (
            "import hashlib; from projects import *; from vejviser.checked import check_project;"
            "site = check_project(ROOT, MUNICIPALITY, TODAY).site();"
            "print(hashlib.sha256(repr(site).encode()).hexdigest())"
        )
        seen = {
            subprocess.run(
                [sys.executable, "-c", program],
                cwd=ROOT / "tests",
                env={**os.environ, "PYTHONHASHSEED": seed},
                capture_output=True,
                text=True,
                check=True,
            ).stdout
            for seed in ("1", "2")
        }

        assert 1 == len(seen)
