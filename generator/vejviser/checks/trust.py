"""Checks of what makes a page trustworthy: source, status, review and open doubts."""

from collections.abc import Iterator
from datetime import date

from vejviser.entry import Entry
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.kinds import KINDS
from vejviser.records.law import Law


def missing_source(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E401: a record that does not say where its facts come from."""
    for entry in project.entries.values():
        if "source" in KINDS[entry.kind].needs and not entry.record.sources:
            yield entry.finding(
                ("id",),
                "E401",
                f"`{entry.id}` har ingen kilde.",
                "Skriv `sources:` og derunder `- document: …` og `passage: …`.",
            )


def missing_status(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E402: a record without a status."""
    for entry in project.entries.values():
        if entry.record.status is None:
            yield entry.finding(
                ("id",),
                "E402",
                f"`{entry.id}` har ingen status.",
                "Skriv fx `status: active`, eller `status: unconfirmed`, hvis ingen har bekræftet den.",
            )


def review_dates(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E403, E404: a missing review date, one in the future, or a next review before the last."""
    for entry in project.entries.values():
        record = entry.record
        if record.reviewed is None or record.review_by is None:
            if "review" in KINDS[entry.kind].needs:
                yield entry.finding(
                    ("id",),
                    "E403",
                    f"`{entry.id}` mangler dato for gennemgang.",
                    "Skriv `reviewed: 2026-11-21` (sidst gennemgået) og `review_by: …` (næste gang senest).",
                )
        elif record.review_by <= record.reviewed:
            yield entry.finding(
                ("review_by",), "E404", "Næste gennemgang ligger ikke efter den seneste.", "Ret en af datoerne."
            )
        if record.reviewed is not None and record.reviewed > today:
            yield entry.finding(
                ("reviewed",),
                "E404",
                f"Gennemgangen {record.reviewed} er ude i fremtiden.",
                "Skriv den dato, siden faktisk blev gennemgået.",
            )


def order(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E405: ages or dates of a law that stand the wrong way round, or a law checked in the future."""
    for entry in project.entries.values():
        record = entry.record
        if record.ages is not None and record.ages.lowest > record.ages.highest:
            yield entry.finding(("ages",), "E405", "Den yngste alder er højere end den ældste.", "Byt de to tal om.")
        if not isinstance(record, Law):
            continue
        if record.in_force_from and record.in_force_to and record.in_force_to < record.in_force_from:
            yield entry.finding(
                ("in_force_to",), "E405", "Loven er ophævet, før den begyndte at gælde.", "Ret en af datoerne."
            )
        if record.checked is not None and record.checked > today:
            yield entry.finding(
                ("checked",),
                "E405",
                f"Loven er tjekket {record.checked}, som er ude i fremtiden.",
                "Skriv datoen på den lovtekst, der faktisk er læst.",
            )


def overdue_review(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """N416, W414: a record whose next review is overdue; only one that says `expires` stops, lest all stop one day."""
    for entry in project.entries.values():
        due = entry.record.review_by
        if due is not None and due < today:
            yield entry.finding(
                ("review_by",),
                "W414" if entry.record.expires else "N416",
                f"`{entry.id}` skulle være gennemgået senest {due}"
                + (", og den udløber." if entry.record.expires else "."),
                "Gennemgå hele siden, og ret derefter `reviewed` og `review_by`.",
            )


def doubts(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """N406, N407: what the municipality must clear up, and records nobody has confirmed."""
    for entry in project.entries.values():
        yield from _doubts_of(entry)


def _doubts_of(entry: Entry) -> Iterator[Finding]:
    for index, doubt in enumerate(entry.record.doubts):
        yield entry.finding(
            ("doubts", index), "N406", f"Skal afklares: {' '.join(doubt.split())}", "Ret posten, og slet linjen."
        )
    if entry.record.status == "unconfirmed":
        yield entry.finding(
            ("status",),
            "N407",
            f"`{entry.id}` er ikke bekræftet.",
            "Spørg ejeren, om det gælder i dag, og skriv `status: active` eller `status: ended`.",
        )
