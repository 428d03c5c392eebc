"""The numbers that the search is tuned by stand in one file on each side, and say which queries they serve."""

import re

from projects import ROOT

ASSETS = ROOT / "site_overrides/assets"
PYTHON = ROOT / "generator/vejviser/search"
BROWSER = ASSETS / "search_tuning.js"
INDEX = PYTHON / "tuning.py"
# Bits and weights that programs have worked out.
WORKED_OUT = {"search_common.js", "search_weights.js"}
_BLOCK = re.compile(r"/\*.*?\*/|\"\"\".*?\"\"\"", re.DOTALL)
_LINE = re.compile(r"(?:^|\s)(?://|#) .*")
_DECIMAL = re.compile(r"(?<![\w.§])\d+\.\d+")


def test_one_file_on_each_side() -> None:
    """No other script of the search, and no other module of it, has a number with decimals in its code."""
    code = {*ASSETS.glob("search_*.js"), *PYTHON.glob("*.py")} - {BROWSER, INDEX}
    found = {
        path.name: decimals
        for path in code
        if path.name not in WORKED_OUT
        and (decimals := [one for one in _DECIMAL.findall(_without_comments(path.read_text("utf-8"))) if one != "0.0"])
    }

    assert len(code) > 25
    assert {} == found


def test_each_says_what_it_serves() -> None:
    """Every number of both files has a comment over it; the queries it names are queries that are measured."""
    asked = "\n".join(path.read_text(encoding="utf-8") for path in (ROOT / "tests/search").glob("*.yml"))
    for path, name in ((BROWSER, r"^ +[A-Z_]+: "), (INDEX, r"^[A-Z_]+ = ")):
        lines = path.read_text(encoding="utf-8").splitlines()
        numbers = [at for at, line in enumerate(lines) if re.match(name, line)]
        queries = re.findall(r"»(.*?)«", re.sub(r"\n\s*(?://|#) ", " ", path.read_text(encoding="utf-8")))

        assert len(numbers) > 5
        assert [] == [lines[at] for at in numbers if not re.match(r"\s*(?://|#) ", lines[at - 1])]
        assert len(queries) > 5
        assert [] == [query for query in queries if query not in asked]


def _without_comments(text: str) -> str:
    return _LINE.sub("", _BLOCK.sub("", text))
