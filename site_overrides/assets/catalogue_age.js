/** The field for a child's age in the catalogue: whole years, and a word about it when what stands there is no age. */

(() => {
  const HINT = "Skriv alderen i hele år, fx 4.";

  /** @returns {HTMLElement} the field with its label and hint, to be put into a form */
  function ageField() {
    const label = document.createElement("label");
    label.className = "catalogue__age";
    // Not type=number: there a browser hides what is wrong with what was typed, and 4,5 became 45.
    label.innerHTML = `Barnets alder i år <input inputmode="numeric" pattern="[0-9]{1,2}" aria-describedby="age-hint">`;
    const hint = document.createElement("p");
    hint.className = "catalogue__hint";
    hint.id = "age-hint";
    hint.textContent = HINT;
    const field = document.createElement("div");
    field.append(label, hint);
    return field;
  }

  /** @returns {string} the years, or nothing when there are none or what stands there is none */
  const yearsOf = (age) => (age?.value && age.validity.valid ? String(Number(age.value)) : "");

  /** Says at the field whether what stands there is an age. @returns {string} what to say when it is not */
  function faultOf(age) {
    const isWrong = Boolean(age) && !age.validity.valid;
    age?.setAttribute("aria-invalid", String(isWrong));
    return isWrong ? `Alderen tæller ikke med. ${HINT}` : "";
  }

  Object.assign(((globalThis.vejviser ??= {}).catalogue ??= {}), { ageField, yearsOf, faultOf });
})();
