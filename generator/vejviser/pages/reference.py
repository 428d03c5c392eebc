"""The pages people look things up on: law, roles, glossary, contacts, sources and the index from A to Å."""

from collections.abc import Iterator

from vejviser.acute import RECEPTION
from vejviser.pages import danish, data
from vejviser.pages.address import address
from vejviser.pages.book import Book
from vejviser.pages.rendering import Writer
from vejviser.pages.site import Page
from vejviser.records.kinds import KINDS, placed
from vejviser.records.law import Law
from vejviser.records.meeting import MeetingType
from vejviser.records.role import Role


def law_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """Every provision that the site rests on, by statute."""
    if not book.has("lov.md"):
        return
    laws = [entry.record for entry in book.project.of_kind("law") if isinstance(entry.record, Law)]
    yield writer.page(
        "law",
        "lov.md",
        "Lov",
        statutes=by_statute(laws),
        checked_where=sorted({law.checked_where for law in laws if law.checked_where}),
        description="Reglerne bag siderne, og hvornår de er tjekket.",
    )


def by_statute(laws: list[Law]) -> list[tuple[str, list[Law]]]:
    """Provisions under their statutes, in order of number; those whose number is not sure come last."""
    statutes: dict[str, list[Law]] = {}
    for law in sorted(laws, key=lambda law: (not law.number_is_sure, _number(law.provision), law.id)):
        statutes.setdefault(law.statute, []).append(law)
    return sorted(statutes.items())


def _number(provision: str) -> int:
    digits = "".join(char if char.isdigit() else " " for char in provision).split()
    return int(digits[0]) if digits else 0


# A child's own page tells whom to tell; the meetings, which tell adults to ask the parents first, have no place there.
_CHILD = "barn"


def role_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """The list of roles, and for each what it calls, chairs, attends and must do."""
    if not book.has("roller/index.md"):
        return
    roles = [entry.record for entry in book.of_kind("role")]
    yield writer.page(
        "roles",
        "roller/index.md",
        "Roller",
        roles=[role for role in roles if isinstance(role, Role) and not role.is_family],
        family=[role for role in roles if isinstance(role, Role) and role.is_family],
        description="Hvad din rolle indkalder til, leder og deltager i.",
    )
    meetings = [book.meeting(entry.id) for entry in book.of_kind("meeting_type")]
    for role in roles:
        if isinstance(role, Role):
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


def glossary_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """All words and abbreviations."""
    if not book.has("ordliste.md"):
        return
    terms = [entry.record for entry in book.of_kind("term")]
    letters: dict[str, str] = {}
    for term in terms:
        letters.setdefault(danish.letter(term.title), term.id)
    yield writer.page(
        "glossary",
        "ordliste.md",
        "Ordliste",
        terms=terms,
        letters=list(letters.items()),
        description="Ord og forkortelser forklaret i enkle ord.",
    )


def contact_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """All organisations and how to reach them; where notifications go stands first."""
    if not book.has("kontakt.md"):
        return
    organisations = [entry.record for entry in book.of_kind("organisation")]
    yield writer.page(
        "contacts",
        "kontakt.md",
        "Kontakt",
        organisations=sorted(organisations, key=lambda item: item.id != RECEPTION),
        description="Telefonnumre, adresser og åbningstider.",
    )


def source_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """Where everything comes from, what is doubtful and what is due for review."""
    entries = [entry for kind in placed() for entry in book.shown(kind)]
    reviewed = [entry for entry in entries if entry.record.reviewed and entry.record.review_by]
    yield writer.page(
        "sources",
        "kilder.md",
        "Kilder og gennemgang",
        sources=[entry.record for entry in book.shown("source")],
        doubtful=[entry for entry in entries if entry.record.doubts],
        unconfirmed=[entry for entry in entries if entry.record.status == "unconfirmed"],
        overdue=[entry for entry in reviewed if entry.record.review_by and entry.record.review_by < book.today],
        reviewed=sorted(reviewed, key=lambda entry: (entry.record.review_by, danish.sort_key(entry.record.title))),
        data={"json": data.JSON, "schema": data.SCHEMA, "sums": data.SUMS, "tables": data.tables(book)},
        description="Hvor oplysningerne kommer fra, og hvad der mangler at blive bekræftet.",
    )


def index_pages(book: Book, writer: Writer) -> Iterator[Page]:
    """Every page and word from A to Å: the search of a reader without JavaScript."""
    rows: dict[tuple[str, str], tuple[str, str, str]] = {}
    for name_of_kind, kind in KINDS.items():
        for entry in book.of_kind(name_of_kind) if kind.is_indexed else ():
            page, anchor = address(entry)
            target = f"{page}#{anchor}" if anchor else page
            title = entry.record.title
            for name in (title, *entry.record.search_terms, *entry.record.looked_up_as()):
                note = kind.index_note
                shown = note.capitalize() if name == title else f"{title} ({note})" if note else title
                rows.setdefault((name.lower(), target), (name[0].upper() + name[1:], target, shown))
    letters: dict[str, list[tuple[str, str, str]]] = {}
    for row in sorted(rows.values(), key=lambda row: (danish.sort_key(row[0]), row[1])):
        letters.setdefault(danish.letter(row[0]), []).append(row)
    yield writer.page(
        "index",
        "a-aa.md",
        "A-Å",
        letters=list(letters.items()),
        description="Alle sider og ord i alfabetisk rækkefølge.",
    )
