"""Takes comments and indentation out of our scripts as they are published: they are for those who read the source."""

import re

# Only what fills whole lines, so no string or pattern in a script can be mistaken for a comment.
_WHOLE_LINES = re.compile(r"^[ \t]*(?:/\*\*?(?:[^*]|\*(?!/))*\*/[ \t]*\n|//[^\n]*\n|\n)|^[ \t]+", re.MULTILINE)


def bare(script: str) -> str:
    """The script without comments that fill whole lines, empty lines and indentation.

    Our scripts have no template string that runs over several lines; a test holds them to that.
    """
    return _WHOLE_LINES.sub("", script)
