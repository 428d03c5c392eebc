/** The form of the catalogue: a group of boxes for each facet, and a field for the child's age. */

(() => {
  const { AGE, ageField } = globalThis.vejviser.catalogue;

  const ONLY_KNOWN = "oplyst";
  /** How many values of a facet are seen at once. */
  const SEEN = 5;

  /** @param {string} name @param {string} value @param {string} words */
  const choice = (name, value, words) =>
    make(
      "label",
      { class: "catalogue__choice" },
      make("input", { type: "checkbox", name, value }),
      make("span", {}, words, " ", make("span", { class: "catalogue__count" })),
    );

  /** @param {Facet} facet */
  function fieldset({ name, legend, values }) {
    const made = make("fieldset", { class: "catalogue__facet" }, make("legend", {}, legend));
    const boxes = Object.entries(values).map(([value, words]) => choice(name, value, words));
    if (name === AGE) {
      made.append(
        ageField(),
        make("div", { class: "catalogue__bands" }, ...boxes),
        choice(name, ONLY_KNOWN, "Kun hvor alderen er oplyst"),
      );
      return made;
    }
    // One more takes no more room than the words that would hide it.
    const rest = boxes.length > SEEN + 1 ? boxes.splice(SEEN) : [];
    made.append(...boxes);
    if (rest.length) {
      const more = make("div", { class: "catalogue__rest" }, ...rest);
      made.append(make("details", {}, make("summary", {}, `Vis ${rest.length} flere`), more));
    }
    return made;
  }

  Object.assign(globalThis.vejviser.catalogue, /** @satisfies {Partial<Catalogue>} */ ({ ONLY_KNOWN, fieldset }));
})();
