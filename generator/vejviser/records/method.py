"""Working methods."""

from typing import ClassVar

from vejviser.records.model import Model


class Method(Model):
    """A working method."""

    kind: ClassVar[str] = "method"
    folder: ClassVar[str] = "methods"
    name: ClassVar[str] = "metode"
    plural: ClassVar[str] = "Metoder"
