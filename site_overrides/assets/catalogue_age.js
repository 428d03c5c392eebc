/** The field for a child's age in the catalogue: whole years, and a word about it when what stands there is no age. */

(() => {
  const HINT = "Skriv alderen i hele år, fx 4.";

  /** @type {Catalogue["ageField"]} the field with its label and hint, to be put into a form */
  const ageField = () =>
    make(
      "div",
      {},
      make(
        "label",
        { class: "catalogue__age" },
        "Barnets alder i år ",
        // Not type=number: there a browser hides what is wrong with what was typed, and 4,5 became 45.
        make("input", { inputmode: "numeric", pattern: "[0-9]{1,2}", "aria-describedby": "age-hint" }),
      ),
      make("p", { class: "catalogue__hint", id: "age-hint" }, HINT),
    );

  /** @type {Catalogue["yearsOf"]} the years, or nothing when there are none or what stands there is none */
  const yearsOf = (age) => (age?.value && age.validity.valid ? String(Number(age.value)) : "");

  /** @type {Catalogue["faultOf"]} says at the field whether what stands there is an age; what to say when it is not */
  function faultOf(age) {
    const isWrong = age !== null && !age.validity.valid;
    age?.setAttribute("aria-invalid", String(isWrong));
    return isWrong ? `Alderen tæller ikke med. ${HINT}` : "";
  }

  Object.assign(globalThis.vejviser.catalogue, /** @satisfies {Partial<Catalogue>} */ ({ ageField, yearsOf, faultOf }));
})();
