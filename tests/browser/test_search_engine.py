"""The search's own scripts in a browser, without a page: words, what is understood, and how well it finds."""

import json
from collections.abc import Iterator
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

import search_runner
from projects import MUNICIPALITY, ROOT
from search_evaluation import Outcome, Query, missed, success, table
from shipped import checked_of, shipped_site
from test_search_words import LAWS, STEMS, TOKENS
from vejviser.checked import Checked
from vejviser.search.index import URI
from vejviser.search.index import read as read_index
from vejviser.search.row import Row
from vejviser.search.words import IRREGULAR

pytestmark = pytest.mark.browser

# The municipalities that have queries; each must reach every target.
MUNICIPALITIES = sorted(
    {str(search_runner.municipality_of(path)) for path in (ROOT / search_runner.QUERIES).glob("*.yml")}
)


@pytest.fixture(name="engine", scope="module")
def _engine(browser: Browser, shipped: Checked) -> Iterator[Page]:
    """An empty page in which the engine has read the shipped site's index."""
    page = browser.new_page()
    search_runner.start(page, search_runner.scripts(shipped, ROOT))
    yield page
    page.close()


def ask(engine: Page, query: str) -> dict[str, Any]:
    """What the engine says to a query."""
    return dict(engine.evaluate("(query) => ({ ...engine.search(query, 10), isMarked: null })", query))


def test_unpacked_as_in_python(engine: Page, shipped: Checked) -> None:
    """The browser reads the same index out of the file as the generator does."""
    script = next(file.text for file in shipped_site(MUNICIPALITY).files if file.uri == URI)
    unpacked = engine.evaluate("vejviser.unpack(vejviser.searchData)")

    assert read_index(script) == unpacked | {
        "documents": [Row(*row) for row in unpacked["documents"]],
        "words": sorted(unpacked["words"]),
        "postings": [[tuple(pair) for pair in row] for row in unpacked["postings"]],
    }


def test_stems_as_in_python(engine: Page) -> None:
    """The browser gives every word of the list the stem that the generator gives it."""
    words = [word for word, _ in STEMS]
    stems = engine.evaluate("(words) => words.map((word) => engine.words.stem(word))", words)

    assert [] == [(word, got) for (word, stem), got in zip(STEMS, stems, strict=True) if got != stem]


@pytest.mark.parametrize("text", TOKENS)
def test_tokens_as_in_python(text: str, engine: Page) -> None:
    """The browser splits text and reads paragraphs as the generator does."""
    data = json.dumps({"stop": "", "irregular": IRREGULAR, "thesaurus": {"laws": LAWS}})

    assert TOKENS[text] == engine.evaluate(f"(text) => new vejviser.Words({data}).tokens(text)", text)


@pytest.mark.parametrize("municipality", MUNICIPALITIES)
def test_targets(municipality: str, browser: Browser) -> None:
    """The queries of every municipality find what they should as often as promised, and none finds nothing."""
    checked = checked_of(municipality)
    asked = [query for path in search_runner.files(ROOT, municipality) for query in search_runner.queries(path)]
    page = browser.new_page()
    search_runner.start(page, search_runner.scripts(checked, ROOT))
    outcomes = search_runner.ask(page, asked)
    page.close()

    assert [] == missed(outcomes), table(outcomes)


@pytest.mark.parametrize(
    ("spelling", "least"),
    [
        ("lower", 0.99),
        ("ae", 0.99),
        ("bare", 0.98),
    ],
)
def test_titles(spelling: str, least: float, engine: Page) -> None:
    """Whoever types the title of a page finds it first, also without the letters of a Danish keyboard."""
    letters = {"lower": {}, "ae": {"æ": "ae", "ø": "oe", "å": "aa"}, "bare": {"æ": "a", "ø": "o", "å": "a"}}[spelling]
    titles = engine.evaluate("engine.documents.filter(({ kind }) => kind !== 'sign').map(({ title }) => title)")
    typed = [title.lower().translate(str.maketrans(letters)) for title in titles]
    first = engine.evaluate("(texts) => texts.map((text) => engine.search(text, 1).hits[0].title)", typed)
    rows = zip(titles, typed, first, strict=True)
    outcomes = [Outcome(Query(text, spelling, (title,)), (found,)) for title, text, found in rows]

    assert success(outcomes) >= least, [outcome for outcome in outcomes if outcome.rank != 1]


