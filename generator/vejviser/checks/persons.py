"""Checks that nobody can be recognised: no CPR number anywhere, no full name in what is told of somebody."""

import re
from collections.abc import Iterator
from datetime import date

from vejviser.findings import Finding
from vejviser.links import Links
from vejviser.project import Project

# Day, month, year and four digits, with or without a hyphen or a space; not part of a longer number or an address.
_CPR = re.compile(r"(?<![\d/.,])(\d{2})(\d{2})\d{2}[- ]?\d{4}(?![\d/]|[.,]\d)")
_DAYS = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
# A person without a number of the register gets one whose day is 60 higher.
_REPLACEMENT = 60
_TELLS_OF_PEOPLE = {"tree", "case", "offer", "measure", "page"}
# The given names that Danes of all ages most often have; a name with a surname after it is likely a real person.
_GIVEN = """
Aisha Ahmed Albert Alberte Alfred Ali Alma Amalie Amir Anders Andrea Ane Anja Anna Anne Annette Anni Anton
Arthur Asger Asta August Benjamin Bent Bente Birgit Birgitte Birthe Bo Bodil Camilla Carl Caroline Cecilie
Charlotte Christian Christina Christine Clara Daniel David Dorte Dorthe Ebba Elias Elisabeth Ella Ellen Emil
Emilie Emma Erik Erling Esther Eva Fatima Felix Filip Finn Flemming Freja Frederik Frida Gitte Grethe Gustav
Hanne Hans Hassan Heidi Helle Henning Henrik Ida Inge Inger Ingrid Isabella Ivan Jakob Jacob Jan Janne Jens
Jeppe Jesper Johan Johanne Johannes John Jonas Josefine Julie Julius Jytte Jørgen Jørn Kaj Karen Karin Karl
Karla Kasper Kenneth Kim Kirsten Kirstine Kjeld Klara Knud Kristian Kristoffer Kurt Lars Laura Lea Leif Lena
Lene Lise Lisbeth Liv Liva Lone Louise Lucas Lukas Luna Mads Magnus Maja Malene Malou Malthe Maria Marie
Marianne Mark Martin Mathias Mathilde Merete Mette Michael Mikkel Mohamed Mona Morten Nanna Nicklas Niels
Nikolaj Nina Noah Nora Ole Olga Oliver Olivia Omar Oscar Otto Palle Per Pernille Peter Philip Pia Poul Preben
Rasmus Rebecca Rikke Robert Rosa Sanne Sara Sebastian Signe Sigurd Simon Simone Sofia Sofie Stine Storm
Susanne Svend Søren Theo Theodor Thea Thomas Tina Tine Tobias Tom Tommy Tove Ulla Valdemar Vera Viggo Viktor
Viktoria Villads Vibeke William Yasmin
"""
_CAPITAL = r"[A-ZÆØÅ][a-zæøåéü]+"
# A given name with what may be a surname, or any two names of which the last ends as most Danish surnames do; so do
# nouns, as `Modtagelsen`, with another letter before.
_NAME = re.compile(
    rf"\b(?:(?:{'|'.join(_GIVEN.split())})(?: (?:{_CAPITAL}|[A-ZÆØÅ]\.))* {_CAPITAL}"
    rf"|{_CAPITAL} {_CAPITAL}(?<![bdglnrstv]el)sen)\b"
)


def cpr_numbers(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """E610: ten digits that can be a CPR number, anywhere, also where only editors read."""
    for passage in links.passages:
        for match in _CPR.finditer(passage.text):
            day, month = int(match[1]), int(match[2])
            day = day - _REPLACEMENT if day > _REPLACEMENT else day
            if 1 <= month <= len(_DAYS) and 1 <= day <= _DAYS[month - 1]:
                yield passage.finding(
                    match.start(),
                    "E610",
                    f"`{match.group()[:4]}…` ligner et CPR-nummer.",
                    "Slet nummeret. Er det et andet tal, så del det med mellemrum.",
                )


def full_names(project: Project, links: Links, today: date) -> Iterator[Finding]:
    """W611: what is likely the full name of a private person, where an offer or a case tells of people."""
    for passage in links.passages:
        if passage.kind not in _TELLS_OF_PEOPLE or " " not in passage.text:
            continue
        for match in _NAME.finditer(passage.text):
            yield passage.finding(
                match.start(),
                "W611",
                f"`{match.group()}` ligner navnet på en person.",
                "Skriv rollen eller alderen i stedet, fx »en pige på 13 år«, eller et opdigtet fornavn alene.",
            )
