/**
 * What every page needs: opening the search. The menu and the explained words are native popovers and need no script.
 *
 * A classic script, and so are the search's: a page read from a disk may not load modules.
 */

(() => {
  const root = new URL("../", document.currentScript.src);
  const VIEW = ["search_view.js", "search_dialog.js"];
  const ENGINE = [
    "search_data.js", "search_words.js", "search_vocabulary.js", "search_concepts.js", "search_grams.js", "search_rules.js",
    "search_engine.js",
  ];

  document.documentElement.classList.replace("no-js", "js");

  /** Runs scripts of ours in order. */
  function run(names) {
    return Promise.all(names.map((name) => new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = new URL(`assets/${name}`, root).href;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(name)));
      document.head.append(script);
    })));
  }

  /** @type {Promise<object> | undefined} */
  let engine;

  /** The search engine; its code and its index are fetched the first time only. */
  function loadEngine() {
    engine ??= run(ENGINE).then(() => new globalThis.vejviser.Engine(globalThis.vejviser.searchData));
    // What failed once may succeed the next time.
    engine.catch(() => (engine = undefined));
    return engine;
  }

  // Asked by those who measure how well the search finds.
  globalThis.__search = async (query, most = 10) => {
    const { hits } = (await loadEngine()).search(query, most);
    return hits.map(({ url, title, score }) => ({ url: new URL(url, root).href, title, score }));
  };

  const trigger = document.querySelector(".vv-search");
  /** @type {Promise<unknown> | undefined} */
  let view;

  async function open() {
    const loading = loadEngine();
    try {
      await (view ??= run(VIEW));
      globalThis.vejviser.openSearch({ root, all: trigger.href, load: () => loading });
    } catch {
      location.href = trigger.href;
    }
  }

  /**
   * A search opened with nothing in focus leaves focus in its closed dialog; keys typed there are not text.
   * @param {EventTarget | null} target
   * @returns {boolean} whether keys typed there are text
   */
  const isTyping = (target) =>
    target instanceof HTMLElement && target.matches("input:not([type=radio]), textarea") && !target.closest("dialog:not([open])");

  if (trigger && "showModal" in HTMLDialogElement.prototype) {
    trigger.setAttribute("aria-haspopup", "dialog");
    trigger.addEventListener("click", (event) => {
      // A click with a modifier asks for a new tab: let the link be a link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open();
    });
    document.addEventListener("keydown", (event) => {
      const slash = event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey;
      const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
      if (!slash && !ctrlK) return;
      event.preventDefault();
      open();
    });
  }

  // Following the skip link would add a history entry, and on a tree Back would then seem to do nothing.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main").focus();
  });
})();
