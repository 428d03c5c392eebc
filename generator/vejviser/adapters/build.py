"""Builds and serves the site with MkDocs in our own process."""

import logging
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, MkDocsException

from vejviser.adapters.mkdocs_plugin import VejviserPlugin
from vejviser.checked import Checked


class BuildFailed(Exception):
    """MkDocs could not build the site; the message is what it said."""


class NotASite(Exception):
    """The folder to build to holds something else than a site."""


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


def build(checked: Checked, root: Path, site_dir: Path) -> int:
    """Build the site beside the one that stands and then take its place; returns the number of pages.

    Raises BuildFailed with MkDocs' own words, and NotASite rather than replace a folder that holds anything
    else. What stands is untouched then.
    """
    if site_dir.exists() and not is_site(site_dir):
        raise NotASite(site_dir)
    fresh = site_dir.with_name(f".{site_dir.name}.ny")
    shutil.rmtree(fresh, ignore_errors=True)
    with _quiet() as said:
        try:
            config = load_config(config_file=str(root / "mkdocs.yml"), site_dir=str(fresh), strict=True)
            plugin = config.plugins.get("vejviser")
            if not isinstance(plugin, VejviserPlugin):
                raise BuildFailed("`vejviser` mangler under `plugins:` i mkdocs.yml.")
            plugin.use(checked)
            mkdocs_build(config)
        except (Abort, MkDocsException) as error:
            shutil.rmtree(fresh, ignore_errors=True)
            raise BuildFailed("\n".join(said) or str(error)) from error
    exchange(fresh, site_dir)
    return sum(1 for path in site_dir.rglob("index.html"))


def is_site(folder: Path) -> bool:
    """Whether a folder is empty or holds a site of ours, or many under one front page, and so may be replaced."""
    if not folder.is_dir():
        return False
    return not any(folder.iterdir()) or any(
        (folder / mark).is_file() for mark in ("assets/municipality.css", "portal.json")
    )


def exchange(fresh: Path, site_dir: Path) -> None:
    """Two renames: a reader meets the old site or the new one, hardly ever nothing, never a mixture."""
    old = site_dir.with_name(f".{site_dir.name}.gammel")
    shutil.rmtree(old, ignore_errors=True)
    if site_dir.exists():
        site_dir.replace(old)
    fresh.replace(site_dir)
    shutil.rmtree(old, ignore_errors=True)


# What MkDocs says under serve, as an editor should read it; None is said to nobody.
_DANISH = {
    "Building documentation": "Bygger siderne …",
    "Documentation built": "Færdig. Siden er opdateret.",
    "Detected file changes": "En fil er ændret.",
    "Browser connected": None,
    "Reloading browsers": None,
    "Watching paths": None,
    "Serving on": None,
    "Shutting down": None,
}


class _InDanish(logging.Filter):
    """Says MkDocs' messages in Danish and leaves out those that help no editor."""

    def filter(self, record: logging.LogRecord) -> bool:
        message = record.getMessage()
        for start, words in _DANISH.items():
            if start in message:  # the server puts the time in front
                record.msg, record.args = words, ()
                return words is not None
        return True


def _is_not_about_dirty(record: logging.LogRecord) -> bool:
    """MkDocs warns that a dirty build has wrong navigation and search; ours is made whole again."""
    return "A 'dirty' build" not in str(record.msg)


def serve(root: Path, address: str, municipality: str) -> None:
    """Build, serve and build again whenever a file changes, making only the pages that differ.

    Raises BuildFailed when the first build fails: then there is nothing to serve.
    """
    handler = logging.StreamHandler()
    handler.addFilter(_InDanish())
    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[handler])
    # On the logger, not on the handler: in strict mode MkDocs counts its own warning as a fault.
    logging.getLogger("mkdocs.commands.build").addFilter(_is_not_about_dirty)
    VejviserPlugin.chosen = municipality
    try:
        mkdocs_serve(config_file=str(root / "mkdocs.yml"), build_type="dirty", dev_addr=address)
    except Abort as error:
        raise BuildFailed(str(error)) from error
