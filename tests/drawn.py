"""What tests draw: clean projects as indented trees, and a tree that is too long to prove."""

# The fields of the shared notification as they are written.
NOTIFICATION = {
    "title": "Underretning",
    "order": "1",
    "when": "[Du er bekymret.]",
    "who": "Dig.",
    "steps": "[Ring.]",
    "parents": '"Tal med dem, når det er trygt."',
    "law": "[pligten]",
    "call": "[laerer]",
    "consent": "{level: not_required, short: Nej, text: Det kræver ikke samtykke.}",
    "status": "active",
    "reviewed": "2026-11-21",
    "review_by": "2027-05-21",
    "sources": "[{document: kilde, passage: Side 1}]",
    "search_terms": "[et, to, tre, fire]",
}


def _fields(fields: dict[str, str]) -> str:
    return "".join(f"        | {name}: {value}\n" for name, value in fields.items())


def notification(**changed: str) -> str:
    """The shared notification with some fields written in other words, to be drawn on the clean project."""
    return f"""
content/
  faelles/
    notifications/
      underretning.yml
{_fields(NOTIFICATION | changed)}"""


def _place(short: str) -> str:
    return """    municipality.yml
      | title: SHORT Kommune
      | short: SHORT
      | site_name: Vejviser for SHORT
      | status: active
      | reviewed: 2026-11-21
      | review_by: 2027-05-21
      | acute:
      |   - {when: Ved livsfare, who: Alarmcentralen, phone: {label: Alarmcentralen, number: "112"}}
      |   - {when: Uden for åbningstid, who: til politiet, phone: {label: Politiet, number: "114"}}
      | website: https://www.kommunen.dk/
      | colours: {primary: "#12464f", accent: "#0f6570", accent_dark: "#8fd3dc"}
      | accessibility: {}
      | main_tree: trae
      | notify_tree: underret-trae
""".replace("SHORT", short)


BASE = (
    """
content/
  faelles/
    sources/
      kilde.yml
        | title: Kilden
        | publisher: Byen
        | short: Kilden
        | status: active
    notifications/
      underretning.yml
"""
    + _fields(NOTIFICATION)
    + """    law/
      pligten.yml
        | title: Pligten
        | statute: barnets lov
        | provision: § 1
        | confidence: H
        | checked: 2026-11-01
        | checked_where: her
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | summary: Pligt.
        | sources: [{document: kilde, passage: Side 1}]
    roles/
      laerer.yml
        | title: Lærer
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
  by/
"""
    + _place("Byen")
    + """decision_trees/
  faelles/
    trae.yml
      | title: Hvad gør jeg?
    underret-trae.yml
      | title: Skal jeg underrette?
"""
)
# What every record with a page of its own must have; it stands last, so that no line moves.
TERMS = "search_terms: [et, to, tre, fire]\n"
TREE = """
version: 1
intro: Svar på spørgsmålene.
status: active
reviewed: 2026-11-21
review_by: 2027-05-21
sources: [{document: kilde, passage: Side 1}]
levels: [{id: mild, title: Følg barnet}, {id: alvor, title: Underret}]
nodes:
  - choice: fare
    ask: Er barnet i fare?
    acute: true
    options:
      - {id: ja, label: Ja, go: ring}
      - {id: nej, label: Nej, go: vent}
      - {id: tvivl, label: Jeg er i tvivl, counts_as: ja}
outcomes:
  ring: {title: Ring nu, level: alvor, force: skal, record: underretning, do: [{act: Ring, who: Dig, within: straks}]}
  vent: {title: Se tiden an, level: mild, force: kan, record: underretning, do: [{act: Vent, who: Dig, within: i dag}]}
closing: [Pligten er din egen.]
cases:
  - {name: A, story: Et barn., answers: {fare: ja}, expect: ring}
  - {name: B, story: Et andet barn., answers: {fare: nej}, expect: vent}
  - {name: C, story: Et tredje barn., answers: {fare: tvivl}, expect: ring}
"""
# The same with a checklist, and with an outcome that can be gone on from.
LONG = (
    TREE.split("nodes:", maxsplit=1)[0]
    + """nodes:
  - choice: fare
    ask: Er barnet i fare?
    acute: true
    options:
      - {id: ja, label: Ja, go: ring}
      - {id: nej, label: Nej, go: tegn}
  - checklist: tegn
    ask: Hvad ser du?
    items:
      - {id: trist, label: Er trist, level: alvor}
      - {id: alene, label: Er alene, level: mild}
    none: {label: Ingen af dem}
    go: {mild: vent, alvor: ring}
  - choice: mere
    ask: Er der mere?
    options:
      - {id: ja, label: Ja, go: igen}
      - {id: nej, label: Nej, go: vent}
outcomes:
  ring:
    title: Ring nu
    level: alvor
    force: skal
    record: underretning
    do: [{act: Ring, who: Dig, within: straks}]
    continue_at: mere
    continue_label: Find også et møde
  igen: {title: Ring igen, level: alvor, force: skal, record: underretning, do: [{act: Ring, who: Dig, within: nu}]}
  vent: {title: Se tiden an, level: mild, force: kan, record: underretning, do: [{act: Vent, who: Dig, within: i dag}]}
closing: [Pligten er din egen.]
"""
)
# A second municipality beside `by`, with its own words for a shared role and a meeting that is not shared.
SECOND = (
    """
content/
  land/
"""
    + _place("Landet")
    + """    roles/
      laerer.yml
        | title: Lærer på landet
        | status: active
        | reviewed: 2026-11-20
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
    meeting_types/
      landsmoede.yml
        | title: Landsmøde
        | step: 1
        | participants: [{who: laerer, presence: required, side: internal}]
        | status: active
        | reviewed: 2026-11-21
        | review_by: 2027-05-21
        | sources: [{document: kilde, passage: Side 1}]
        | search_terms: [et, to, tre, fire]
"""
)
