/**
 * The search engine: one function, `search`. It asks the site builder's own worker; another engine may take its place
 * as long as the function keeps its promise.
 */

const ROOT = new URL("../", import.meta.url);

/** @type {Promise<Worker> | undefined} */
let ready;

/** Starts the worker and waits until its index is built. */
function start() {
  ready ??= new Promise((resolve, reject) => {
    const worker = new Worker(new URL("search/worker.js", ROOT));
    worker.addEventListener("error", reject);
    worker.addEventListener("message", ({ data }) => data.allowSearch && resolve(worker));
    worker.postMessage({ init: true });
  });
  return ready;
}

/**
 * Each word counts most as it is and in a heading, less as the beginning of a word, least inside a compound ("møde" in
 * "teammøde").
 * Whole words go through the stemmer, words with a wildcard do not, so both are asked for, in headings too.
 * @param {string} query what the reader typed
 * @returns {string} the query in the worker's language, empty when there is nothing to look for
 */
function toWorkerQuery(query) {
  const words = query.toLowerCase().split(/[^\p{L}\p{N}]+/u).filter(Boolean);
  return words
    .map((word) => `${word}^10 title:${word}^40 title:${word}*^40 ${word}*^4${word.length > 3 ? ` *${word}*` : ""}`)
    .join(" ");
}

/** @param {string} markup @returns {string} its text; the index holds a few escaped characters */
const plain = (markup) => new DOMParser().parseFromString(markup, "text/html").body.textContent ?? "";

/**
 * Asks the worker one question; its answers carry no name, so only one may be under way.
 * @param {string} query in the worker's language
 * @returns {Promise<{title: string, location: string, text: string}[]>}
 */
async function ask(query) {
  const worker = await start();
  return new Promise((resolve) => {
    const onMessage = ({ data }) => {
      if (!data.results) return;
      worker.removeEventListener("message", onMessage);
      resolve(data.results);
    };
    worker.addEventListener("message", onMessage);
    worker.postMessage({ query });
  });
}

/** @type {Promise<unknown>} */
let previous = Promise.resolve();

/**
 * Finds the sections that fit best, best first.
 * @param {string} query
 * @returns {Promise<{title: string, url: string, text: string}[]>}
 */
export async function search(query) {
  const asked = toWorkerQuery(query);
  if (!asked) return [];
  const answer = previous.then(() => ask(asked));
  previous = answer.catch(() => {});
  const hits = (await answer).map(({ title, location, text }) => ({
    title: plain(title),
    url: new URL(location, ROOT).href,
    text: plain(text),
  }));
  // Who types the beginning of a name wants that page, however often others mention it. The sort keeps the order else.
  // The number before a question of a tree is not part of its name.
  const named = ({ title }) => title.replace(/^\d+\. /, "").toLowerCase().startsWith(query.trim().toLowerCase());
  return hits.sort((a, b) => named(b) - named(a));
}
