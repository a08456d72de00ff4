// Days and moments as the language of the document writes them.

/** As the browser knows it: some themes write `zh_TW`, or what is none. */
function language() {
  try {
    return Intl.getCanonicalLocales(document.documentElement.lang.replaceAll("_", "-"))[0];
  } catch {
    return undefined;
  }
}

/** A date that reads the same everywhere: Dec 5, 2026. @param {string | Date} at */
export const dateOf = (at) => new Date(at).toLocaleDateString(language(), { dateStyle: "medium" });

/** The same of a day as days.js counts them. @param {number} day */
export const dateOfDay = (day) => new Date(day * 86_400_000).toLocaleDateString(language(), { dateStyle: "medium", timeZone: "UTC" });

/** A date and the time of day. @param {string | Date} at */
export const momentOf = (at) => new Date(at).toLocaleString(language(), { dateStyle: "medium", timeStyle: "short" });
