"""Puts what every project stands on into the wheel, from where it is kept; the rest is in pyproject.toml."""

import os
import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

# Two wheels of the same files are the same bytes, whenever they are made: 1 January 1980, where zip's clock begins.
os.environ.setdefault("SOURCE_DATE_EPOCH", "315532800")
SHIPPED = ("mkdocs.yml", "site_overrides", "content/faelles", "decision_trees/faelles")


class WithShipped(build_py):
    """Copies the theme, the shared content and mkdocs.yml beside the modules."""

    def run(self) -> None:
        """An installation that is edited in place reads them where they stand."""
        super().run()
        if self.editable_mode:
            return
        root, to = Path(__file__).parent, Path(self.build_lib) / "vejviser" / "shipped"
        shutil.rmtree(to, ignore_errors=True)
        for name in SHIPPED:
            (to / name).parent.mkdir(parents=True, exist_ok=True)
            if (root / name).is_dir():
                shutil.copytree(root / name, to / name, ignore=shutil.ignore_patterns(".*", "*~", "__pycache__"))
            else:
                shutil.copy2(root / name, to / name)


setup(cmdclass={"build_py": WithShipped})
