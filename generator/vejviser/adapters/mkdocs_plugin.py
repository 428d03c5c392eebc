"""Hands the pages to MkDocs, for `mkdocs build` and `mkdocs serve`."""

import os
from contextlib import suppress
from datetime import UTC, date, datetime, time
from pathlib import Path
from urllib.parse import urlsplit

import jinja2
from mkdocs.config import base
from mkdocs.config import config_options as opt
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, event_priority, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.utils.templates import TemplateContext

from vejviser.adapters import theme
from vejviser.adapters.dressing import dress
from vejviser.adapters.inline_markdown import InlineMarkdown
from vejviser.adapters.neighbours import need_extensions, strays
from vejviser.adapters.page_file import PageFile
from vejviser.adapters.publishing import Refused, manifest
from vejviser.adapters.publishing.held import look
from vejviser.adapters.publishing.paths import inside
from vejviser.adapters.publishing.permission import for_site
from vejviser.adapters.scripts import published
from vejviser.adapters.table_heads import TableHeads
from vejviser.adapters.version import version
from vejviser.checked import Checked, check_project
from vejviser.findings import suggestion
from vejviser.folders import CONTENT, TREES, municipalities
from vejviser.pages.site import Site
from vejviser.report import first_of_each, one_line

log = get_plugin_logger(__name__)
CACHE = ".cache"
_LONGEST_EPOCH = 11  # figures; MkDocs makes a date of it


class VejviserConfig(base.Config):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """The plugin's options in mkdocs.yml; everything else is in the content."""

    municipality = opt.Type(str, default="")
    """The municipality's folder under `content`; may be left out when there is only one."""
    today = opt.Optional(opt.Type((str, date)))
    """The date to build for, as 2026-11-21; the day of the build when left out."""


