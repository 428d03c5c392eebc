"""Observable signs by age group and level."""

from collections.abc import Iterator

from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.age_group import AgeGroup
from vejviser.records.level import Level
from vejviser.records.notification import Notification
from vejviser.records.sign import Sign


def age_groups(book: Book) -> list[AgeGroup]:
    """The age groups, youngest first."""
    return sorted(book.all(AgeGroup), key=lambda group: (group.lowest, group.id))


def in_order(book: Book, _: tuple[str, ...]) -> list[str]:
    """Their ids."""
    return [group.id for group in age_groups(book)]


def _levels(book: Book) -> list[Level]:
    """The gravest first: it must be seen without a scroll, and it is the same at most ages."""
    return sorted(book.all(Level), key=lambda level: level.order, reverse=True)


def _gravity(book: Book, sign: Sign) -> int:
    """The place of the page that a sign leads to among the ways to notify, gravest first; without one it is last."""
    way = book.get(sign.leads_to).record if sign.leads_to else None
    return way.order if isinstance(way, Notification) else 99


def _signs(book: Book) -> list[Sign]:
    """In order of what they lead to, gravest first, and then of id."""
    return sorted(book.all(Sign), key=lambda sign: (_gravity(book, sign), sign.id))


def overview(book: Book, writer: Writer) -> Iterator[Page]:
    """The levels, and the ages to choose from."""
    yield writer.page(
        "signs",
        "tegn/index.md",
        "Tegn på trivsel og mistrivsel",
        groups=age_groups(book),
        shared=[sign for sign in _signs(book) if len(sign.age_groups) > 1],
        levels=_levels(book),
        description="Tegn, du kan se, efter alder og niveau.",
    )


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """A page for each age group."""
    groups, levels, signs = age_groups(book), _levels(book), _signs(book)
    for group in groups:
        yield writer.page(
            "age_group",
            f"tegn/{group.id}.md",
            f"Tegn: {group.title}",
            source=book.get(group.id).path,
            group=group,
            levels=levels,
            signs=[sign for sign in signs if group.id in sign.age_groups],
            others=[other.id for other in groups if other.id != group.id],
            tree_is_named=any(f"]({book.municipality.main_tree})" in level.next_step for level in levels),
            description=f"Tegn på trivsel og mistrivsel hos børn og unge: {group.title}.",
        )
