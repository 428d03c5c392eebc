"""The numbers that the index is tuned by; those of the browser stand in `search_tuning.js`, of kinds in `kinds.py`."""

# Each says what it does, and which queries of tests/search have their answer first by it: those lose it when the number
# is halved, or else when it is half as much again.

# A block that stands on so many pages says little about each of them, and a heading too. Serves »gemmer I det jeg
# svarer?« and »barnet kommer sulten i vuggestue«.
OFTEN = 5
# What each word of such a block weighs. Serves »plan for ung 16 år«.
REPEATED = 0.08
# A long text holds every word more often; this much of that is taken back (BM25's b). Serves »starte som ny lærer« and
# »plan for ung 16 år«.
LENGTH = 0.35
# What a word must weigh in a document to be sent, when another document says it louder: half of it makes the index of
# Ringsted 2 kB longer. Serves »starte som ny lærer« and »plan for ung 16 år«.
FAINT = 0.7
# A weight is stored as a level; this is the lowest, and half of it makes that index 3 kB longer. Serves »gemmer I det
# jeg svarer?«.
LOWEST = 0.3
# How many times the level before the next one weighs. Serves »må jeg underrette anonymt« and »barn alene hjemme hele
# aftenen«.
STEP = 3
# How far what is no record's page stands behind: one gathered or written by hand, one over a folder of others, and a
# list of what stands elsewhere. Serves »starte som ny lærer« (page) and »møde stige« (overview).
OTHERS = {"page": 0.85, "overview": 0.7, "list": 0.6}
