// Is this answer right? Pure: a key as the page has it, a response as the reader gave it.
// The twin of model/marking.py; both read tests/cases/marking/numeric.json and its like. A question
// on a page is marked by its field, which brings only the mark of its kind.

import { markOrder, markPoints } from "./marks/arrangement.js";
import { markChoices } from "./marks/choices.js";
import { markNumber } from "./marks/number.js";
import { markWord } from "./marks/word.js";

/** @import { Kind, Verdict } from "../core/types.js" */

/** @type {Record<Kind, (key: string, response: string[]) => Verdict>} */
const marks = {
  single: markChoices,
  multiple: markChoices,
  "true-false": markChoices,
  numeric: markNumber,
  text: markWord,
  matching: markChoices,
  ordering: markOrder,
  open: markPoints,
};

/**
 * @param {Kind} kind
 * @param {string} key the `data-key` of the question
 * @param {string[]} response
 * @returns {Verdict}
 */
export const mark = (kind, key, response) => marks[kind](key, response);
