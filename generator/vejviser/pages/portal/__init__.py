"""The pages over many municipalities: a pure function of what each built site publishes."""

from vejviser.pages.portal.collect import Collected
from vejviser.pages.portal.make import FOLDERS, files

__all__ = ["FOLDERS", "Collected", "files"]
