"""The ladder of meetings: a picture with an equal text form, and the table that compares them."""

from collections.abc import Iterator
from html import escape

from markupsafe import Markup

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.meeting import MeetingType

_WIDTH, _STEP_HEIGHT, _INDENT, _GAP = 360, 56, 24, 6


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The page of the meeting structure."""
    ladder = book.ladder()
    steps = [meeting for step in ladder for meeting in (step, *book.variants(step.id))]
    shown = {meeting.id for meeting in steps}
    others = [book.meeting(entry.id) for entry in book.of_kind("meeting_type") if entry.id not in shown]
    yield writer.page(
        "ladder",
        "moeder/index.md",
        "Mødestigen" if ladder else "Møder",
        ladder=ladder,
        rows=steps or others,
        others=others,
        picture=picture(ladder),
        called=any(meeting.calls for meeting in steps or others),
        description="Alle møder: hvem indkalder, hvem kommer, hvornår.",
    )


def in_order(book: Book, _: tuple[str, ...]) -> list[str]:
    """The meetings on the ladder, each with its forms, then the others."""
    ladder = [item.id for step in book.ladder() for item in (step, *book.variants(step.id))]
    return ladder + [id_ for id_ in book.ids("meeting_type") if id_ not in ladder]


def picture(ladder: list[MeetingType]) -> Markup:
    """A staircase as SVG, narrow enough to be read on a phone; step 1 is at the bottom."""
    height = len(ladder) * (_STEP_HEIGHT + _GAP) + _GAP
    names = ", ".join(f"{meeting.step}. {meeting.title}" for meeting in ladder)
    lines = [
        f'<svg viewBox="0 0 {_WIDTH} {height}" role="img" aria-labelledby="stige-navn">',
        f'<title id="stige-navn">Mødestigen nedefra: {escape(names)}</title>',
    ]
    for index, meeting in enumerate(ladder):
        x = index * _INDENT
        y = height - (index + 1) * (_STEP_HEIGHT + _GAP)
        name = escape(f"{meeting.step}. {meeting.short or meeting.title}")
        box = f'x="{x + 1}" y="{y}" width="{_WIDTH - x - 2}" height="{_STEP_HEIGHT}" rx="6"'
        lines += [
            f'<rect class="step step--{meeting.step}" {box}/>',
            f'<text class="step-text" x="{x + 14}" y="{y + 34}">{name}</text>',
        ]
    return Markup("\n".join([*lines, "</svg>"]))