class TestUnderstanding:
    """What the reader is told beside the results."""

    def test_correction(self, engine: Page) -> None:
        """A misspelt word is said as it was taken."""
        found = ask(engine, "ungepsikolog")

        assert [{"corrected": "ungepsykolog", "typed": "ungepsikolog"}] == found["corrected"]
        assert [] == engine.evaluate("engine.search('ungepsikolog', 10, true).corrected")

    def test_synonym(self, engine: Page) -> None:
        """A word of ours that stands for the reader's is named."""
        found = ask(engine, "ordstyrer")

        assert [] == found["corrected"]
        assert "mødeleder" in found["synonyms"]

    def test_concern(self, engine: Page) -> None:
        """Worry leads to the decision tree."""
        assert ask(engine, "jeg er bekymret for et barn")["isConcern"]
        assert ask(engine, "mor er fuld")["isConcern"]
        assert not ask(engine, "fuld tid")["isConcern"]

    @pytest.mark.parametrize(("query", "anchor"), [("§ 115", "rpl-115"), ("§ 155", "bl-136")])
    def test_digits_are_not_letters(self, query: str, anchor: str, engine: Page) -> None:
        """A doubled letter is a slip, a doubled digit is another paragraph."""
        assert f"lov/#{anchor}" == ask(engine, query)["hits"][0]["url"]

    def test_grade(self, engine: Page) -> None:
        """A grade is an age: the signs of that age come before those of others."""
        urls = [hit["url"] for hit in ask(engine, "tegn 5. klasse")["hits"]]

        assert urls[0].startswith("tegn/alder-10-12/")

    def test_question_of_a_tree(self, engine: Page) -> None:
        """A result names the section that the query asks for."""
        hits = ask(engine, "hvor mange slags fagfolk udefra er der brug for")["hits"]
        tree = next(hit for hit in hits if hit["url"] == "beslutningstrae/jeg-er-bekymret/")

        assert "fagligheder" == tree["section"]["anchor"]

    @pytest.mark.parametrize("query", ["qqqqq", "xyzzy 42", "?!", "§ 999"])
    def test_never_nothing(self, query: str, engine: Page) -> None:
        """A query that nothing fits is answered with where to begin."""
        found = ask(engine, query)

        assert found["isGuess"]
        assert "beslutningstrae/jeg-er-bekymret/" == found["hits"][0]["url"]


class TestFirst:
    """What stands first when several pages have the words."""

    @pytest.mark.parametrize(
        ("query", "url"),
        [
            ("ssprådgivning", "tilbud/ssp-raadgivning/"),
            ("sundheds plejerske", "roller/sundhedsplejerske/"),
        ],
    )
    def test_title_however_joined(self, query: str, url: str, engine: Page) -> None:
        """A title is the same written together, apart or with a hyphen."""
        assert url == ask(engine, query)["hits"][0]["url"]

    def test_title_with_a_slip(self, engine: Page) -> None:
        """A misspelt title is the title."""
        assert "ordliste/#ord-anbringelse" == ask(engine, "anbringlse")["hits"][0]["url"]

    def test_page_before_overview(self, engine: Page) -> None:
        """The page itself comes before the one that lists it."""
        assert "tegn/alder-3-5/" == ask(engine, "tegn på mistrivsel 4 år")["hits"][0]["url"]

    def test_way_before_sign(self, engine: Page) -> None:
        """What to do comes before a sign in a list that has the same word."""
        assert "/#tegn-" not in ask(engine, "pjæk")["hits"][0]["url"]


def test_shipped_municipality_has_queries() -> None:
    """The site that this repository builds is measured."""
    assert MUNICIPALITY in MUNICIPALITIES
