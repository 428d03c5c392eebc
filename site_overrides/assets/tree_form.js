/** The form of a tree: one question on the screen, perhaps the next one laid out behind it, and what is missing. */

/** @typedef {HTMLFieldSetElement & {node: Question}} Group a question with its answers */

/**
 * @param {Question} node
 * @param {Element} section which has the question in the whole tree
 * @param {Answer} [before] what was answered
 * @returns {Group}
 */
function questionGroup(node, section, before) {
  const given = [before].flat();
  const name = pick(section, "h2").id;
  /** @param {Line & {as?: string}} line @param {number | "none"} index */
  const choice = ({ id, label, help, as }, index) => {
    const input = make("input", {
      type: node.items ? "checkbox" : "radio",
      name,
      id: `tree-${name}-${index}`,
      value: id,
    });
    // No ticks at all is the answer that nothing fits, which has no name.
    input.checked = given.includes(id) || (!given.length && !id);
    const twin = node.options?.find((option) => option.id === as);
    const small = twin ? `Tæller som »${twin.label}«` : help;
    return make(
      "label",
      { class: "choice" },
      input,
      make("span", {}, make("strong", {}, label), small && make("small", {}, small)),
    );
  };
  const help = [...section.querySelectorAll(":scope > :not(h2, .answers)")].map((part) => part.cloneNode(true));
  if (node.none) help.push(make("p", {}, "Vælg alle, der passer."));
  const helpId = help.length > 0 && `tree-${name}-help`;
  // Without the number that it has in the whole tree: on a walk the numbers would jump.
  const group = make(
    "fieldset",
    { class: "tree-next", "aria-describedby": helpId },
    make("legend", {}, make("h2", {}, node.ask)),
    helpId && make("div", { class: "tree-help", id: helpId }, ...help),
    ...(node.none
      ? [
          ...node.items.map(choice),
          make("p", { class: "tree-or" }, "eller"),
          choice({ id: "", label: node.none.label }, "none"),
        ]
      : node.options.map(choice)),
  );
  return Object.assign(group, { node });
}

/**
 * The form that stays on the screen while its question changes: `ask` shows another one, which `prepare` has laid out
 * unseen if it could. The button stays where it is, since to take away what has focus costs as much as to draw the
 * question.
 * @param {(answer: Answer | null) => void} onAnswer gets an option, a list of ticks, or null for no answer
 * @param {(answer: Answer | null) => void} onTick gets the same while the reader chooses
 * @param {(words: string) => void} tell says what cannot be seen by all
 */
export function questionForm(onAnswer, onTick, tell) {
  /** @type {Group} the question on the screen */
  let shown;
  /** @type {Group | null} the one behind it */
  let next = null;
  const send = make("button", { class: "button" }, "Fortsæt");
  const form = make("form", { class: "tree-form", autocomplete: "off" }, send);

  /** @param {Parameters<typeof questionGroup>} asked @returns {HTMLElement} its heading */
  const prepare = (...asked) => {
    if (next?.node !== asked[0]) {
      next?.remove();
      next = questionGroup(...asked);
      send.before(next);
    }
    return pick(next, "h2");
  };

  /** @param {Parameters<typeof questionGroup>} asked @returns {HTMLElement} its heading */
  const ask = (...asked) => {
    const heading = prepare(...asked);
    form.querySelector(".error-summary")?.remove();
    shown?.remove();
    shown = /** @type {Group} */ (next);
    shown.className = "";
    next = null;
    return heading;
  };

  const inputs = () => [...shown.querySelectorAll("input")];

  /** @returns {Answer | null} */
  const answer = () => {
    const ticked = inputs()
      .filter(({ checked }) => checked)
      .map(({ value }) => value);
    if (!ticked.length) return null;
    return shown.node.items ? ticked.filter(Boolean) : ticked[0];
  };

  form.addEventListener("change", (event) => {
    const target = /** @type {HTMLInputElement} */ (event.target);
    // Nothing fits and something fits cannot both be true.
    const cleared = inputs().filter((other) => other.checked && !other.value !== !target.value);
    for (const other of cleared) other.checked = false;
    const { none } = shown.node;
    tell(
      !none || !cleared.length
        ? ""
        : target.value
          ? `Krydset ved »${none.label}« er fjernet.`
          : "De andre krydser er fjernet.",
    );
    onTick(answer());
  });
  // The browser's own way of sending a form takes longer. Enter clicks the button too.
  send.addEventListener("click", (event) => {
    event.preventDefault();
    onAnswer(answer());
  });
  return Object.assign(form, { ask, prepare });
}

/**
 * Says that an answer is missing: on top, where focus goes, and by the answers.
 * @param {HTMLFormElement} form
 * @param {Question} node
 */
export function showMissing(form, node) {
  const words = node.none
    ? `Sæt kryds ved det, der passer, eller ved »${node.none.label}«.`
    : "Vælg det svar, der passer bedst, før du fortsætter.";
  form.querySelectorAll(".error-summary, .error-text").forEach((old) => old.remove());
  const first = pick(form, "input");
  const link = make("a", { href: `#${first.id}` }, words);
  // Following the link would put an address into the history; focus is all it is for.
  link.addEventListener("click", (event) => {
    event.preventDefault();
    first.focus();
  });
  const summary = make(
    "div",
    { class: "error-summary", tabindex: "-1" },
    make("h2", {}, "Du mangler at svare"),
    make("p", {}, link),
  );
  form.prepend(summary);
  pick(form, ".choice").before(make("p", { class: "error-text", id: "tree-error" }, words));
  const group = pick(form, "fieldset");
  const help = group.querySelector(".tree-help")?.id ?? "";
  group.setAttribute("aria-describedby", `tree-error ${help}`);
  summary.focus();
}
