"""Makes site_overrides/assets/search_weights.js out of the lines in `lines/`: the same bytes each time.

Use: python tools/danger/train.py. It takes some seconds and needs nothing but Python.
"""

import hashlib
import json
from pathlib import Path

from features import features
from kinds import BEGUN, WHOLE
from learning import learnt
from lines import FOLDER, Line, read
from packing import SLOTS, STEPS, Table, table
from themes import themes

SCRIPT = Path(__file__).parents[2] / "site_overrides" / "assets" / "search_weights.js"
# From these scores on it gives the box, or the quiet row: of everyday lines about 3 % and 7 % score so much when
# their writer is left out, of lines that were written to mislead it 6 % and 13 % (`judge.py`).
BOX, ROW = 0.40, 0.14
# Below this a listed word gives the row instead of the box: one of 139 grave lines with such a word is so low, and
# 11 of 43 others.
CALM = -0.4
_TEXT = """/** What the model of danger has learnt; made by tools/danger/train.py out of lines with the sum {lines}. */
// prettier-ignore
(globalThis.vejviser ??= /** @type {{Vejviser}} */ ({{}})).dangerModel = {data};
"""


def main() -> None:
    """Write the script."""
    SCRIPT.write_text(written(read()), encoding="utf-8")


def model(lines: list[Line]) -> tuple[Table, float]:
    """The table of weights that some lines teach, and the score of a text that says nothing."""
    weights, spread = learnt([features(line.text) for line in lines], [line.is_grave for line in lines])
    return table(weights, spread), weights[""]


def written(lines: list[Line]) -> str:
    """The script as it is published."""
    learnt_table, bias = model(lines)
    prints, weights = learnt_table.written()
    data = {
        "whole": WHOLE,
        "begun": BEGUN,
        "themes": themes(lines),
        "slots": SLOTS,
        "steps": STEPS,
        "scale": round(learnt_table.scale, 6),
        "from": round(bias, 6),
        "box": BOX,
        "row": ROW,
        "calm": CALM,
        "prints": prints,
        "weights": weights,
    }
    return _TEXT.format(lines=sum_of(), data=json.dumps(data, indent=2))


def sum_of(folder: Path = FOLDER) -> str:
    """A sum of everything that decides what is written: the lines and this program."""
    paths = [*sorted(folder.glob("*.tsv")), *sorted(Path(__file__).parent.glob("*.py"))]
    told = b"".join(path.read_bytes() for path in paths if path.name != "judge.py")
    return hashlib.sha256(told).hexdigest()[:16]


if __name__ == "__main__":
    main()
