"""Gives every table what a screen reader reads a cell with: the name of its row and of its column, and its own name."""

from xml.etree.ElementTree import Element

from markdown import Extension, Markdown
from markdown.treeprocessors import Treeprocessor


class _Heads(Treeprocessor):
    """What a table written in Markdown cannot say of itself (WCAG 1.3.1, techniques H39 and H63)."""

    def run(self, root: Element) -> None:
        for table in root.iter("table"):
            for cell in table.iterfind("thead/tr/th"):
                cell.set("scope", "col")
            for row in table.iterfind("tbody/tr"):
                row[0].tag = "th"
                row[0].set("scope", "row")
        # The frame carries the name for as long as it scrolls; the table always has it.
        for frame in root.iter("div"):
            named = frame.find("table") if frame.get("class") == "table" else None
            if named is not None:
                caption = Element("caption", {"class": "visually-hidden"})
                caption.text = frame.get("aria-label")
                named.insert(0, caption)


class TableHeads(Extension):
    """Adds the step after all that Markdown does to a table."""

    def extendMarkdown(self, md: Markdown) -> None:  # noqa: N802  # Markdown's name
        """Register the step last."""
        md.treeprocessors.register(_Heads(md), "table_heads", 0)
