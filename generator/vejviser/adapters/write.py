"""Writes the pages as plain Markdown with a configuration that any MkDocs-like builder can read."""

import json
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from vejviser.adapters.scripts import published
from vejviser.pages.site import Site

MANIFEST = ".vejviser-manifest.json"


class NotOurs(Exception):
    """The folder to write to holds files that `vejviser write` has not written."""


def write(site: Site, root: Path, folder: Path) -> tuple[int, int]:
    """Write the site under `folder`; returns how many files were written and how many removed.

    A file whose bytes are the same is left alone. Raises NotOurs rather than touch a folder that holds
    anything else.
    """
    wanted = {f"docs/{page.uri}": page.text.encode() for page in site.pages}
    wanted |= {f"docs/{file.uri}": file.text.encode() for file in site.files}
    wanted["mkdocs.yml"] = yaml.safe_dump(_config(site, root), allow_unicode=True, sort_keys=False).encode()
    theme = root / "site_overrides"
    files = {path.relative_to(theme).as_posix(): path.read_bytes() for path in theme.rglob("*") if path.is_file()}
    scripts = published({name: content.decode() for name, content in sorted(files.items()) if name.endswith(".js")})
    wanted |= {f"overrides/{name}": content for name, content in files.items() if not name.endswith(".js")}
    wanted |= {f"overrides/{name}": script.encode() for name, script in scripts.items()}

    earlier = _manifest(folder)
    written = 0
    for name, content in sorted(wanted.items()):
        path = folder / name
        if not path.is_file() or path.read_bytes() != content:
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
            written += 1
    gone = [name for name in earlier if name not in wanted]
    for name in gone:
        (folder / name).unlink(missing_ok=True)
    (folder / MANIFEST).write_text(json.dumps(sorted(wanted), indent=0), encoding="utf-8")
    return written, len(gone)


def _manifest(folder: Path) -> list[str]:
    """What was written last time. Only plain names inside the folder count."""
    path = folder / MANIFEST
    if not path.is_file():
        if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
            raise NotOurs(folder)
        return []
    try:
        names = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        raise NotOurs(folder) from None
    return [name for name in names if isinstance(name, str) and _is_inside(name)]


def _is_inside(name: str) -> bool:
    return ".." not in Path(name).parts and not Path(name).is_absolute()


def _config(site: Site, root: Path) -> dict[str, Any]:
    """The project's mkdocs.yml without our plugin, with the navigation spelled out."""
    config = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8"))
    config["site_name"] = site.name
    if site.url:
        config["site_url"] = site.url
    config["docs_dir"], config["site_dir"] = "docs", "site"
    config["theme"] = {**config.get("theme", {}), "custom_dir": "overrides"}
    config["plugins"] = [item for item in config.get("plugins", []) if "vejviser" not in item]
    config["nav"] = site.nav
    config["extra"] = {**config.get("extra", {}), **site.extra}
    config.pop("watch", None)
    return dict(config)
