"""What the tasks need on this machine: the packages in .venv, a browser, and Node for looking at the scripts."""

from __future__ import annotations

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
FIREFOX = ("firefox-esr", "firefox")
SCRIPTS = ROOT / "tools" / "js"


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


def find_firefox() -> None:
    """Install Debian's Firefox where there is none; the tests that need one say so when it cannot be had."""
    if working_browser(FIREFOX) is None and not (apt_install("firefox-esr") and working_browser(FIREFOX)):
        print("\nThere is no Firefox on this machine and none to install: ITS TESTS ARE SKIPPED.\n", file=sys.stderr)


def working_browser(names: tuple[str, ...] = BROWSERS) -> str | None:
    """The path of a browser that starts: some systems have only a stub of that name."""
    for name in names:
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


def set_up_scripts() -> None:
    """Install what looks at the scripts and styles, from its lock; does nothing when it is there already."""
    wanted = hashlib.sha256((SCRIPTS / "package-lock.json").read_bytes()).hexdigest()
    stamp = SCRIPTS / "node_modules" / "ready"
    if stamp.exists() and stamp.read_text() == wanted:
        return
    print("Setting up tools/js (once) …", flush=True)
    subprocess.run([*npm(), "ci", "--silent"], cwd=SCRIPTS, check=True)
    stamp.write_text(wanted)


def npm() -> list[str | Path]:
    """How to start npm: the machine's own, else that of a locked Python wheel."""
    own = shutil.which("npm")
    if own and shutil.which("node"):
        return [own]
    if not (BIN / "npm").exists() and not (BIN / "npm.exe").exists():
        pip = [PYTHON, "-m", "pip", "install", "--quiet", "--no-compile", "--require-hashes"]
        subprocess.run([*pip, "-r", ROOT / "requirements" / "node.txt"], check=True)
    # What npm starts must find the same Node.
    os.environ["PATH"] = f"{BIN}{os.pathsep}{os.environ['PATH']}"
    return [shutil.which("npm") or BIN / "npm"]
