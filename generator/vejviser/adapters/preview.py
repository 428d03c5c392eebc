"""Serves the site on this machine while it is written, and builds again at every change."""

import gc
import logging
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from mkdocs.commands.build import build as mkdocs_build
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort
from mkdocs.livereload import LiveReloadServer

from vejviser.adapters.build import BuildFailed, loaded
from vejviser.adapters.preview_requests import guarded
from vejviser.adapters.theme import THEME

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


class _Faults(logging.Handler):
    """Keeps what a build found wrong, to be shown in the browser too."""

    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.said: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        # The server's own warnings are about requests, not about the site.
        if not record.name.startswith("mkdocs.livereload"):
            self.said.append(record.getMessage())


class _Server(LiveReloadServer):
    """MkDocs' server, which takes its address before the first build, so that one in use is told of at once."""

    _is_bound = False

    def server_bind(self) -> None:
        if not self._is_bound:
            super().server_bind()
            self._is_bound = True


def _is_not_about_dirty(record: logging.LogRecord) -> bool:
    """MkDocs warns that a dirty build has wrong navigation and search; ours is made whole again."""
    return "A 'dirty' build" not in str(record.msg)


@contextmanager
def _listening() -> Iterator[_Faults]:
    """Show what MkDocs says, in Danish, and keep what is wrong."""
    shown, faults = logging.StreamHandler(), _Faults()
    shown.addFilter(_InDanish())
    logging.basicConfig(level=logging.INFO, format="%(message)s", handlers=[shown], force=True)
    # On the logger, not on the handler: in strict mode MkDocs counts its own warning as a fault.
    build_logger, logger = logging.getLogger("mkdocs.commands.build"), logging.getLogger("mkdocs")
    build_logger.addFilter(_is_not_about_dirty)
    logger.addHandler(faults)
    try:
        yield faults
    finally:
        logger.removeHandler(faults)
        build_logger.removeFilter(_is_not_about_dirty)


def serve(root: Path, host: str, port: int, municipality: str) -> None:
    """Build, serve and build again whenever a file changes, making only the pages that differ, until it is stopped.

    Raises BuildFailed when the first build fails: then there is nothing to serve; OSError when the address is taken.
    """
    with TemporaryDirectory(prefix="vejviser-") as folder, _listening() as faults:
        url = f"http://{f'[{host}]' if ':' in host else host}:{port}/"

        def load() -> MkDocsConfig:
            config = loaded(root, site_dir=folder)
            config.site_url = url
            config.plugins["vejviser"].config.municipality = municipality
            return config

        def build(config: MkDocsConfig | None = None) -> None:
            faults.said.clear()
            mkdocs_build(config or load(), serve_url=url, dirty=True)
            # What the last build held is not wanted any more, and much of it points at itself.
            gc.collect()

        config = load()
        # As for a build that is published: the pages carry the policy that they are published with.
        config.plugins.on_startup(command="build", dirty=True)
        server = _Server(builder=build, host=host, port=port, root=folder)
        server.error_handler = lambda code: _page(Path(folder) / f"{code}.html")
        server.set_app(guarded(server.serve_request, host, faults.said))
        try:
            server.server_bind()
            print(f"Åbn {url} i en browser, når siden er bygget. Stop med Ctrl+C.", flush=True)  # noqa: T201  # only here is it known
            build(config)
            config.plugins.on_serve(server, config=config, builder=build)
            for place in map(str, (config.docs_dir, root / "mkdocs.yml", root / THEME, *config.watch)):
                if Path(place).exists():  # a project need not have a theme of its own
                    server.watch(place)
            server.serve()  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        except Abort as error:
            raise BuildFailed(str(error)) from error
        except KeyboardInterrupt:
            return
        finally:
            server.shutdown()


def _page(path: Path) -> bytes | None:
    return path.read_bytes() if path.is_file() else None
