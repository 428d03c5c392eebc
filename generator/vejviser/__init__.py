"""Vejviser turns YAML about prevention work into a Danish MkDocs site with decision trees."""

__version__ = "0.1.0"
