"""Whom to ring when a child is in danger, and what stands in for a number that is not known."""

from typing import NamedTuple

from vejviser.records.municipality import AcuteLine, Municipality
from vejviser.records.organisation import Organisation

# Receives notifications in every municipality; the field `reception` says what it is called there.
RECEPTION = "modtagelsen"
ALARM, POLICE = "112", "114"


class Number(NamedTuple):
    """A number and when to ring it."""

    when: str
    number: str


def number_of(line: AcuteLine) -> str:
    """The number of a line, empty when it is not known."""
    return (line.phone.number or "") if line.phone else ""


def hours_of(line: AcuteLine) -> str:
    """The opening hours of the municipality's own line; the two national ones say theirs with `when`."""
    return (line.phone.hours or "") if line.phone and number_of(line) not in (ALARM, POLICE) else ""


def own_lines(place: Municipality) -> list[AcuteLine]:
    """The municipality's own lines: all but the two national ones."""
    return [line for line in place.acute if number_of(line) not in (ALARM, POLICE)]


def numbers(place: Municipality) -> list[Number]:
    """The lines with a number. Where the municipality's own is missing, the police's holds by day too."""
    is_missing = any(not number_of(line) for line in place.acute)
    return [
        Number(
            f"{line.when}, eller hvis du ikke finder kommunens nummer"
            if is_missing and number_of(line) == POLICE
            else line.when,
            number_of(line),
        )
        for line in place.acute
        if number_of(line)
    ]


def lacks_number(organisation: Organisation) -> bool:
    """Whether nobody knows how to ring it."""
    return not (organisation.contact and any(phone.number for phone in organisation.contact.phones))
