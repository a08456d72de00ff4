// The field of a question that is answered with a word; it brings the table of both scripts.

import { markWord } from "../marks/word.js";
import { number } from "./number.js";

/** @import { Field } from "../../core/types.js" */

/** @type {Field} */
export const word = { ...number, judge: markWord };
