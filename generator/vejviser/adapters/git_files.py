"""Gets the project's files as they were in an earlier version in git."""

import io
import subprocess
import tarfile
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from vejviser.folders import CONTENT, TREES
from vejviser.wrong_use import WrongUse


@contextmanager
def as_it_was(root: Path, revision: str) -> Iterator[Path]:
    """A folder with content and trees as they were; it is gone afterwards. Raises WrongUse when git cannot say."""
    with tempfile.TemporaryDirectory(prefix="vejviser-") as folder:
        try:
            command = ["git", "-C", str(root), "archive", "--end-of-options", revision, CONTENT, TREES]
            packed = subprocess.run(command, capture_output=True, check=False)  # noqa: S603  # no shell, git's own syntax
        except FileNotFoundError:
            raise WrongUse(f"Git er ikke installeret, så `{revision}` kan ikke findes.") from None
        if packed.returncode:
            raise WrongUse(f"Git kan ikke finde `{revision}`: {packed.stderr.decode(errors='replace').strip()}")
        with tarfile.open(fileobj=io.BytesIO(packed.stdout)) as archive:
            archive.extractall(folder, filter="data")
        yield Path(folder)
