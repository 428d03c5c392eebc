/**
 * What every page needs: opening the search. The menu and the explained words are native popovers and need no script.
 */

document.documentElement.classList.replace("no-js", "js");

const trigger = document.querySelector(".vv-search");

/** Opens the search; its code and its index are fetched the first time only. */
async function openSearch() {
  const { open } = await import("./search_dialog.js");
  open(trigger.href);
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
    openSearch();
  });
  document.addEventListener("keydown", (event) => {
    const slash = event.key === "/" && !isTyping(event.target) && !event.ctrlKey && !event.metaKey;
    const ctrlK = event.key.toLowerCase() === "k" && (event.ctrlKey || event.metaKey);
    if (!slash && !ctrlK) return;
    event.preventDefault();
    openSearch();
  });
}
