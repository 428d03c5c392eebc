#!/usr/bin/env python3
"""Sets up what a task needs in .venv and runs it: site, serve, test, bench or lock. Needs only Python 3.11."""

from __future__ import annotations  # so that an older Python gets as far as our message

import argparse
import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")


def main() -> int:
    """Run one task; returns its exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    tasks = {"site": site, "serve": serve, "test": test, "bench": bench, "lock": lock}
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


def test(rest: list[str]) -> int:
    """Run the linter, the type checker and all tests; pytest comes last."""
    set_up("test")
    browser = find_browser()
    for tool in (("ruff", "format", "--check", "--quiet", "."), ("ruff", "check", "."), ("mypy",)):
        print(f"{' '.join(tool)} …", flush=True)
        code = run(PYTHON, "-m", *tool)
        if code:
            return code
    if browser:
        os.environ["CHROMIUM"] = browser
    return run(PYTHON, "-m", "pytest", *(rest or ["-n", "auto", "--dist", "worksteal"]))


def bench(rest: list[str]) -> int:
    """Print the benchmark's ratios."""
    set_up("bench")
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


def set_up(name: str) -> None:
    """Make .venv with the locked packages; does nothing when it has them already."""
    requirements = ROOT / "requirements" / f"{name}.txt"
    wanted = hashlib.sha256(requirements.read_bytes() + (ROOT / "pyproject.toml").read_bytes()).hexdigest()
    stamp = VENV / f"ready-{name}"
    if PYTHON.exists() and stamp.exists() and stamp.read_text() == wanted:
        return
    print(f"Setting up .venv for {name} (once) …", flush=True)
    if not PYTHON.exists():
        make_venv()
    pip = [PYTHON, "-m", "pip", "install", "--quiet", "--disable-pip-version-check", "--no-input"]
    # Python compiles a module when it is first used; to compile all of them takes longer than that.
    subprocess.run([*pip, "--no-compile", "--require-hashes", "-r", requirements], check=True)
    # Our own package needs no download: its build tool is in the locked list.
    subprocess.run([*pip, "--no-deps", "--no-build-isolation", "--editable", "."], check=True)
    stamp.write_text(wanted)


def make_venv() -> None:
    """Make .venv; Debian and Ubuntu keep the part of Python that does so in a package of its own."""
    command = [sys.executable, "-m", "venv", "--clear", str(VENV)]
    if subprocess.run(command, capture_output=True, check=False).returncode == 0:
        return
    version = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not (apt_install(version) or apt_install("python3-venv")):
        print(f"Python cannot make an isolated environment. Install the package {version}.", file=sys.stderr)
    subprocess.run(command, check=True)


def find_browser() -> str | None:
    """The machine's own Chromium, else Debian's, else Playwright's (None then: Playwright finds its own)."""
    given = os.environ.get("CHROMIUM")
    if given:
        return given
    found = working_browser()
    if found is None and apt_install("chromium"):
        found = working_browser()
    if found is None:
        print("Downloading a Chromium for the tests …", flush=True)
        subprocess.run([PYTHON, "-m", "playwright", "install", "chromium"], check=True)
    return found


def working_browser() -> str | None:
    """The path of a browser that starts: some systems have only a stub of that name."""
    for name in BROWSERS:
        path = shutil.which(name)
        if path and subprocess.run([path, "--version"], capture_output=True, check=False).returncode == 0:
            return path
    return None


def apt_install(package: str) -> bool:
    """Install a Debian package, as root or where sudo asks no questions."""
    if not shutil.which("apt-get"):
        return False
    front = [] if os.geteuid() == 0 else ["sudo", "-n"]
    if front and not shutil.which("sudo"):
        return False
    print(f"Installing {package} with apt-get …", flush=True)
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    for command in (["apt-get", "update", "-qq"], ["apt-get", "install", "-y", "-qq", package]):
        done = subprocess.run([*front, *command], env=environment, capture_output=True, check=False)
    return done.returncode == 0


def run(*command: str | Path) -> int:
    """Run a program to its end with our own output; returns its exit code."""
    return subprocess.run([str(word) for word in command], check=False).returncode


if __name__ == "__main__":
    sys.exit(main())
