// Days and moments as the language of the document writes them.

/** As the browser knows it: some themes write `zh_TW`, or what is none. */
function language() {
  try {
    return Intl.getCanonicalLocales(document.documentElement.lang.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/** A date: 2026/12/5. @param {string | Date} at */
export const dateOf = (at) => new Date(at).toLocaleDateString(language());

/** A date and the time of day. @param {string | Date} at */
export const momentOf = (at) => new Date(at).toLocaleString(language());
