// Events that are dated in the future: a clock was ahead, here or where the log comes from. They
// happened at the latest when they were first seen; their order stays, and so does what is stored.

import { isTime, orderOf } from "./events.js";

/** @import { ProgressEvent } from "../core/types.js" */

// The setting that holds when they were first seen.
export const AHEAD = "ahead";

/** Storage may hold anything. @type {(value: unknown) => Map<string, string>} id -> when it was first seen */
export const seenBefore = (value) => new Map(Object.entries(value ?? {}).filter(([, at]) => isTime(at)));

/**
 * @param {ProgressEvent} event
 * @param {string} now
 * @param {Map<string, string>} seen is added to
 * @returns {ProgressEvent}
 */
export function happened(event, now, seen) {
  if (event.at <= now) return event;
  const before = seen.get(event.id) ?? now;
  const at = before < now ? before : now;
  seen.set(event.id, at);
  return { ...event, at, order: orderOf(event) };
}
