"""Explains a finding's code: what is wrong, why it matters, and the same content wrong and right."""

import re
from importlib.resources import files

from vejviser.findings import did_you_mean

_FOLDER = files("vejviser") / "explanations"


def codes() -> list[str]:
    """All codes that have an explanation."""
    return sorted(item.name.removesuffix(".md") for item in _FOLDER.iterdir() if item.name.endswith(".md"))


def explanation(code: str) -> str:
    """The Danish explanation of a code, in Markdown. Raises KeyError with a Danish hint for an unknown one."""
    name = code.upper()
    if name not in codes():
        near = did_you_mean(name, codes())
        raise KeyError(f"Koden `{code}` findes ikke." + (f" Mente du `{near}`?" if near else ""))
    return (_FOLDER / f"{name}.md").read_text(encoding="utf-8")


def headline(code: str) -> str:
    """The first line of an explanation: the fault in a few words."""
    return re.sub(r"^# \w+:? ?", "", explanation(code).split("\n", 1)[0])
