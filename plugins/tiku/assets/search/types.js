// The shapes that the modules of the search share.

/**
 * @typedef {"clause" | "faq" | "page" | "term" | "question" | "source" | "editing"} DestinationKind
 *
 * Of each destination how much a token says of it; a Map of numbers will do.
 * @typedef {object} Hits
 * @property {number} size
 * @property {(heard: (says: number, number: number) => void) => void} forEach
 *
 * @typedef {string[][]} Unit tokens as typed, then those of each other name of the same thing
 *
 * @typedef {object} SearchRecord what is shown of a destination
 * @property {string} anchor
 * @property {string} title
 * @property {string} names
 * @property {string} text
 * @property {string} [asked] how readers also put it; not shown
 * @property {number[]} [referrers] what refers to this; what is asked there leads here too
 *
 * @typedef {object} Facts what is known of each destination before anything is read of it
 * @property {number} count
 * @property {DestinationKind[]} kinds
 * @property {number[]} on index of the page
 * @property {string[]} levels difficulty, or empty
 * @property {[address: string, title: string][]} pages
 * @property {import("./ranking.js").Weighing} weights
 *
 * @typedef {object} Weights what first.json tells of them: search/weights.py
 * @property {Record<"title" | "names" | "asked" | "referred" | "context" | "text", number>} columns
 * @property {Record<DestinationKind, number>} priors
 * @property {number} length
 * @property {number} repeated
 * @property {number} other_columns
 * @property {number} other_name
 * @property {string} linking
 * @property {string} auxiliary
 * @property {number} linked
 * @property {number} helped
 * @property {number} coverage
 * @property {number} exact
 * @property {number} contained
 *
 * @typedef {object} Source where tokens are looked up
 * @property {(tokens: string[]) => Promise<void>} prepare makes `hits` ready for these tokens
 * @property {(token: string) => Hits} hits
 * @property {(name: string) => number[]} called what bears this whole name
 * @property {(begin: string) => string[]} words the Latin words that begin like this one
 * @property {(numbers: number[]) => Promise<SearchRecord[]>} read
 * @property {number} atHand of how many of the best the titles may be read at every key
 */

export {};
