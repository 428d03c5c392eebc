/** The rules that the site's scripts keep to: modules for the trees, classic scripts where a page on a disk loads them. */
import js from "@eslint/js";
import globals from "globals";

const MODULES = ["**/assets/tree*.js"];
const ELEMENTS = ["**/assets/elements.js"];
// What stands at the top of elements.js is published within the scripts that use it.
const names = { ...globals.browser, button: "readonly", make: "readonly", pick: "readonly" };

export default [
  { ...js.configs.recommended, files: ["**/*.js"] },
  {
    files: ["**/assets/*.js"],
    ignores: [...MODULES, ...ELEMENTS],
    languageOptions: { sourceType: "script", globals: names },
  },
  { files: ELEMENTS, languageOptions: { sourceType: "script", globals: globals.browser } },
  { files: MODULES, languageOptions: { sourceType: "module", globals: names } },
  {
    files: ["**/assets/*.js"],
    linterOptions: { reportUnusedDisableDirectives: "error" },
    rules: {
      "consistent-return": "error",
      eqeqeq: "error",
      "no-console": "error",
      "no-eval": "error",
      "no-implicit-coercion": "error",
      "no-shadow": "error",
      "no-var": "error",
      "object-shorthand": "error",
      "prefer-const": "error",
    },
  },
];
