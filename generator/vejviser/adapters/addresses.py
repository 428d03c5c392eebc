"""Which addresses of the site that stands would be gone with a new one."""

from pathlib import Path

from vejviser.adapters.publishing import manifest

_PAGE = "/index.html"


def lost(standing: Path, fresh: Path) -> list[str]:
    """The pages that a site had and a fresh one has not, as they are written under `moved_from`, in order.

    Of a folder without a list of what was published nothing is known; another municipality's site is another site.
    """
    before, after = manifest.read(standing), manifest.read(fresh)
    if before is None or after is None or before.municipality != after.municipality:
        return []
    return sorted(name.removesuffix(_PAGE) for name in before.files - after.files if name.endswith(_PAGE))


def as_text(addresses: list[str]) -> str:
    """What to write, in Danish; nothing when no address is lost."""
    if not addresses:
        return ""
    lines = [f"  moved_from: [{address}]" for address in addresses[:20]]
    more = [f"  … og {len(addresses) - 20} til"] if len(addresses) > 20 else []
    one = len(addresses) == 1
    head = (
        f"{len(addresses)} {'adresse findes' if one else 'adresser findes'} ikke mere. Gemte links dertil virker ikke."
    )
    return "\n".join([head, "Skriv i den post, som læseren skal hen til i stedet:", *lines, *more]) + "\n"
