// What was taken along is taken anew where the site changed: by itself, within the size that a reader
// has agreed to.

import { available, takeAlong, taken } from "./whole.js";

/** @import { List } from "./whole.js" */

// Sites grow a little; of what grows more it is asked again.
const SLACK = 1.2;

/** @type {(list: List, kept: List) => boolean} */
export const isAgreed = (list, kept) => list.bytes <= SLACK * agreedIn(kept);

/** The new list, with what was agreed to before. @type {(list: List, kept: List) => List} */
export const renewed = (list, kept) => ({ ...list, agreed: agreedIn(kept) });

/** @param {List} kept */
const agreedIn = ({ agreed, bytes }) => agreed ?? bytes;

/** In one tab at a time, and not where a reader saves data. Where it fails, the older copy stays and the next page tries again. */
export async function renewKept() {
  const { connection, locks } = /** @type {any} */ (navigator);
  if (connection?.saveData || !locks || !("caches" in window)) return;
  await locks.request("tiku renewal", { ifAvailable: true }, (/** @type {unknown} */ lock) => lock && renew().catch(() => {}));
}

async function renew() {
  const kept = await taken();
  const list = kept && (await available());
  if (!list || list.version === kept.version || !isAgreed(list, kept)) return;
  await takeAlong(renewed(list, kept), () => {}, new AbortController().signal);
}
