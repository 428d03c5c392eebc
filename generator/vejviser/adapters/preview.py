"""Serves the site on this machine while it is written, and builds again at every change."""

import logging
from pathlib import Path

from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.exceptions import Abort

from vejviser.adapters.build import BuildFailed
from vejviser.adapters.mkdocs_plugin import VejviserPlugin

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
