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
    records = [entry.record for entry in book.of_kind("age_group")]
    groups = [record for record in records if isinstance(record, AgeGroup)]
    return sorted(groups, key=lambda group: (group.lowest, group.id))


def _gravity(book: Book, sign: Sign) -> int:
    """The place of the page that a sign leads to among the ways to notify, gravest first; without one it is last."""
    way = book.get(sign.leads_to).record if sign.leads_to else None
    return way.order if isinstance(way, Notification) else 99


def pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The overview with the levels, and a page for each age group."""
    groups = age_groups(book)
    if not groups:
        return
    records = [entry.record for entry in book.of_kind("level")]
    levels = sorted((level for level in records if isinstance(level, Level)), key=lambda level: level.order)
    signs = [entry.record for entry in book.project.of_kind("sign") if isinstance(entry.record, Sign)]
    signs.sort(key=lambda sign: _gravity(book, sign))
    # The gravest first: it must be seen without a scroll, and it is the same at most ages.
    levels.reverse()
    yield writer.page(
        "signs",
        "tegn/index.md",
        "Tegn på trivsel og mistrivsel",
        groups=groups,
        shared=[sign for sign in signs if len(sign.age_groups) > 1],
        levels=levels,
        description="Tegn, du kan se, efter alder og niveau.",
    )
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
