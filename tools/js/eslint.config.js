/** The rules that the site's scripts keep to: modules for the trees, classic scripts where a page on a disk loads them. */
import js from "@eslint/js";
import globals from "globals";

const MODULES = ["**/assets/tree*.js"];

export default [
  { ...js.configs.recommended, files: ["**/*.js"] },
  { files: ["**/assets/*.js"], ignores: MODULES, languageOptions: { sourceType: "script", globals: globals.browser } },
  { files: MODULES, languageOptions: { sourceType: "module", globals: globals.browser } },
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
