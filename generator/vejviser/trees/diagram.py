"""Draws a tree as SVG: questions in a column, each answer a row with its outcome or a line to a later question."""

from dataclasses import dataclass
from html import escape
from textwrap import wrap

from vejviser.trees.outline import Question, Way, outline
from vejviser.trees.rules import Flow

# No layout library: questions come in one order and lines only run down, so each line gets a lane of its own and none
# crosses a text. Colours come from the stylesheet, so the drawing follows dark mode and print.

_LINE, _PAD, _GAP = 19, 8, 22  # height of a line of text, room in a box, room between boxes, in pixels
_BOX, _PILL, _LANE = 400, 300, 14  # width of questions and of outcomes, distance between lanes
_BOX_CHARS, _PILL_CHARS = 50, 32  # what fits on a line there


@dataclass(slots=True)
class _Row:
    """An answer, its lines, where it leads and where it is drawn."""

    answer: str
    rule: int
    target: str
    lines: list[str]
    pill: list[str]
    top: int = 0

    @property
    def height(self) -> int:
        return max(len(self.lines), len(self.pill)) * _LINE + _PAD


@dataclass(slots=True)
class _Box:
    question: Question
    head: list[str]
    rows: list[_Row]
    top: int = 0

    @property
    def head_height(self) -> int:
        return len(self.head) * _LINE + _PAD

    @property
    def height(self) -> int:
        return self.head_height + sum(row.height for row in self.rows)


def svg(flow: Flow) -> str:
    """The drawing as one line of SVG. Every edge of the tree is a group with the ids of its ends and of its answer."""
    boxes = [_box(flow, question) for question in outline(flow)]
    bottom = _GAP
    for box in boxes:
        box.top = bottom
        place = box.top + box.head_height
        for row in box.rows:
            row.top = place
            place += row.height
        bottom = place + _GAP
    heads = {box.question.node.id: box.top + box.head_height // 2 for box in boxes}
    lanes = _lanes(boxes, heads)
    width = _BOX + _GAP + _PILL + _GAP + (max(lanes.values(), default=0) + 2) * _LANE
    drawn = "".join(_draw_box(box) for box in boxes)
    drawn += "".join(_draw_edge(flow, box, row, heads, lanes) for box in boxes for row in box.rows)
    title = escape(f"Diagram over {flow.tree.title}. Det samme står med ord under diagrammet.")
    return (
        f'<svg class="diagram" viewBox="0 0 {width} {bottom}" width="{width}" height="{bottom}" role="img" '
        f'aria-label="{title}">{drawn}</svg>'
    )


def _box(flow: Flow, question: Question) -> _Box:
    rows = []
    for branch in question.branches:
        for number, way in enumerate(branch.ways):
            words = branch.words + (f" (tæller som »{branch.counts_as}«)" if branch.counts_as else "")
            words += f", {way.when}" if way.when else ""
            pill = wrap(_ending(flow, way), _PILL_CHARS) if way.target in flow.tree.outcomes else []
            rows.append(_Row(branch.id, number, way.target, wrap(words, _BOX_CHARS), pill))
    return _Box(question, wrap(f"{question.number}. {question.node.ask}", _BOX_CHARS - 4), rows)


def _ending(flow: Flow, way: Way) -> str:
    """An outcome's title, and the number of the question at which one can go on from it."""
    after = flow.tree.outcomes[way.target].continue_at
    return f"{way.words} (videre ved {flow.order[after] + 1})" if after else way.words


def _lanes(boxes: list[_Box], heads: dict[str, int]) -> dict[str, int]:
    """A lane for each question that lines lead to: the first one that is free from the first such line down to it."""
    first = {
        target: min(row.top for box in boxes for row in box.rows if row.target == target)
        for target in heads
        if any(row.target == target for box in boxes for row in box.rows)
    }
    taken: list[int] = []
    lanes: dict[str, int] = {}
    # The shortest lines get the inner lanes, so lines that run side by side do not cross.
    for target in sorted(first, key=lambda target: (heads[target] - first[target], target)):
        lane = next((i for i, end in enumerate(taken) if end < first[target]), len(taken))
        if lane == len(taken):
            taken.append(0)
        taken[lane] = max(taken[lane], heads[target])
        lanes[target] = lane
    return lanes


def _draw_box(box: _Box) -> str:
    middle = "".join(
        f'<line class="diagram-rule" x1="0" x2="{_BOX}" y1="{row.top}" y2="{row.top}"/>' for row in box.rows
    )
    return (
        f'<rect class="diagram-box" x="1" y="{box.top}" width="{_BOX - 2}" height="{box.height}" rx="6"/>'
        f"{_text(box.head, 12, box.top, 'diagram-ask')}{middle}"
    )


def _draw_edge(flow: Flow, box: _Box, row: _Row, heads: dict[str, int], lanes: dict[str, int]) -> str:
    """An answer's row with its arrow: to the outcome beside it, or out to a lane and down to the question."""
    middle = row.top + row.height // 2
    drawn = _text(row.lines, 20, row.top, "diagram-answer")
    if row.target in lanes:
        lane = _BOX + _GAP + _PILL + _GAP + lanes[row.target] * _LANE
        down = heads[row.target]
        drawn += (
            f'<path class="diagram-line" d="M{_BOX} {middle}H{lane}V{down}H{_BOX + 8}"/>'
            f'<path class="diagram-head" d="M{_BOX + 1} {down}l9 -5v10z"/>'
        )
    else:
        left, level = _BOX + _GAP, flow.gravity[flow.tree.outcomes[row.target].level]
        acute = level == len(flow.gravity) - 1
        drawn += (
            f'<path class="diagram-line" d="M{_BOX} {middle}H{left - 6}"/>'
            f'<path class="diagram-head" d="M{left} {middle}l-9 -5v10z"/>'
            f'<rect class="diagram-pill outcome--{"acute" if acute else level}" x="{left}" y="{row.top + 2}" '
            f'width="{_PILL}" height="{row.height - 4}" rx="6"/>'
            f"{_text(row.pill, left + 12, row.top, 'diagram-end')}"
        )
    return (
        f'<g class="edge" data-from="{box.question.node.id}" data-answer="{row.answer}" data-rule="{row.rule}" '
        f'data-to="{row.target}">{drawn}</g>'
    )


def _text(lines: list[str], left: int, top: int, name: str) -> str:
    parts = "".join(
        f'<tspan x="{left}" y="{top + _PAD // 2 + 14 + number * _LINE}">{escape(line)}</tspan>'
        for number, line in enumerate(lines)
    )
    return f'<text class="{name}">{parts}</text>'
