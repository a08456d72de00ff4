// Days and moments as the language of the document writes them.

const language = () => document.documentElement.lang || undefined;

/** A date: 2026/12/5. @param {string | Date} at */
export const dateOf = (at) => new Date(at).toLocaleDateString(language());

/** A date and the time of day. @param {string | Date} at */
export const momentOf = (at) => new Date(at).toLocaleString(language());
