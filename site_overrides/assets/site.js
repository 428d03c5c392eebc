/**
 * What every page needs: opening the search. The menu and the explained words are native popovers and need no script.
 *
 * A classic script, and so are the search's: a page read from a disk may not load modules.
 */

(() => {
  const { src, dataset } = /** @type {HTMLScriptElement} */ (document.currentScript);
  const assets = new URL("./", src);
  const root = new URL("../", src);
  // The version that the page asks for, so that what is fetched later is never older than the page.
  const version = new URL(src).search;
  // The pages over many municipalities have no index of their own: they search all.
  const isPortal = "portal" in dataset;
  // Each of the last two is published with the parts that it is made of in it: see adapters/scripts.py.
  const VIEW = [...(isPortal ? [] : ["search_portal.js"]), "search_dialog.js"];
  const ENGINE = ["search_engine.js"];

  document.documentElement.classList.replace("no-js", "js");
  document.addEventListener("DOMContentLoaded", () => {
    /** @type {HTMLElement | null} */
    const old = document.querySelector(".old");
    if (old) old.hidden &&= Date.now() < Date.parse(old.dataset.from ?? "");
  });

  /** @param {URL} url of a script of ours; those that were asked for first run first */
  function run(url) {
    return new Promise((resolve, reject) => {
      const script = document.createElement("script");
      script.src = url.href;
      script.async = false;
      script.addEventListener("load", resolve);
      script.addEventListener("error", () => reject(new Error(url.href)));
      document.head.append(script);
    });
  }

  /**
   * Runs what holds numbers and names as the server has it now: a browser may keep a file for hours when the server says
   * nothing of it, and the search must never show an older number than the page.
   * @param {URL} url
   */
  async function runFresh(url) {
    if (url.protocol.startsWith("http"))
      await fetch(url, { cache: "no-cache" }).then(
        (file) => file.arrayBuffer(),
        () => {},
      );
    return run(url);
  }

  /** @param {string[]} names */
  const runAll = (names) => Promise.all(names.map((name) => run(new URL(name + version, assets))));

  /**
   * Keeps what was loaded; what failed once may succeed the next time.
   * @template {unknown[]} Given
   * @template Loaded
   * @param {(...given: Given) => Promise<Loaded>} load
   */
  function once(load) {
    /** @type {Promise<Loaded> | undefined} */
    let loaded;
    /** @param {Given} given */
    return (...given) => {
      loaded ??= load(...given);
      loaded.catch(() => (loaded = undefined));
      return loaded;
    };
  }

  // The code and the index are fetched the first time only.
  const loadCode = once(() => runAll(ENGINE));
  const loadEngine = once(async () => {
    await Promise.all([runFresh(new URL("search_data.js", assets)), loadCode()]);
    const { Engine, unpack, searchData } = globalThis.vejviser;
    return Engine.make(unpack(searchData));
  });
  const portal = () => (isPortal ? root : new URL(globalThis.vejviser.portal ?? "", root));
  const loadAll = once(async (/** @type {Tell} */ tell) => {
    await Promise.all([loadCode(), runAll(["search_all.js"])]);
    return globalThis.vejviser.All.load(portal(), runFresh, tell);
  });

  // Asked by those who measure how well the search finds.
  globalThis.__search = async (query, most = 10) => {
    if (isPortal) {
      const { others } = (await loadAll(() => {})).find(query);
      return others
        .slice(0, most)
        .map(({ url, title, score, copies }) => ({ url: new URL(url, copies[0].root).href, title, score }));
    }
    const { hits } = (await loadEngine()).search(query, most);
    return hits.map(({ url, title, score }) => ({ url: new URL(url, root).href, title, score }));
  };

  globalThis.__danger = async (query) => (await loadEngine()).search(query, 1).danger?.level ?? null;

  /** @type {HTMLAnchorElement | null} */
  const trigger = document.querySelector(".vv-search");
  const loadView = once(() => runAll(VIEW));

  /**
   * Keeps what is typed while there is no field to type it in.
   * @returns {() => string} ends it and gives what was typed
   */
  function catchLetters() {
    let typed = "";
    /** @param {KeyboardEvent} event */
    const note = (event) => {
      const isLetter = event.key.length === 1 && !event.ctrlKey && !event.metaKey && !event.altKey;
      if (!isLetter && event.key !== "Backspace") return;
      event.preventDefault();
      event.stopPropagation();
      typed = isLetter ? typed + event.key : typed.slice(0, -1);
    };
    document.addEventListener("keydown", note, true);
    return () => {
      document.removeEventListener("keydown", note, true);
      return typed;
    };
  }

  let isOpening = false;

  /**
   * @param {HTMLAnchorElement} link to all pages, which carries the numbers that always stand there
   * @param {{typed: string, isWide: boolean}} [before] what was sought when the reader went on from here
   */
  async function open(link, before) {
    if (isOpening) return;
    isOpening = true;
    const caught = catchLetters();
    // Scripts run in the order they were asked for: the field is there before what it searches.
    const opening = loadView();
    /** @type {HTMLAnchorElement | null} */
    const acute = document.querySelector(".top__acute");
    const loading = isPortal ? null : loadEngine();
    try {
      await opening;
      const hasPortal = isPortal || globalThis.vejviser.portal !== null;
      globalThis.vejviser.openSearch({
        root,
        isPortal,
        typed: before?.typed ?? caught(),
        isWide: before?.isWide ?? false,
        numbers: link.dataset.numbers?.split(",") ?? [],
        numbersAt: acute?.href,
        all: link.href,
        load: () => loading,
        loadAll: hasPortal ? loadAll : null,
      });
    } catch {
      location.href = link.href;
    } finally {
      caught();
      isOpening = false;
    }
  }

  if (trigger && "showModal" in HTMLDialogElement.prototype) {
    trigger.setAttribute("aria-haspopup", "dialog");
    trigger.setAttribute("role", "button");
    trigger.addEventListener("keydown", (event) => {
      if (event.key !== " ") return;
      event.preventDefault();
      open(trigger);
    });
    trigger.addEventListener("click", (event) => {
      // A click with a modifier asks for a new tab: let the link be a link.
      if (event.ctrlKey || event.metaKey || event.shiftKey) return;
      event.preventDefault();
      open(trigger);
    });
    const { search: before, ...state } = history.state ?? {};
    if (before) {
      history.replaceState(Object.keys(state).length ? state : null, "");
      open(trigger, before);
    }
    // A key alone would open it for whoever speaks to the screen or slips (WCAG 2.1.4).
    document.addEventListener("keydown", (event) => {
      if (event.key.toLowerCase() !== "k" || !(event.ctrlKey || event.metaKey)) return;
      event.preventDefault();
      open(trigger);
    });
  }

  // On a narrow screen the menu lies over the page: it must not stay there when focus goes on behind it.
  /** @type {HTMLElement | null} */
  const menu = document.querySelector(".menu");
  menu?.addEventListener("focusout", ({ relatedTarget }) => {
    if (relatedTarget instanceof Element && !menu.contains(relatedTarget) && menu.matches(":popover-open"))
      menu.hidePopover();
  });

  // A frame that need not scroll is no stop for the keyboard and no region to be named.
  const REGION = ["role", "tabindex", "aria-label"];
  for (const frame of document.querySelectorAll("[role=region][tabindex]")) {
    const values = REGION.map((name) => frame.getAttribute(name) ?? "");
    const fit = () => {
      const scrolls = frame.scrollWidth > frame.clientWidth && getComputedStyle(frame).overflowX !== "visible";
      REGION.forEach((name, at) => (scrolls ? frame.setAttribute(name, values[at]) : frame.removeAttribute(name)));
    };
    new ResizeObserver(fit).observe(frame);
  }

  // Following the skip link would add a history entry, and on a tree Back would then seem to do nothing.
  document.querySelector(".skip")?.addEventListener("click", (event) => {
    event.preventDefault();
    document.querySelector("main")?.focus();
  });
})();