class VejviserPlugin(BasePlugin[VejviserConfig]):  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
    """Checks the content, then gives MkDocs its pages, navigation and files."""

    def __init__(self) -> None:
        """Nothing has been built yet."""
        self._given: Checked | None = None
        self._under = ""
        self._site: Site | None = None
        self._texts: dict[str, str] = {}
        self._frame: object = None
        self._serving = self._empties = False
        self._made: set[str] = set()
        self._municipality = ""

    def use(self, checked: Checked, under: str = "") -> None:
        """Build from content that is already checked, once, instead of checking it again.

        `under` is the folder that the site is to lie in, when it is one of many.
        """
        self._given, self._under = checked, under

    def on_startup(self, *, command: str, dirty: bool) -> None:
        """Let MkDocs keep this plugin between the builds of a serve, and note what it is asked to do."""
        self._serving = command == "serve"
        # So does MkDocs by itself; our own commands build into a folder that is new.
        self._empties = command == "build" and not dirty

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Check the content; a finding that stops the build raises, and the site that stands is kept."""
        root = Path(config.config_file_path or ".").resolve().parent
        for folder in (CONTENT, TREES, theme.THEME):
            if str(root / folder) not in config.watch and (root / folder).is_dir():
                config.watch.append(str(root / folder))
        if self._empties:
            self._may_build(Path(config.site_dir), root)
        checked, self._given = self._given or self._check(root), None
        self._report(checked, strict=config.strict)
        self._municipality = checked.project.municipality
        site = self._site = checked.site()
        # It keeps the editors' files from builders that know nothing of us; what is published here is all our own.
        config.exclude_docs = config.draft_docs = None
        config.site_name = site.name
        config.site_url = config.site_url or site.url
        config.nav = config.nav or site.nav
        config.extra.update(site.extra)
        config.extra["vejviser"]["serving"] = self._serving
        if config.theme.name == theme.OURS:
            dress(config)
        need_extensions(config)
        # MkDocs hands the list on to Markdown, which takes extensions as well as names of them.
        config.markdown_extensions += [InlineMarkdown(), TableHeads()]  # type: ignore[list-item]
        # MkDocs dates its site map by the clock; the same input must give the same bytes.
        midnight = datetime.combine(checked.today, time(), UTC)
        given = os.environ.setdefault("SOURCE_DATE_EPOCH", str(int(midnight.timestamp())))
        if not (given.isascii() and given.isdigit() and len(given) <= _LONGEST_EPOCH):
            raise PluginError(f"SOURCE_DATE_EPOCH er `{given}`, men skal være et tal: sekunder siden 1970. Fjern den.")
        return config

    @event_priority(50)
    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add every page and file; note which pages differ from the last build."""
        site = self._site
        assert site is not None
        # Only what the core hands on is published, so that every builder gets the same.
        for stray in strays([*files], config, Path(config.config_file_path or ".").resolve().parent):
            files.remove(stray)
        frame = self._frame_of(config, site)
        for page in site.pages:
            file = PageFile.generated(config, page.uri, content=page.text)
            assert isinstance(file, PageFile)
            file.unchanged = frame == self._frame and self._texts.get(page.uri) == page.text
            file.edit_uri = page.source
            files.append(file)
        for data in site.files:
            # As bytes: MkDocs would end the lines of a text as the system does, and its checksum would be wrong.
            files.append(File.generated(config, data.uri, content=data.text.encode()))
        dirs = config.theme.dirs if config.theme.name == theme.OURS else [config.theme.custom_dir]
        own = {folder for folder in dirs if folder}  # what is generated lies in none
        scripts = [file for file in files if file.src_dir in own and file.src_uri.endswith(".js")]
        for script in scripts:
            files.remove(script)
        for uri, text in published({script.src_uri: script.content_string for script in scripts}).items():
            files.append(File.generated(config, uri, content=text))
        beside = files.media_files()
        config.extra["vejviser"]["version"] = version((file.src_uri, file.content_bytes) for file in beside)
        self._texts = {page.uri: page.text for page in site.pages}
        self._frame = frame
        return files

    def on_env(self, env: jinja2.Environment, *, config: MkDocsConfig, files: Files) -> jinja2.Environment:
        """Note which files the site is to have; keep the compiled templates, a fifth of the time of a small site."""
        self._made = {file.dest_uri for file in files if file.inclusion.is_included()}  # type: ignore[no-untyped-call]  # MkDocs leaves it untyped
        self._made |= {*config.theme.static_templates, "sitemap.xml.gz"}
        cache = Path(config.config_file_path or ".").resolve().parent / CACHE / "templates"
        with suppress(OSError):  # a project that must not be written to does without
            cache.mkdir(parents=True, exist_ok=True)
            if os.access(cache, os.W_OK):
                env.bytecode_cache = jinja2.FileSystemBytecodeCache(str(cache))
        return env

    def on_template_context(
        self, context: TemplateContext, *, template_name: str, config: MkDocsConfig
    ) -> TemplateContext:
        """Let the page for what is not there, which is shown at any address, find its site from the root."""
        place = urlsplit(config.site_url or "/").path
        if template_name == "404.html" and self._under and not place.rstrip("/").endswith(f"/{self._under}"):
            context["base_url"] = f"{place.rstrip('/')}/{self._under}/"
        return context

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Count what was made, take away what the last build had and this one has not, and write the list of it all."""
        folder = Path(config.site_dir)
        missing = sorted(name for name in self._made if not (folder / name).is_file())
        if missing:
            raise PluginError(f"Siden er ikke hel: {', '.join(missing[:5])} mangler. Noget andet har rørt {folder}.")
        earlier = manifest.read(folder)
        for name in earlier.files - self._made - {manifest.NAME} if earlier else ():
            inside(folder, name).unlink(missing_ok=True)
        manifest.write(folder, "site", self._municipality)

    def on_serve(self, server: LiveReloadServer, **_: object) -> LiveReloadServer:
        """Keep the site that stands while the content has a fault: MkDocs would let every request wait."""
        build = server.builder

        def tolerant() -> None:
            try:
                build()
            except Abort:
                log.info("Den gamle side står, til fejlen er rettet.")
            except Exception as error:  # noqa: BLE001  # an editor must never meet a traceback
                log.error(f"Siden kunne ikke bygges: {type(error).__name__}: {error}")

        server.builder = tolerant
        return server

    def on_build_error(self, **_: object) -> None:
        """Forget what was built: after a fault every page is made again."""
        self._frame = None

    @staticmethod
    def _may_build(folder: Path, root: Path) -> None:
        """MkDocs empties the folder that it builds to; refuse one that holds more than a site of ours."""
        try:
            for_site(municipalities(root))(look(folder.resolve()))
        except Refused as refused:
            raise PluginError(str(refused)) from None

    def _check(self, root: Path) -> Checked:
        known = municipalities(root)
        name = self.config.municipality or (known[0] if len(known) == 1 else "")
        if not name:
            raise PluginError(f"Skriv `municipality:` under vejviser i mkdocs.yml. {suggestion('', known)}")
        try:
            today = date.fromisoformat(str(self.config.today)) if self.config.today else date.today()
        except ValueError:
            raise PluginError("`today:` under vejviser i mkdocs.yml er ikke en dato. Skriv fx 2026-11-21.") from None
        return check_project(root, name, today)

    @staticmethod
    def _report(checked: Checked, *, strict: bool) -> None:
        for finding, more in first_of_each(checked.findings):
            if finding.severity == "error":
                log.error(one_line(finding, more))
            elif finding.severity == "warning":
                log.warning(one_line(finding, more))
        if checked.has_errors or (strict and checked.stops):
            number = sum(finding.stops for finding in checked.findings)
            raise PluginError(f"Siden er ikke bygget: ret {number} fejl i indholdet først.")

    @staticmethod
    def _frame_of(config: MkDocsConfig, site: Site) -> object:
        """What stands around every page: when it changes, all pages must be made again."""
        around = Path(config.config_file_path or ".").resolve()
        try:
            parts = [around, *theme.files(around.parent, ours=config.theme.name == theme.OURS).values()]
        except Refused as refused:
            raise PluginError(str(refused)) from None
        stamps = [(str(path), path.stat().st_mtime_ns) for path in parts if path.is_file()]
        return repr((site.name, site.nav, site.extra, stamps))
