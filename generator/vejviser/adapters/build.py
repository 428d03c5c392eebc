"""Builds the site with MkDocs in our own process."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config import load_config
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from vejviser.adapters.addresses import lost
from vejviser.adapters.federation import keep_mark
from vejviser.adapters.mkdocs_plugin import VejviserPlugin
from vejviser.adapters.publishing import Work, is_portal
from vejviser.checked import Checked
from vejviser.wrong_use import WrongUse


class BuildFailed(Exception):
    """MkDocs could not build the site; the message is what it said."""


@contextmanager
def _quiet() -> Iterator[list[str]]:
    """Collect what MkDocs and its theme say, so that the command decides what is shown."""
    said: list[str] = []

    class Collect(logging.Handler):
        def emit(self, record: logging.LogRecord) -> None:
            said.append(record.getMessage())

    logger = logging.getLogger("mkdocs")
    handler = Collect(level=logging.WARNING)
    propagate, logger.propagate = logger.propagate, False
    logger.addHandler(handler)
    try:
        yield said
    finally:
        logger.removeHandler(handler)
        logger.propagate = propagate


def loaded(root: Path, **settings: Any) -> MkDocsConfig:
    """MkDocs' configuration of a project; raises WrongUse when mkdocs.yml or what it names breaks MkDocs itself."""
    try:
        config = load_config(config_file=str(root / "mkdocs.yml"), **settings)
    except (Abort, MkDocsException, OSError):
        raise
    except Exception as error:
        raise WrongUse(
            f"MkDocs kan ikke bruge mkdocs.yml ({type(error).__name__}: {error}).\n"
            "Se, om hver linje har den form, som MkDocs beskriver, og om de programmer, den nævner, virker."
        ) from error
    if not all(isinstance(path, str) for path in config.extra_css):  # what MkDocs does not look at
        raise WrongUse("`extra_css:` i mkdocs.yml skal være en liste af filnavne. Skriv hvert navn efter `- `.")
    return config


def make(checked: Checked, root: Path, fresh: Path, under: str = "") -> int:
    """Build the site into a folder of its own; returns the number of pages. One of many lies `under` its folder.

    Raises BuildFailed with MkDocs' own words.
    """
    with _quiet() as said:
        try:
            config = loaded(root, site_dir=str(fresh), strict=True)
            plugin = config.plugins.get("vejviser")
            if not isinstance(plugin, VejviserPlugin):
                raise BuildFailed("`vejviser` mangler under `plugins:` i mkdocs.yml.")
            plugin.use(checked, under)
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            raise BuildFailed("\n".join(said) or str(error)) from error
    pages = sum(1 for path in fresh.rglob("index.html"))
    if not pages:
        raise BuildFailed("Der kom ingen sider ud af det. Se, om noget i mkdocs.yml fjerner dem.")
    return pages


def build(checked: Checked, root: Path, work: Work) -> tuple[int, list[str]]:
    """Build the site and publish it; returns the number of pages, and the addresses that are no more.

    Raises BuildFailed; what stands is then untouched. A site within the pages over many keeps its way to their search.
    """
    is_one_of_many = is_portal(work.target.parent)
    pages = make(checked, root, work.fresh, work.target.name if is_one_of_many else "")
    if is_one_of_many:
        keep_mark(work.target, work.fresh)
    gone = lost(work.target, work.fresh)
    work.publish()
    return pages, gone
