/** Makes and finds parts of the page; published within each of the scripts that use it, where its names stand alone. */

/* exported make, button, pick */

/**
 * Makes an element. Text goes in as text, never as markup; what is false or empty is left out.
 * @template {keyof HTMLElementTagNameMap} Tag
 * @param {Tag} tag
 * @param {Record<string, string | false | null>} [attributes]
 * @param {(Node | string | Empty)[]} children
 */
const make = (tag, attributes = {}, ...children) => {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (value !== false && value !== null) element.setAttribute(name, value);
  }
  element.append(...children.filter(Boolean));
  return element;
};

/**
 * @param {string} words
 * @param {() => void} onclick
 * @param {string} [style]
 */
const button = (words, onclick, style = "link-button") => {
  const made = make("button", { type: "button", class: style }, words);
  made.addEventListener("click", onclick);
  return made;
};

/**
 * The first part that fits a selector, of what is always there.
 * @template {Element} [Found=HTMLElement]
 * @param {ParentNode} within
 * @param {string} selector
 */
const pick = (within, selector) => /** @type {Found} */ (within.querySelector(selector));
