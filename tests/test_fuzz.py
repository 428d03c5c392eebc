"""Files of the shipped content, broken in many ways: always Danish words, never a traceback, never long.

`VEJVISER_FUZZ` says how many; the same seed gives the same inputs.
"""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from random import Random

import pytest

from projects import MUNICIPALITY, ROOT, TODAY, draw_base
from two_versions import runs, shares
from vejviser.cli import FINDINGS, FINE, WRONG_USE, main

pytestmark = pytest.mark.slow
# In parts, so that several cores share them.
_RUNS = runs("VEJVISER_FUZZ", 2_000)
INPUTS, CONFIGS = shares(_RUNS, 1, 1_000), shares(_RUNS // 20, 1, 500)
# Seconds of the processor for one input, and megabytes for all beyond the 75 that a run takes before it reads.
LONGEST, LARGEST = 5.0, 225.0
# What YAML, Markdown and Unicode make something of.
PIECES = [
    *(
        ": ",
        "- ",
        "#",
        "'",
        '"',
        "|\n",
        ">\n",
        "{",
        "}",
        "[",
        "]",
        "&a ",
        "*a",
        "!!python/object:os.system ",
        "? ",
        "%",
    ),
    *("\t", "\r", "\x00", "\u2028", "\u202e", "\ufeff", "\ud800", "æ", "a\u030a", "🙂", "<script>", "](x)", "{{x}}"),
    *(
        "null",
        "~",
        "yes",
        "12:30",
        "010",
        "1e999",
        "0x1F",
        "2026-13-45",
        "99999999999999999999",
        "<<: *a",
        "---\n",
        "...\n",
    ),
]


def mutated(text: str, random: Random) -> bytes:
    """The text with one to four things done to it."""
    for _ in range(random.randint(1, 4)):
        at = random.randrange(len(text) + 1)
        to = min(len(text), at + random.choice((1, 2, 5, 40, 400)))
        match random.randrange(8):
            case 0:
                text = text[:at] + text[to:]
            case 1:
                text = text[:at] + random.choice(PIECES) + text[at:]
            case 2:
                text = text[:to] + text[at:to] * random.choice((1, 2, 50)) + text[to:]
            case 3:
                lines = text.split("\n")
                random.shuffle(lines)
                text = "\n".join(lines)
            case 4:
                text = text[:at]
            case 5:
                lines = text.split("\n")
                line = random.randrange(len(lines))
                lines[line] = " " * random.randint(0, 7) + lines[line].strip()
                text = "\n".join(lines)
            case 6:
                text = text[:at] + random.choice(PIECES) * random.choice((2, 100, 3000)) + text[at:]
            case _:
                text = text[:at] + chr(random.choice((random.randrange(128), random.randrange(0xD7FF)))) + text[to:]
    raw = text.encode("utf-8", errors="surrogatepass")
    if random.random() < 0.1 and raw:
        at = random.randrange(len(raw))
        raw = raw[:at] + bytes([random.randrange(256)]) + raw[at + 1 :]
    return raw


def sources() -> list[tuple[str, str]]:
    """The files to break: where each lies in a project of the municipality `by`, and its text."""
    found = []
    for scope, name in (("faelles", "faelles"), (MUNICIPALITY, "by")):
        for folder in ("content", "decision_trees"):
            for path in sorted((ROOT / folder / scope).rglob("*")):
                if path.suffix in (".yml", ".md"):
                    inside = path.relative_to(ROOT / folder / scope).as_posix()
                    found.append((f"{folder}/{name}/{inside}", path.read_text(encoding="utf-8")))
    return found


@pytest.mark.parametrize("share", CONFIGS)
def test_broken_config(
    share: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    record_property: Callable[[str, int], None],
) -> None:
    """So does a broken mkdocs.yml, when it is built with or written by."""
    draw_base(tmp_path)
    shutil.copytree(ROOT / "site_overrides", tmp_path / "site_overrides")
    monkeypatch.chdir(tmp_path)
    (seed, inputs), wrong = share, []
    random, text = Random(seed), (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    for number in range(inputs):
        (tmp_path / "mkdocs.yml").write_bytes(mutated(text, random))
        for words in (["build"], ["write", f"ud-{number}"]):
            code = main([*words, "--municipality", "by", "--today", str(TODAY)])
            said = capsys.readouterr()
            record_property(f"broken mkdocs.yml that ended with exit code {code}", 1)
            if code not in (FINE, FINDINGS, WRONG_USE) or "Traceback" in said.out + said.err:
                wrong.append(f"{number}: {words[0]} ended with {code}")

    assert [] == wrong


def peak() -> float:
    """The most megabytes that this process has held at a time."""
    said = re.search(r"VmHWM:\s+(\d+)", Path("/proc/self/status").read_text(encoding="ascii"))
    assert said
    return int(said[1]) / 1024


@pytest.mark.parametrize("share", INPUTS)
def test_broken_files(
    share: tuple[int, int],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    record_property: Callable[[str, int], None],
) -> None:
    """Each ends as fine, as findings or as wrong use, in Danish and in time, and memory does not grow."""
    draw_base(tmp_path)
    monkeypatch.chdir(tmp_path)
    seed, inputs = share
    random, files, wrong, longest = Random(seed), sources(), [], 0.0
    assert len(files) > 50
    Path("/proc/self/clear_refs").write_text("5", encoding="ascii")  # forgets the peak of what ran here before
    before = peak()
    for number in range(inputs):
        name, text = random.choice(files)
        path = tmp_path / name
        kept = path.read_bytes() if path.exists() else None
        path.parent.mkdir(parents=True, exist_ok=True)
        broken = mutated(text, random)
        path.write_bytes(broken)
        start = time.process_time()
        code = main(["check", "--today", str(TODAY), *(["--format", "json"] if number % 10 == 0 else [])])
        took = time.process_time() - start
        longest = max(longest, took)
        said = capsys.readouterr()
        record_property(f"inputs that ended with exit code {code}", 1)
        if code not in (FINE, FINDINGS, WRONG_USE) or "Traceback" in said.out + said.err or took > LONGEST:
            wrong.append(f"{number}: {name} ended with {code} after {took:.1f} s")
            (tmp_path / f"input-{number}").write_bytes(broken)
        path.unlink() if kept is None else path.write_bytes(kept)
    largest = peak() - before
    record_property("tracebacks, exit 3 or over 5 s", len(wrong))
    record_property("most milliseconds for an input", round(longest * 1000))
    record_property("most megabytes taken by broken files", round(largest))

    assert [] == wrong
    assert largest < LARGEST
