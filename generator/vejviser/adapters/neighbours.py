"""What else a site may hold: pages that are not ours are not taken away, and what our pages need is there."""

from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

from vejviser.folders import CONTENT

# Without them the numbers of the red box cannot be tapped, and a tree is one heap of text; MkDocs itself adds tables.
NEEDED = ("attr_list", "md_in_html", "def_list")


def need_extensions(config: MkDocsConfig) -> None:
    """Refuse to write pages that a reader cannot use; raises PluginError with the lines to add."""
    missing = [name for name in NEEDED if name not in config.markdown_extensions]
    if missing:
        lines = "".join(f"\n  - {name}" for name in missing)
        raise PluginError(
            f"Siderne kan ikke læses uden {' og '.join(missing)}: numrene kan ikke trykkes på, og træerne falder fra "
            f"hinanden. Skriv i mkdocs.yml:\nmarkdown_extensions:{lines}"
        )


def strays(files: list[File], config: MkDocsConfig, root: Path) -> list[File]:
    """The editors' files, which are to be taken out of the site: our pages are made of them.

    Raises PluginError when the folder is not that of the content: then they are somebody else's, and would be lost.
    """
    found = [file for file in files if file.src_dir == config.docs_dir]
    if found and Path(config.docs_dir).resolve() != (root / CONTENT).resolve():
        names = sorted(file.src_uri for file in found)
        more = f" og {len(names) - 5} til" if len(names) > 5 else ""
        raise PluginError(
            f"Siden har sider, som ikke er Vejvisers: {', '.join(names[:5])}{more}. De ville forsvinde, så intet er "
            f"bygget. Skriv `docs_dir: {CONTENT}` i mkdocs.yml, og byg jeres egne sider for sig, fx med en anden "
            "mkdocs.yml."
        )
    return found
