"""Which municipality a project's mkdocs.yml builds."""

from pathlib import Path
from typing import Any

import yaml

from vejviser.wrong_use import WrongUse


def configured(root: Path) -> str:
    """The municipality under our plugin in mkdocs.yml, or an empty string; raises WrongUse when it cannot be read."""
    try:
        text = (root / "mkdocs.yml").read_text(encoding="utf-8-sig")
    except FileNotFoundError:
        return ""
    except UnicodeDecodeError:
        raise WrongUse("mkdocs.yml er ikke gemt som UTF-8. Gem filen igen med tegnsættet UTF-8.") from None
    try:
        # Words and nothing else: what its tags and dates mean is for MkDocs to say.
        config = yaml.load(text, yaml.BaseLoader)  # noqa: S506  # it makes only texts, lists and fields
    except (yaml.YAMLError, RecursionError) as fault:
        mark = getattr(fault, "problem_mark", None)
        where = f", linje {mark.line + 1}, tegn {mark.column + 1}" if mark else ""
        raise WrongUse(
            f"mkdocs.yml kan ikke læses{where}. Se efter et kolon uden mellemrum, et manglende anførselstegn eller en "
            "linje, der er rykket skævt ind."
        ) from None
    return _municipality(config)


def _municipality(config: Any) -> str:
    """Plugins are a list of names and of names with settings, or all names with settings."""
    plugins = config.get("plugins") if isinstance(config, dict) else None
    for given in plugins if isinstance(plugins, list) else [plugins]:
        settings = given.get("vejviser") if isinstance(given, dict) else None
        name = settings.get("municipality") if isinstance(settings, dict) else None
        if isinstance(name, str):
            return name
    return ""
