// Is this the right order; has the answer every point?

import { rightChoices } from "./choices.js";

/** @import { Verdict } from "../../core/types.js" */

/** @type {(key: string, response: string[]) => Verdict} */
export const markOrder = (key, response) => ({ right: response.join(" ") === key });

/** @type {(key: string, response: string[]) => Verdict} */
export const markPoints = (key, [, ...ticked]) => ({ right: rightChoices(key).every((point) => ticked.includes(point)) });
