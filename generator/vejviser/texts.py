"""The small Markdown subset that text fields may use: paragraphs, lists, emphasis and links."""

import re

# Both parts are bounded: a text of nothing but beginnings of links would else be searched to its end at each of them.
LINK = re.compile(r"\[([^\[\]\n]*)\]\(([^)\s]{0,1000}+)\)")
OUTSIDE = re.compile(r"^(https://|mailto:|tel:)")
# What Markdown or the site builder would read as more than text.
_HTML = re.compile(r"<[A-Za-z/!?]")
_BRACES = re.compile(r"[{}]")
# What each municipality calls its own, see `placeholders`; one that nobody knows is a fault of another kind.
PLACEHOLDER = re.compile(r"\{([^\s{}:,\[\]]+)\}")
_HEADING = re.compile(r"^ {0,3}(#{1,6}\s|(=+|-{3,})\s*$)", re.MULTILINE)
_IMAGE = re.compile(r"!\[")
_CODE = re.compile(r"`|^(~~~| {4,}\S)", re.MULTILINE)
# What Markdown reads as a link and `LINK` does not: a title in the address, brackets in the words, a footnote.
_OTHER_LINK = re.compile(r"\]\(|^ {0,3}\[[^\[\]]*\]:|\] +\([^()\s]+\)|\)\[[^\[\]\s]+\]|\[\[", re.MULTILINE)
# A sign by its name, as web pages write it: the reader would see the name.
_ENTITY = re.compile(r"&(?:[A-Za-z]{2,8}|#\d{2,5});")
# What no fault is without: a quick look spares nearly every text the rest. A set of signs alone is found fastest.
_SIGNS = re.compile(r"[<{}`#=~!\]&]")


def faults(text: str) -> list[tuple[str, str, str]]:
    """What a text holds beyond the subset, as (code, Danish message, Danish hint)."""
    if not _SIGNS.search(text) and "    " not in text and "---" not in text:
        return []
    found = [
        ("E601", f"Teksten indeholder HTML: {entity}.", "Skriv selve tegnet, fx et mellemrum.")
        for entity in _ENTITY.findall(text)[:1]
    ]
    if _HTML.search(text):
        found.append(("E601", "Teksten indeholder HTML.", "Skriv uden < og >. Fed skrift er **ord**, kursiv er *ord*."))
    if _BRACES.search(PLACEHOLDER.sub("", text)):
        found.append(("E602", "Teksten indeholder { eller }.", "Skriv almindelige parenteser."))
    if _HEADING.search(text):
        found.append(
            (
                "E603",
                "Teksten indeholder en overskrift eller en streg.",
                "Overskrifter kommer fra felterne. Skriv en almindelig sætning.",
            )
        )
    if _IMAGE.search(text):
        found.append(("E604", "Teksten indeholder et billede.", "Billeder kan ikke stå i tekster. Beskriv det i ord."))
    if _CODE.search(text):
        found.append(
            (
                "E605",
                "Teksten indeholder kode eller indrykning.",
                "Skriv uden ` og ~~~, og begynd linjen uden mellemrum.",
            )
        )
    for _, target in LINK.findall(text):
        if ":" in target and not OUTSIDE.match(target):
            found.append(
                (
                    "E606",
                    f"Linket `{target}` har en form, der ikke er tilladt.",
                    "Links begynder med https://, mailto: eller tel:, eller er id'et på en post.",
                )
            )
    if _OTHER_LINK.search(LINK.sub("", text)):
        found.append(
            (
                "E606",
                "Et link i teksten kan ikke læses.",
                "Skriv [ord](adresse) på en linje, uden mellemrum i adressen og uden [ og ] i ordene.",
            )
        )
    return found


def link_targets(text: str) -> list[str]:
    """The ids of records that a text links to."""
    if "](" not in text:
        return []
    # An image has a fault of its own, and its file is no record.
    return [match[2] for match in LINK.finditer(text) if ":" not in match[2] and text[: match.start()][-1:] != "!"]
