"""Checks of the municipality's own file, and of telephone numbers everywhere."""

import re
from collections.abc import Iterator
from datetime import date

from vejviser.acute import ALARM, POLICE, number_of, own_lines
from vejviser.colours import GROUNDS, contrast_ratio
from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.passages import Passage
from vejviser.project import Project
from vejviser.records.base import Phone
from vejviser.records.municipality import Municipality
from vejviser.records.organisation import Organisation
from vejviser.schema import field_at

_LEAST = 4.5  # WCAG 2.2, 1.4.3 Contrast (Minimum), normal text


def contrast(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E702: a colour that cannot be read on what the theme lays it on, or under what stands on it."""
    for entry in project.of_kind("municipality"):
        if not isinstance(entry.record, Municipality):
            continue
        for name, grounds in GROUNDS.items():
            colour = getattr(entry.record.colours, name)
            ratio, ground = min((contrast_ratio(colour, other), words) for words, other in grounds.items())
            if ratio < _LEAST:
                yield entry.finding(
                    ("colours", name),
                    "E702",
                    f"Farven {colour} har kontrasten {ratio:.1f} mod {ground}; mindst {_LEAST} kræves".replace(".", ",")
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


def ready_to_publish(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E704: a site that is said to be approved, without its number, hours, owner or a jurist's reading."""
    for entry in project.of_kind("municipality"):
        place = entry.record
        if not isinstance(place, Municipality) or not place.published:
            continue
        own, reading = own_lines(place), place.legal_reading
        lacking = {
            "kommunens eget nummer i åbningstiden": not any(map(number_of, own)),
            "åbningstiden for kommunens nummer": not any(line.phone and line.phone.hours for line in own),
            "ejeren af siderne (`owner`)": place.owner is None,
            "en jurists læsning (`legal_reading`)": reading is None,
        }
        for what, is_lacking in lacking.items():
            if is_lacking:
                yield entry.finding(
                    ("published",),
                    "E704",
                    f"Siderne kan ikke udgives: {what} mangler.",
                    "Skriv det, eller slet `published: true`. Så bliver siderne bygget som et udkast.",
                )
        if reading is not None and reading.on > today:
            yield entry.finding(
                ("legal_reading", "on"),
                "E704",
                f"Juristens læsning {reading.on} er ude i fremtiden.",
                "Skriv den dag, siderne faktisk blev læst.",
            )


# What else than eight digits reaches somebody: the two in `acute`, the EU's 116 numbers that Denmark uses (missing
# children, victims of crime, BørneTelefonen: Commission decisions 2007/116/EC, 2009/884/EC), and 1813 in Hovedstaden.
_SHORT = {ALARM, POLICE, "116000", "116006", "116111", "1813"}
_DIGITS = 8


def wrong_numbers(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E705: a telephone number that nobody answers, since it has too few or too many digits."""
    for passage in links.passages:
        for number in _numbers_in(passage):
            digits = number.replace(" ", "").replace("%20", "").removeprefix("+45")
            if digits not in _SHORT and not re.fullmatch(rf"\d{{{_DIGITS}}}", digits):
                yield passage.finding(
                    max(passage.text.find(number), 0),
                    "E705",
                    f"`{number}` er ikke et dansk telefonnummer.",
                    "Skriv otte cifre, eller et kort nummer: 112, 114, 116 111, 116 000, 116 006 eller 1813.",
                )


def _numbers_in(passage: Passage) -> list[str]:
    """The numbers of a telephone field, and those that a text links to."""
    if passage.entry and passage.loc[-1] == "number" and field_at(type(passage.entry.record), passage.loc)[0] is Phone:
        return [passage.text]
    return _TEL.findall(passage.text) if "tel:" in passage.text else []


_TEL = re.compile(r"tel:([^)\s\"'>]*)")


def acute_numbers(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E706: an acute box without 112 first, or without 114."""
    for entry in project.of_kind("municipality"):
        if not isinstance(entry.record, Municipality):
            continue
        numbers = [number_of(line).replace(" ", "") for line in entry.record.acute]
        if numbers[:1] != [ALARM]:
            yield entry.finding(
                ("acute",),
                "E706",
                "Den første linje i `acute` er ikke 112.",
                'Skriv først linjen om livsfare, med `phone: {label: Alarmcentralen, number: "112"}`.',
            )
        if POLICE not in numbers:
            yield entry.finding(
                ("acute",),
                "E706",
                "Der er ingen linje med 114 i `acute`.",
                'Skriv en linje om tiden uden for åbningstid, med `phone: {label: Politiet, number: "114"}`.',
            )
