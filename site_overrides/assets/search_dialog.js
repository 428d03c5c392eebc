/** The search dialog: what the reader sees and types; `search.js` finds. */

import { make } from "./dom.js";
import { search } from "./search.js";

const MOST = 30;
const SNIPPET = 140;

// Not type=search: there the first Escape only empties the field, and the dialog would seem stuck.
const input = make("input", { type: "text", id: "search-words", autocomplete: "off", spellcheck: "false", enterkeyhint: "search" });
const status = make("p", { class: "search__status", role: "status" });
const hits = make("ul", { class: "search__hits" });
const dialog = make(
  "dialog",
  { class: "search", "aria-labelledby": "search-title" },
  make(
    "div",
    { class: "search__head" },
    make("label", { for: "search-words", id: "search-title" }, "Søg på siden"),
    make("button", { type: "button", class: "link-button", onclick: () => dialog.close() }, "Luk"),
  ),
  input,
  status,
  hits,
);
document.body.append(dialog);

let indexUrl = "";
/** Counts the searches, so that a slow answer to an old question is dropped. */
let latest = 0;
/** False until the first answer: the index takes a moment to load. */
let loaded = false;

/** @param {string} text @param {string} query @returns {string} the part of the text around the first word found */
function snippet(text, query) {
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  const places = words.map((word) => text.toLowerCase().indexOf(word)).filter((place) => place >= 0);
  const from = Math.max(0, Math.min(...places, text.length) - 40);
  if (!places.length || from === 0) return text.slice(0, SNIPPET) + (text.length > SNIPPET ? " …" : "");
  return `… ${text.slice(text.indexOf(" ", from) + 1, from + SNIPPET)} …`;
}

/** @param {{title: string, url: string, text: string}[]} found @returns {Map<string, typeof found>} by page */
function byPage(found) {
  const pages = new Map();
  for (const hit of found) {
    const page = hit.url.split("#")[0];
    pages.set(page, [...(pages.get(page) ?? []), hit]);
  }
  return pages;
}

function row(hit, query, isSection) {
  const link = make("a", { href: hit.url }, make("strong", {}, hit.title), make("span", {}, snippet(hit.text, query)));
  return make("li", { class: isSection && "search__section" }, link);
}

function show(found, query) {
  const rows = [];
  for (const group of byPage(found.slice(0, MOST)).values()) {
    // The page itself stands first in its group, its sections under it.
    const [first, ...rest] = group.sort((a, b) => a.url.includes("#") - b.url.includes("#"));
    const sections = rest.filter(({ title }) => title !== first.title);
    rows.push(row(first, query, false), ...sections.slice(0, 3).map((hit) => row(hit, query, true)));
  }
  hits.replaceChildren(...rows);
  if (rows.length) {
    status.textContent = rows.length === 1 ? "1 resultat" : `${rows.length} resultater`;
  } else {
    status.replaceChildren("Ingen resultater. Prøv et kortere ord, eller se ", make("a", { href: indexUrl }, "alle sider fra A til Å"), ".");
  }
}

input.addEventListener("input", async () => {
  const query = input.value.trim();
  const mine = ++latest;
  if (query.length < 2) {
    hits.replaceChildren();
    status.textContent = "Skriv mindst to bogstaver.";
    return;
  }
  if (!loaded) status.textContent = "Søger …";
  try {
    const found = await search(query);
    loaded = true;
    if (mine === latest) show(found, query);
  } catch {
    status.replaceChildren("Søgningen virker ikke lige nu. Se ", make("a", { href: indexUrl }, "alle sider fra A til Å"), ".");
  }
});

dialog.addEventListener("keydown", (event) => {
  const links = [...hits.querySelectorAll("a")];
  const at = links.indexOf(document.activeElement);
  if (event.key === "Enter" && document.activeElement === input) {
    event.preventDefault();
    links[0]?.click();
  } else if (event.key === "ArrowDown" && at < links.length - 1) {
    event.preventDefault();
    links[at + 1].focus();
  } else if (event.key === "ArrowUp" && at >= 0) {
    event.preventDefault();
    (links[at - 1] ?? input).focus();
  }
});

// A press beside the dialog closes it, as readers expect.
dialog.addEventListener("click", (event) => event.target === dialog && dialog.close());

// A result on the page the reader is already on: the dialog must not stay in front of it.
hits.addEventListener("click", () => dialog.close());

/**
 * Opens the dialog; the browser gives focus back to where it was when it closes.
 * @param {string} url the page with all pages from A to Å
 */
export function open(url) {
  indexUrl = url;
  if (dialog.open) return;
  status.textContent = "Skriv mindst to bogstaver.";
  hits.replaceChildren();
  input.value = "";
  dialog.showModal();
  input.focus();
}
