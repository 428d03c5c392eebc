"""Which folders may be published to: what stands there must be ours, and be replaced by its like."""

from collections.abc import Callable, Iterable
from pathlib import Path

from vejviser.adapters.publishing.held import Held
from vejviser.adapters.publishing.paths import Refused
from vejviser.folders import CONTENT, TREES

_SOURCES = (CONTENT, TREES, "site_overrides", "generator")


def away_from(root: Path, target: Path) -> None:
    """Raise Refused when a folder is the project's own, or lies where its content does. Both paths are resolved."""
    if root.is_relative_to(target) or any(target.is_relative_to(root / name) for name in _SOURCES):
        raise Refused(f"{target} er en del af projektet selv. Vælg en anden mappe, fx {root / 'site'}.")


def for_site(known: Iterable[str]) -> Callable[[Held], None]:
    """The site of one municipality may replace the site of any of those that the project knows, and nothing else."""

    def check(held: Held) -> None:
        _no_others(held)
        if held.kind == "portal":
            raise Refused(
                f"I {held.folder} ligger siderne for flere kommuner: {_listed(held.sites)}. Én kommunes side kan ikke "
                "tage deres plads.\nByg dem alle med --all, eller vælg en anden mappe med --site-dir."
            )
        _known(held, [held.municipality] if held.municipality else [], known)

    return check


def for_portal(known: Iterable[str], removed: Iterable[str] = ()) -> Callable[[Held], None]:
    """The pages over many may replace such pages, and sites that lie together; what is to be removed is named."""

    def check(held: Held) -> None:
        _no_others(held)
        if held.kind == "site":
            raise Refused(
                f"I {held.folder} ligger siden for én kommune. Siderne for flere kan ikke tage dens plads.\n"
                "Vælg en anden mappe med --site-dir, eller slet mappen først."
            )
        missing = sorted(set(removed) - set(held.sites))
        if missing:
            raise Refused(f"Der er ingen side for {_listed(missing)} i {held.folder}, så den kan ikke fjernes.")
        _known(held, set(held.sites) - set(removed), known, "\nSkal de væk, så skriv: --remove {}")

    return check


def _no_others(held: Held) -> None:
    if held.others:
        raise Refused(
            f"{held.folder} indeholder andet end det, Vejviser har udgivet: {_listed(held.others)}.\n"
            "Mappen bliver ikke rørt. Flyt det, der er dit, eller vælg en tom mappe med --site-dir."
        )


def _known(held: Held, there: Iterable[str], known: Iterable[str], way_out: str = "") -> None:
    strange = sorted(set(there) - set(known))
    if strange:
        raise Refused(
            f"I {held.folder} ligger sider for kommuner, som dette projekt ikke har: {_listed(strange)}.\n"
            "De bliver ikke rørt. Er det den rigtige mappe (--site-dir) og det rigtige projekt (--root)?"
            + way_out.format(",".join(strange))
        )


def _listed(names: Iterable[str]) -> str:
    shown = list(names)
    return ", ".join(shown[:5]) + (f" og {len(shown) - 5} til" if len(shown) > 5 else "")
