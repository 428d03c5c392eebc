"""All checks of the content; a check yields findings and minds only its own business."""

from collections.abc import Callable, Iterator
from datetime import date

from vejviser.checks import (
    budgets,
    cut_texts,
    law,
    law_in_texts,
    municipality,
    next_hour,
    pages,
    persons,
    references,
    safety_copies,
    same_titles,
    texts,
    tree_parents,
    tree_signs,
    tree_status,
    trees,
    trust,
    unfinished_texts,
    wordings,
)
from vejviser.findings import Finding
from vejviser.links import Links, collect
from vejviser.project import Project

Check = Callable[[Project, Links, date], Iterator[Finding]]

CHECKS: tuple[Check, ...] = (
    references.unknown_ids,
    references.wrong_kinds,
    references.local_ids,
    references.orphans,
    references.circles,
    references.taken_pages,
    references.old_addresses,
    same_titles.same_titles,
    same_titles.over,
    safety_copies.lost_safety,
    cut_texts.cut_at_commas,
    cut_texts.lone_quotes,
    texts.beyond_the_subset,
    texts.active_pages,
    texts.page_fields,
    texts.search_terms,
    unfinished_texts.unfinished,
    unfinished_texts.bare_addresses,
    unfinished_texts.lost_layouts,
    pages.front_matters,
    pages.headings,
    pages.links_of_pages,
    trust.missing_source,
    trust.missing_status,
    trust.review_dates,
    trust.order,
    trust.overdue_review,
    trust.doubts,
    law.repealed,
    law.unsure_number,
    law.unchecked,
    law_in_texts.paragraphs_in_texts,
    budgets.sums,
    trees.proved,
    trees.doubtful_answers,
    trees.acute_first,
    trees.bare_outcomes,
    tree_parents.unsafe_contact,
    tree_parents.denied_contact,
    tree_signs.signs_elsewhere,
    tree_status.no_other_way,
    tree_status.also_fits,
    municipality.contrast,
    municipality.missing_phones,
    municipality.ready_to_publish,
    municipality.wrong_numbers,
    municipality.acute_numbers,
    persons.cpr_numbers,
    persons.full_names,
    wordings.sent_to_the_parents,
    next_hour.asked_out,
    next_hour.under_the_influence,
    next_hour.journeys,
)


def run(project: Project, today: date) -> tuple[list[Finding], Links]:
    """All findings of a project, sorted and each once, and the links that were collected for them."""
    links = collect(project)
    findings = list(project.findings)
    for check in CHECKS:
        try:
            findings += check(project, links, today)
        except Exception as error:  # noqa: BLE001  # one broken check must not hide what the others find
            name = f"{check.__module__.rsplit('.', 1)[-1]}.{check.__name__}"
            findings.append(
                Finding(
                    "vejviser",
                    1,
                    1,
                    "E901",
                    f"Kontrollen `{name}` gik i stykker: {type(error).__name__}: {error}",
                    "Det er en fejl i Vejviser. Meld den; de andre kontroller er kørt.",
                )
            )
    return sorted(set(findings)), links
