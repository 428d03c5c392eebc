#!/usr/bin/env python3
"""Sets up what a task needs in .venv and runs it, from building the site to the tests. Needs only Python 3.11."""

from __future__ import annotations  # so that an older Python gets as far as our message

import argparse
import os
import subprocess
import sys
import time
from pathlib import Path

from machine import BIN, PYTHON, ROOT, SCRIPTS, find_browser, find_firefox, npm, set_up, set_up_scripts, working_browser

PARALLEL = ["-n", "auto", "--dist", "worksteal"]
QUICK = ["-m", "not browser and not heavy and not slow and not long", "--hypothesis-profile=quick"]


def main() -> int:
    """Run one task; returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    tasks = {
        "site": site,
        "serve": serve,
        "quick": quick,
        "test": test,
        "test-slow": test_slow,
        "attack-all": attack_all,
        "kill-all": kill_all,
        "fuzz-all": fuzz_all,
        "search-eval": search_eval,
        "bench": bench,
        "lock": lock,
    }
    parser.add_argument("task", choices=tasks, help="what to do")
    parser.add_argument("rest", nargs=argparse.REMAINDER, help="passed on to the tool that does it")
    options = parser.parse_args()
    if sys.version_info < (3, 11):
        print(f"Python 3.11 or newer is needed; this is {sys.version.split()[0]}.", file=sys.stderr)
        return 2
    os.chdir(ROOT)
    try:
        return tasks[options.task](options.rest)
    except subprocess.CalledProcessError as error:
        print(f"This failed: {' '.join(map(str, error.cmd))}", file=sys.stderr)
        return 3
    except KeyboardInterrupt:
        return 0


def site(rest: list[str]) -> int:
    """Check the content and build the site into site/."""
    set_up("site")
    return run(BIN / "vejviser", "build", *rest)


def serve(rest: list[str]) -> int:
    """Build the site, serve it, and build again at every change."""
    set_up("site")
    return run(BIN / "vejviser", "serve", *rest)


def quick(rest: list[str]) -> int:
    """Look at layout, lint and types, and run the tests that need neither a browser nor a whole build."""
    started = time.monotonic()
    set_up("test")
    set_up_scripts()
    ready = time.monotonic()
    code = lint() or run(PYTHON, "-m", "pytest", *QUICK, *PARALLEL, *rest)
    print(f"quick: {time.monotonic() - ready:.0f} s, and {ready - started:.0f} s of set-up")
    return code


def test(rest: list[str]) -> int:
    """Look at layout, lint and types and run all tests but the slow ones; with the name of a test run just that."""
    set_up("test")
    if rest:
        os.environ.setdefault("CHROMIUM", working_browser() or "")
        return run(PYTHON, "-m", "pytest", *rest)
    set_up_scripts()
    browser = find_browser()
    code = lint()
    if code:
        return code
    os.environ["CHROMIUM"] = browser or ""
    return run(PYTHON, "-m", "pytest", *PARALLEL)


def test_slow(rest: list[str]) -> int:
    """Run the slow tests: attacks, kills, fuzz and other browsers, a share of each that is bearable."""
    set_up("test")
    os.environ["CHROMIUM"] = find_browser() or ""
    find_firefox()
    return run(PYTHON, "-m", "pytest", "-m", "slow", *(rest or PARALLEL))


def attack_all(rest: list[str]) -> int:
    """Plant every payload in every field, and press twice at every edge of every tree; some hours on two cores."""
    files = ["tests/attacks", "tests/browser/test_attacks.py", "tests/browser/test_tree_double.py"]
    return whole({"VEJVISER_ATTACKS": "all"}, files, rest)


def kill_all(rest: list[str]) -> int:
    """Kill a thousand runs, some of the given ones having ended before, and start two at once two hundred times."""
    return whole({"VEJVISER_KILLS": "1300", "VEJVISER_PAIRS": "200"}, ["tests/test_kills.py"], rest)


def fuzz_all(rest: list[str]) -> int:
    """Check a hundred thousand broken files."""
    return whole({"VEJVISER_FUZZ": "100000"}, ["tests/test_fuzz.py"], rest)


def whole(settings: dict[str, str], files: list[str], rest: list[str]) -> int:
    """Run slow tests at their full length, unless the environment says another; their figures come last."""
    for name, value in settings.items():
        os.environ.setdefault(name, value)
    return test_slow([*files, *PARALLEL, *rest])


def search_eval(rest: list[str]) -> int:
    """Measure how well the search answers the queries in tests/search."""
    set_up("test")
    os.environ["CHROMIUM"] = find_browser() or ""
    return run(PYTHON, "tools/search_eval.py", *rest)


def lint() -> int:
    """Layout, lint and types of Python, of the scripts and of the styles; the first exit code that is not 0."""
    commands: list[list[str | Path]] = [
        [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."],
        [PYTHON, "-m", "ruff", "check", "--quiet", "."],
        [PYTHON, "-m", "mypy"],
        [*npm(), "--prefix", SCRIPTS, "--silent", "run", "check"],
    ]
    for command in commands:
        print("…", *(word.name if isinstance(word, Path) else word for word in command), flush=True)
        code = run(*command)
        if code:
            return code
    return 0


def bench(rest: list[str]) -> int:
    """Print the benchmark's ratios."""
    set_up("bench")
    os.environ["PYTHONPATH"] = str(ROOT / "tools")
    browser = find_browser()
    if browser:
        os.environ["CHROMIUM"] = browser
    return run(PYTHON, "benchmarks/run.py", *rest)


def lock(rest: list[str]) -> int:
    """Write requirements/*.txt anew from pyproject.toml, with hashes and without addresses."""
    set_up("test")
    subprocess.run([PYTHON, "-m", "pip", "install", "--quiet", "uv"], check=True)
    lists = {"site": [], "test": ["--extra", "test"], "bench": ["--extra", "test", "--extra", "bench"]}
    for name, extra in lists.items():
        command = [
            PYTHON,
            "-m",
            "uv",
            "pip",
            "compile",
            "--universal",
            "--python-version",
            "3.11",
            "--generate-hashes",
            "--no-emit-index-url",
            "--no-annotate",
            "--no-header",
            "--quiet",
            *extra,
            *rest,
            "pyproject.toml",
            "requirements/build.in",
            "--output-file",
            f"requirements/{name}.txt",
        ]
        subprocess.run(command, check=True)
    return 0


def run(*command: str | Path) -> int:
    """Run a program to its end with our own output; returns its exit code."""
    return subprocess.run([str(word) for word in command], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
