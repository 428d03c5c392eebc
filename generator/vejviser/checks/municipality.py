"""Checks of the municipality's own file: colours and telephone numbers."""

from collections.abc import Iterator
from datetime import date

from vejviser.colours import DARK_PAGE, LIGHT_PAGE, contrast_ratio
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project
from vejviser.records.municipality import Municipality
from vejviser.records.organisation import Organisation

_LEAST = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum), normal text


# Each colour field with the background it must be readable on.
_PAIRS = (("primary", "#ffffff"), ("accent", LIGHT_PAGE), ("accent_dark", DARK_PAGE))


def contrast(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E702: a colour that cannot be read on its background."""
    for entry in project.of_kind("municipality"):
        if not isinstance(entry.record, Municipality):
            continue
        for name, background in _PAIRS:
            colour = getattr(entry.record.colours, name)
            ratio = contrast_ratio(colour, background)
            if ratio < _LEAST:
                yield entry.finding(
                    ("colours", name),
                    "E702",
                    f"Farven {colour} har kontrasten {ratio:.1f} mod {background}; mindst {_LEAST} kræves".replace(
                        ".", ","
                    )
                    + ".",
                    "Vælg en lysere farve." if name == "accent_dark" else "Vælg en mørkere farve.",
                )


def missing_phones(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """N703: a line whose telephone number is not known."""
    for entry in project.entries.values():
        record = entry.record
        if isinstance(record, Municipality):
            for index, line in enumerate(record.acute):
                if line.phone is None or line.phone.number is None:
                    yield entry.finding(
                        ("acute", index),
                        "N703",
                        f"Nummeret mangler: {line.when}, {line.who}.",
                        "Skriv nummeret under `phone:`.",
                    )
        elif isinstance(record, Organisation) and record.contact:
            for index, phone in enumerate(record.contact.phones):
                if phone.number is None:
                    yield entry.finding(
                        ("contact", "phones", index),
                        "N703",
                        f"Nummeret mangler: {phone.label}.",
                        "Skriv `number:` med cifre og mellemrum.",
                    )
