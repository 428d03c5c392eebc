"""Roles: the list of them, and for each what it calls, chairs, attends and must do."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.meeting import MeetingType
from vejviser.records.role import Role

# A child's own page tells whom to tell; the meetings, which tell adults to ask the parents first, have no place there.
_CHILD = "barn"


def overview(book: Book, writer: Writer) -> Iterator[Page]:
    """The list, with the family for itself."""
    yield writer.page(
        "roles",
        "roller/index.md",
        "Roller",
        roles=[role for role in book.all(Role) if not role.is_family],
        family=[role for role in book.all(Role) if role.is_family],
        description="Hvad din rolle indkalder til, leder og deltager i.",
    )


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for each role."""
    meetings = [book.meeting(id_) for id_ in book.ids("meeting_type")]
    for role in book.all(Role):
        yield writer.page(
            "role",
            f"roller/{role.id}.md",
            role.title,
            description=role.summary or "",
            source=book.get(role.id).path,
            role=role,
            parts=_parts(role.id, meetings) if role.id != _CHILD else [],
            mentions=role.id != _CHILD,
            deadlines=[row for row in book.deadlines if row[0].who in {role.id, role.organisation} - {None}],
        )


def _parts(role: str, meetings: list[MeetingType]) -> list[tuple[str, str, list[str]]]:
    """The meetings of a role under what it does there."""

    def where(duty: str) -> list[str]:
        return [item.id for item in meetings if (task := getattr(item, duty)) and role in task.who]

    attends = [item.id for item in meetings if any(person.who == role for person in item.participants)]
    return [
        ("Du indkalder", "indkalder", where("calls")),
        ("Du leder mødet", "leder", where("chairs")),
        ("Du skriver aftalerne ned", "skriver", where("writes")),
        ("Du følger op", "foelger-op", where("follows_up")),
        ("Du deltager", "deltager", attends),
    ]
