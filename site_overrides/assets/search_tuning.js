/**
 * The numbers that the search is tuned by; those of the index stand in `search/tuning.py`, those of kinds in `kinds.py`.
 *
 * Each says what it does, and which queries of tests/search have their answer first by it: those lose it when the number is
 * halved, or else when it is half as much again. Change one, and run `make search-eval`.
 */

(() => {
  /** @type {Tuning} */
  const tuning = {
    // What a word is worth in a document.

    // What a word weighs by where it stands; in the text it is less than in any of these. Serves »SEL« and »samtyke«
    // and 16 more.
    WEIGHTS: { title: 6, terms: 4, lead: 1.6, headings: 1.5 },
    // How fast more of the same word stops counting (BM25's k1, for weights of a few fields). Serves »plejefamilie«
    // and »bliver mobbet« and 10 more.
    FULL: 2.8,
    // What a word that no document has is taken to be in (BM25's own number). No query of tests/search turns on it.
    UNSEEN: 0.5,
    // What the lowest level of a posting weighs. Serves »gemmer I det jeg svarer?« and »barnet taler ikke så meget«.
    LOWEST: 0.2,
    // How many times the level before the next one weighs; in the text each stands for three times as much. Serves
    // »gemmer I det jeg svarer?« and »barnet taler ikke så meget«.
    STEP: 2,
    // What a repeated block alone may weigh; more is a page's own words. Serves »gemmer I det jeg svarer?«.
    REPEATED: 0.3,

    // What a typed word may also mean.

    // How well a term must fit to be taken for the word itself. Serves »drengen har ingen venner« and »hvem ringer jeg
    // til om aftenen« and 1 more.
    FITS: 0.6,
    // How much of the other meanings counts beside the best one. Serves »børnefri weekend«.
    MORE_MEANINGS: 0.25,
    // A word of the same root. Serves »plejefamilie« and »bliver mobbet« and 3 more.
    SAME_ROOT: 0.75,
    // A compound that the word ends: the last part says what the thing is. Serves »drengen har ingen venner« and »skal
    // barnet med til mødet« and 1 more.
    LAST_PART: 0.55,
    // A compound that the word begins. Serves »børnefri weekend« and 4 more.
    FIRST_PART: 0.5,
    // How much longer the parts of a compound count that need no s or e between them, in letters. No query of
    // tests/search turns on it.
    WITHOUT_LINK: 0.5,
    // The parts of a typed compound when they stand apart in a document. No query of tests/search turns on it.
    WHOLE: 0.62,
    // The same when only one part is known. Serves »børnefri weekend«.
    HALF: 0.4,
    // What is left of these when the compound itself is known. No query of tests/search turns on it.
    OF_KNOWN: 0.8,
    // One part alone, of a compound that is not known. No query of tests/search turns on it.
    PART: 0.3,
    // A number that may be a paragraph's. No query of tests/search turns on it.
    PARAGRAPH: 0.9,
    // Another spelling of a word that is not known. No query of tests/search turns on it.
    SPELT_SO: 0.97,
    // Another spelling of a word that is: "for" may be "før". Serves »hvor hurtigt skal kommunen svare på en
    // underretning« and 10 more.
    SPELT_SO_TOO: 0.9,
    // A word that ends so, of one that is not known. No query of tests/search turns on it.
    ENDING: 0.6,
    // A word that begins so, of one that is not known. No query of tests/search turns on it.
    BEGINNING: 0.8,
    // How fast that falls with the share of the word that is typed. No query of tests/search turns on it.
    BEND: 0.35,
    // A word that begins so, while a known one may be unfinished. Serves »SEL«.
    BEGINNING_TOO: 0.25,
    // A word of which this one may be a slip. Serves »anbringlse«.
    SLIP: 0.9,
    // What each wrong letter takes from that. No query of tests/search turns on it.
    PER_LETTER: 0.15,
    // How much farther off than the nearest word others still count, in letters. No query of tests/search turns on it.
    AS_NEAR: 0.5,

    // Rules of the thesaurus: what else is looked for.

    // A synonym. Serves »plejefamilie« and »bliver mobbet« and 5 more.
    SYNONYM: 0.62,
    // What a word leads to. No query of tests/search turns on it.
    LEADS_TO: 0.7,
    // An abbreviation spelt out. No query of tests/search turns on it.
    SPELT_OUT: 0.75,
    // The abbreviation of what is spelt out. No query of tests/search turns on it.
    SHORTENED: 0.85,
    // Another name of a law. Serves »SEL«.
    LAW: 0.9,
    // Several words together, which are seldom said by chance, at least. Serves »hvor hurtigt skal kommunen svare på
    // en underretning«.
    OF_PHRASE: 0.8,
    // How well a term must fit for its rules to fit too. No query of tests/search turns on it.
    MEETS: 0.6,
    // How much less rare words may count in the place of rarer ones. Serves »barnet taler ikke så meget« and »aftale
    // hvem der er tovholder«.
    LEAST_SCALE: 0.6,
    // How much more rare words may count in the place of commoner ones. Serves »sundheds plejerske« and »telefonnummer
    // anonym rådgivning« and 1 more.
    MOST_SCALE: 1.3,
    // What is left of a word that means something else in its phrase: "ked" in "ked af det". No query of tests/search
    // turns on it.
    IN_IDIOM: 0.5,

    // Names: titles, terms and headings.

    // What a word like "skal" adds to a name. Serves »børnefri weekend« and »skal barnet med til mødet«.
    OF_STOP_WORD: 0.5,
    // A name of which less is said than this is not meant. Serves »hvem må kommunen tale med uden samtykke«.
    LEAST_SAID: 0.3,
    // How much more a document is worth whose name is said in full. Serves »SEL« and »samtyke« and 19 more.
    WORTH: { title: 0.9, terms: 0.6, headings: 0.35 },
    // How much of that falls away when the query says other things too. Serves »gemmer I det jeg svarer?« and 1 more.
    OF_QUERY: 0.6,
    // A title that is typed to the letter. Serves »uu« and »PAF« and 3 more.
    TYPED: 1.8,
    // A title that is typed in another spelling or form. Serves »samtyke« and »modeleder« and 29 more.
    TYPED_OTHERWISE: 1.6,
    // A title that is within what is typed, or begins so. Serves »samarb« and »ungeps« and 11 more.
    TYPED_PARTLY: 1.4,
    // How much of a heading must be said for a result to lead to it. Where in a page a result leads, not the order.
    LEAST_HEADING: 0.5,

    // The order of the documents.

    // What a page that has few of the words keeps of what it has earned. Serves »tegn på mistrivsel 4 år« and »drengen
    // har ingen venner« and 5 more.
    WITHOUT_COVERAGE: 0.35,
    // How much the groups of four letters count beside the words. Serves »bliver mobbet« and »børnefri weekend« and 14
    // more.
    SECOND_OPINION: 0.7,
    // What says nothing by those groups. No query of tests/search turns on it.
    HARDLY_ALIKE: 0.05,
    // What is for those who ask about the own child or for themselves. Serves »en voksen der kan hænge ud med min
    // søn«.
    FOR_CITIZENS: 1.25,
    // Lists of signs, for them. Serves »mit barn har ingen at lege med«.
    SIGN_FOR_CITIZENS: 0.75,
    // A grave sign or a notification that earns this much of what a mild sign does stands before it. Serves »bliver
    // mobbet« and »baby græder hele tiden« and 4 more.
    NEAR: 0.6,
    // A document for all ages, when an age is asked for; it neither wins nor loses much. Serves »plan for ung 16 år«
    // and 4 more.
    FOR_ANY_AGE: 0.8,
    // One for another age. No query of tests/search turns on it.
    OTHER_AGE: 0.6,
    // One for many ages, this one among them. Serves »19 år og deprimeret«.
    WIDE_AGES: 1.1,
    // One for few ages, this one among them. Serves »tegn mistrivsel 2 år« and »18 måneder taler ikke« and 4 more.
    NARROW_AGES: 2,
    // So many years apart are few. No query of tests/search turns on it.
    NARROW: 6,

    // What is shown.

    // A best result that says less of what was typed may be about something else. Measured on the queries of
    // tests/search.
    SURE: 0.45,
    // What earns less than this of what the best earns only fills the list. Serves short lists: the order is not
    // changed by it.
    LEAST: 0.2,
    // How well a word must fit to be marked in a result. Order is not its matter: of results, what is marked
    // (tests/browser/test_search.py).
    MARKED: 0.5,
  };

  Object.assign((globalThis.vejviser ??= /** @type {Vejviser} */ ({})), { tuning });
})();
