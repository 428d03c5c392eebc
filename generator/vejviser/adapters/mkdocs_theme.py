"""`theme: vejviser` in mkdocs.yml: MkDocs takes the folder of this module for the theme's."""

from vejviser.shipped import shipped

__file__ = str(shipped() / "site_overrides" / "theme.py")
