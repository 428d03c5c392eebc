"""A small municipality in which every field of every kind is filled, to plant hostile texts in."""

from functools import cache

from filled import full_records, project_of
from projects import TODAY
from vejviser.checked import Checked
from vejviser.links import collect

NAME = "municipality-a"


@cache
def full() -> Checked:
    """Its records, as if loaded and checked."""
    project = project_of(*full_records())
    return Checked(project, collect(project), [], TODAY)
