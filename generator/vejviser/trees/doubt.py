"""Which answers say doubt, by their words or because the tree says so, and which answers doubt is held against."""

import re

from vejviser.records.question import Node, Option

# As people say it, without æ, ø and å, so that an id as `ved-ikke` or `maaske` is read like a label.
_SAID = re.compile(
    r"""
    tvivl | maaske | muligvis | usikker | uvis\w* | uklart | uenig | (?:ingen|ikke) \s anelse
    | ved (?:\s \w+){0,2} \s ikke| vedikke
    | aner (?:\s \w+)? \s ikke
    | ikke (?:\s (?:helt|rigtig|sikkert))? \s (?:sikker | klar \s over | til \s at \s (?:sige|vide))
    | ikke (?:\s \w+)? \s (?:spurgt | undersoegt | vurderet | afklaret | vide | huske? | bedoemme | afgoere | overskue)
    | kan (?:\s \w+)? \s ikke (?:\s \w+)? \s (?:svare | sige | vurdere)
    | husker (?:\s \w+)? \s ikke | kender (?:\s \w+)? \s ikke
    | svaert \s at \s (?:sige|svare|vurdere|vide|afgoere)
    | (?:det \s)? kommer \s an \s paa | baade \s (?:ja \s)? og \s (?:nej)?
    """,
    re.VERBOSE,
)
_LETTERS = str.maketrans({"æ": "ae", "ø": "oe", "å": "aa", "-": " ", "’": "'"})


def sounds_doubtful(option: Option) -> bool:
    """Whether the words of an answer, or its id, say that the reader does not know."""
    return any(_SAID.search(words.lower().translate(_LETTERS)) for words in (option.label, option.id))


def is_doubt(option: Option) -> bool:
    """Whether an answer is doubt: it counts as another one, or says so itself."""
    return bool(option.doubt) or option.counts_as is not None


def says_no(option: Option) -> bool:
    """Whether an answer is a plain no."""
    return not is_doubt(option) and (option.id == "nej" or re.match(r"nej\b", option.label.lower()) is not None)


def held_against(node: Node, doubt: Option) -> list[str]:
    """The answers that a doubt may not end milder than.

    About danger, violence and abuse doubt is yes, so it may not end milder than any answer. Elsewhere it may not end
    milder than no; where no answer says no, it may not end milder than any.
    """
    others = [option for option in node.options if not is_doubt(option) and option.id != doubt.counts_as]
    if node.acute or not any(says_no(option) for option in node.options):
        return [option.id for option in others]
    return [option.id for option in others if says_no(option)]
