"""Vejviser turns YAML about prevention work into a Danish MkDocs site with decision trees."""

__version__ = "0.1.0"
# The form of the content's files: one more at each change that an older project must follow (commands/upgrade.py).
DATA_FORM = 1
