"""Decision trees: what their rules mean, every way through them, and what is proved of those ways.

The story from the top, as a check meets it:

`checks/trees` asks whether a tree hangs together, and then for its proof. `proof` holds what is worked out about it,
each thing once and only when asked for: its states, its paths, and two readers side by side.

A reader gives answers; `rules` says what they mean: which level the ticks of a list give, which rule holds, where it
leads. What a rule asks is a condition, and each of those says for itself what it means (`records/statement` and
`records/condition`).

Nobody can try all answers: a list of thirty items can be ticked in a billion ways. `equivalence` finds those that no
rule tells apart, and keeps one of each sort: items on one level that no condition names are alike, and more ticks than
the largest threshold asks for make no difference. This is where a proof would become unsound, so each condition must
say which items it singles out and how far it counts; the tests try every condition against brute force.

`paths` are the ways from the first question to an outcome, one for each mix of such sorts. A safety rule (`must`) is
tried on all of them (E522).

`states` are fewer: where a reader stands, and of the answers given only those that some later rule asks about. Two
readers in the same state have the same ways before them. Rules that no state uses are reported (E515).

`twins` walks two readers at once who differ in one answer, and from then on answer alike wherever both are asked. The
widest gap between where they end shows doubt that ends milder (E519), a tick more that ends milder (E523), and a
question that changes nothing (W520), each with the shortest example.

What would take too long is refused, never left unproved in silence: too many mixes of ticks, paths or steps (E524).

Beside the proofs: `edges` (where answers lead, read off the tree), `coverage` (what the examples show), `compare` (what
a new version changes), `compile` (what the browser gets; `tree_rules.js` means the same by it), `signs` (items taken
from the signs), and what is shown: `outline`, `diagram`, `table`, `words`.
"""
