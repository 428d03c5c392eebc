/** Where the search over all municipalities lies, seen from this site: nowhere, until a portal over it writes here. */
(globalThis.vejviser ??= /** @type {Vejviser} */ ({})).portal = null;
