"""Checks of ids: that they exist, are of the right kind and are used."""

from collections.abc import Iterator
from datetime import date

from vejviser.findings import MOST_NEAR, Finding, suggestion
from vejviser.links import Links, uses_of
from vejviser.pages import page_kinds
from vejviser.pages.address import address, url
from vejviser.project import Project
from vejviser.records.kinds import KINDS, has_own_page
from vejviser.slug import slug

# Fields that point along a chain, which must end.
_CHAINS = ("variant_of", "parent", "replaced_by")


def unknown_ids(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E301: an id that no record has."""
    unknown = (use for use in links.uses if use.target not in project.entries and use.target not in project.broken)
    for number, use in enumerate(unknown):
        near = number < MOST_NEAR and suggestion(use.target, _ids(project, use.kinds))
        yield use.entry.finding(
            use.loc,
            "E301",
            f"Der er ingen post med id'et `{use.target}`.",
            _outside(use.target) or near or "Ret id'et, eller lav posten.",
        )


def _outside(target: str) -> str:
    """A hint for an address without its beginning."""
    return f"Er det en hjemmeside, så skriv `https://{target}`." if target.startswith("www.") else ""


def wrong_kinds(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E303: an id of a record of another kind than the field asks for, or of one that no reader meets."""
    number = 0
    for use in links.uses:
        entry = project.entries.get(use.target)
        if entry is None or (entry.kind in use.kinds if use.kinds else KINDS[entry.kind].place):
            continue
        number += 1
        near = number < MOST_NEAR and suggestion(use.target, _ids(project, use.kinds))
        wanted = " eller ".join(KINDS[kind].model.name for kind in use.kinds) or "noget, der har en side"
        yield use.entry.finding(
            use.loc,
            "E303",
            f"`{use.target}` er {KINDS[entry.kind].model.name}, men her skal stå {wanted}.",
            near or "Ret id'et.",
        )


def _ids(project: Project, kinds: tuple[str, ...]) -> list[str]:
    """The ids that may stand where some kinds are asked for; when none is, every one that a reader meets."""
    return [
        entry.id
        for entry in project.entries.values()
        if (entry.kind in kinds if kinds else KINDS[entry.kind].place is not None)
    ]


def circles(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E304: a record that is a form, a part or a successor of itself, at once or by way of others."""
    for entry in project.entries.values():
        for name in _CHAINS:
            if name not in entry.record.__class__.model_fields:
                continue  # to ask the record itself takes several times as long
            seen = [entry.id]
            while (following := getattr(project.entries[seen[-1]].record, name, None)) in project.entries:
                if following == entry.id:
                    yield entry.finding(
                        (name,),
                        "E304",
                        f"`{name}` går i ring: {' → '.join([*seen, entry.id])}.",
                        "Slet feltet i den ene af dem.",
                    )
                if following in seen:
                    break
                seen.append(following)


def taken_pages(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E305: a record or a hand-written page at the address of one of the site's own pages, or of a file of its own."""
    own = {url(kind.uri) for kind in page_kinds.PAGE_KINDS if kind.uri}
    for entry in project.entries.values():
        if entry.id == "index" or (has_own_page(entry.kind) and url(address(entry)[0]) in own):
            yield entry.finding(("id",), "E305", f"Id'et `{entry.id}` bruges af siden selv.", "Giv posten et andet id.")
    for name, _, path in project.handwritten:
        if _written_address(name) in own:
            yield Finding(path, 1, 1, "E305", f"Siden `{name}` laver Vejviser selv.", "Giv filen et andet navn.")
        elif "." in name.removesuffix(".md"):
            # As `sitemap.xml.md`: its folder would lie where a file of that name is written, now or one day.
            hint = f"Giv filen et navn uden punktum, fx `{slug(name.removesuffix('.md')) or 'side'}.md`."
            yield Finding(path, 1, 1, "E305", f"Siden `{name}` kan få samme adresse som en fil på siden.", hint)


def old_addresses(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E313: an address under `moved_from` where a page stands, or that leads to two places, or from what has none."""
    there = {url(kind.uri) for kind in page_kinds.PAGE_KINDS if kind.uri}
    there |= {url(address(entry)[0]) for entry in project.entries.values() if KINDS[entry.kind].place}
    there |= {_written_address(name) for name, _, _ in project.handwritten}
    for entry in project.entries.values():
        for number, old in enumerate(entry.record.moved_from):
            if f"{old}/" in there or KINDS[entry.kind].place is None:
                why = "har ingen side" if KINDS[entry.kind].place is None else "står der stadig en side"
                subject = "Posten" if KINDS[entry.kind].place is None else f"På adressen `{old}`"
                yield entry.finding(
                    ("moved_from", number), "E313", f"{subject} {why}.", "Slet adressen, eller ret den til den gamle."
                )
            there.add(f"{old}/")


def _written_address(name: str) -> str:
    """Where a hand-written page would stand; the site builder takes a README for the front page of its folder."""
    lowered = name.lower()
    return url("index.md" if lowered == "readme.md" else lowered)


def local_ids(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E306: a shared record that names a record of one municipality, so that no other can use it."""
    shared = {entry.id: entry for entry in project.entries.values() if entry.shared}
    shared |= {below.id: below for below, _ in project.replaced}
    for entry in shared.values():
        for use in uses_of(entry):
            other = project.entries.get(use.target)
            if other is not None and use.target not in shared and use.target not in project.broken:
                yield entry.finding(
                    use.loc,
                    "E306",
                    f"`{use.target}` hører til en enkelt kommune: {other.path}.",
                    "Skriv det i almindelige ord her. Kommunen kan have sin egen post med samme id, som nævner den.",
                )


def orphans(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W307: a record of the municipality that no other record names."""
    for entry in project.entries.values():
        is_asked = "mention" in KINDS[entry.kind].needs and not entry.shared and entry.id not in project.unread
        if is_asked and not links.sources_of(entry.id):
            yield entry.finding(
                ("id",),
                "W307",
                f"Ingen anden post nævner `{entry.id}`.",
                "Nævn den, hvor den hører til, fx under `related`, eller slet den.",
            )
