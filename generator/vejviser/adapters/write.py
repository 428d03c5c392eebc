"""Writes the pages as plain Markdown with a configuration that any MkDocs-like builder can read."""

import json
from pathlib import Path
from typing import Any

import yaml
from mkdocs.exceptions import MkDocsException
from mkdocs.utils.yaml import yaml_load

from vejviser.adapters import theme
from vejviser.adapters.publishing import Refused, opened
from vejviser.adapters.publishing.filling import noted
from vejviser.adapters.publishing.paths import inside, names
from vejviser.adapters.scripts import published
from vejviser.adapters.version import version
from vejviser.pages.site import Site
from vejviser.wrong_use import WrongUse

MANIFEST = ".vejviser-manifest.json"


def write(site: Site, root: Path, folder: Path) -> tuple[int, int]:
    """Write the site under `folder`; returns how many files were written and how many removed.

    A file whose bytes are the same is left alone, and so is what others have put beside ours. Raises Refused rather
    than touch a folder that `write` has not written, or a file in it that is somebody else's.
    """
    wanted = _wanted(site, root)

    with opened(folder, lambda _: None, in_place=True) as work:
        old = noted(work.place) or _earlier(folder)
        for name, content in wanted.items():
            (work.fresh / name).parent.mkdir(parents=True, exist_ok=True)
            (work.fresh / name).write_bytes(content)
        written, gone = work.fill(old)
    return len([name for name in written if name != MANIFEST]), len(gone)


def _wanted(site: Site, root: Path) -> dict[str, bytes]:
    """Every file by its name, the list of them too."""
    given = _given(root)
    wanted = {f"docs/{page.uri}": page.text.encode() for page in site.pages}
    wanted |= {f"docs/{file.uri}": file.text.encode() for file in site.files}
    ours = _theme(given).get("name") == theme.OURS
    files = {name: path.read_bytes() for name, path in theme.files(root, ours=ours).items()}
    scripts = published({name: content.decode() for name, content in files.items() if name.endswith(".js")})
    wanted |= {f"overrides/{name}": content for name, content in files.items() if not name.endswith(".js")}
    wanted |= {f"overrides/{name}": script.encode() for name, script in scripts.items()}
    beside = version((name.partition("/")[2], content) for name, content in wanted.items())
    config = _config(site, _spelled_out(given) if ours else given, beside)
    wanted["mkdocs.yml"] = yaml.safe_dump(config, allow_unicode=True, sort_keys=False).encode()
    wanted[MANIFEST] = json.dumps(sorted(wanted), indent=0).encode()
    return wanted


def _earlier(folder: Path) -> frozenset[str]:
    """What was written last time; only plain names inside the folder count.

    Raises Refused when the folder holds something, and no list of ours.
    """
    if all(name.startswith(".vejviser/") for name in names(folder)):
        return frozenset()
    try:
        found = json.loads(inside(folder, MANIFEST).read_text(encoding="utf-8"))
    except (OSError, ValueError, RecursionError):
        found = None
    if not isinstance(found, list):
        raise Refused(f"Mappen {folder} indeholder andet end det, Vejviser har skrevet. Vælg en tom mappe.")
    return frozenset({MANIFEST, *(name for name in found if isinstance(name, str) and _is_inside(folder, name))})


def _is_inside(folder: Path, name: str) -> bool:
    try:
        inside(folder, name)
    except Refused:
        return False
    return True


def _given(root: Path) -> dict[str, Any]:
    """The project's mkdocs.yml; raises WrongUse when it has no fields or MkDocs cannot read it."""
    try:
        config = yaml_load((root / "mkdocs.yml").read_text(encoding="utf-8-sig"))
    except (MkDocsException, TypeError) as fault:
        raise WrongUse(f"MkDocs kan ikke læse mkdocs.yml: {fault}") from None
    if not isinstance(config, dict):
        raise WrongUse("mkdocs.yml er tom eller uden felter. Skriv fx: site_name: Vejviser")
    return config


def _theme(config: dict[str, Any]) -> dict[str, Any]:
    return {"name": config["theme"]} if isinstance(config.get("theme"), str) else _fields(config, "theme")


def _spelled_out(given: dict[str, Any]) -> dict[str, Any]:
    """The configuration with what our theme brings, since the folder must do without the package."""
    beside = theme.beside()
    added = {name: [*beside[name], *(given.get(name) or [])] for name in ("extra_css", "markdown_extensions")}
    return {**beside, **given, **added, "theme": {"name": None, "language": "da", "static_templates": ["404.html"]}}


def _config(site: Site, config: dict[str, Any], beside: str) -> dict[str, Any]:
    """The project's configuration without our plugin, with the navigation spelled out."""
    config["site_name"] = site.name
    if site.url:
        config["site_url"] = site.url
    config["docs_dir"], config["site_dir"] = "docs", "site"
    config["theme"] = {**_theme(config), "custom_dir": "overrides"}
    plugins = config.get("plugins") or []
    if not isinstance(plugins, list | dict):
        raise WrongUse("`plugins:` i mkdocs.yml skal være en liste. Skriv fx: plugins: [vejviser]")
    items = [{name: options} for name, options in plugins.items()] if isinstance(plugins, dict) else plugins
    config["plugins"] = [item for item in items if "vejviser" not in (item if isinstance(item, dict) else [item])]
    config["nav"] = site.nav
    config["extra"] = {
        **_fields(config, "extra"),
        **site.extra,
        "vejviser": site.extra["vejviser"] | {"version": beside},
    }
    # They are about the editors' folder; what is written is all to be published.
    for name in ("watch", "exclude_docs", "draft_docs"):
        config.pop(name, None)
    return dict(config)


def _fields(config: dict[str, Any], name: str) -> dict[str, Any]:
    """A part of the configuration that holds fields; raises WrongUse when it holds something else."""
    part = config.get(name) or {}
    if not isinstance(part, dict):
        raise WrongUse(f"`{name}:` i mkdocs.yml skal have felter under sig. Slet linjen, eller skriv dem.")
    return part
