// When two short texts are the same to a reader; the twin of folding.py.

/**
 * NFKC, lower case, without punctuation (but `%`), white space and control characters.
 * @param {string} text
 */
export const fold = (text) =>
  text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/(?!%)[\p{P}\p{Z}\p{C}]/gu, "");
