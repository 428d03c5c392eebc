"""A generated page as MkDocs sees it, which knows whether it has changed since the last build."""

from mkdocs.structure.files import File


class PageFile(File):
    """A page in memory. MkDocs builds every page in a full build, and only modified ones in a dirty build."""

    unchanged = False

    def is_modified(self) -> bool:
        """Whether a dirty build must make this page again."""
        return not self.unchanged
