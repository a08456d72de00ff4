// A reader's log as a file or a link, and back. Pure: what is not ours is told apart from what is.

import { isEvent } from "../events/admission.js";
import { byTime } from "../events/events.js";

/** @import { ProgressEvent } from "../core/types.js" */

const FORMAT = "tiku-progress";
// 2 since there are notes.
const VERSION = 2;

// Preferences go along; sets that are not finished stay where they were begun.
export const MOVED = ["day-start", "exam-plan", "memory-weights", "player", "practice", "shuffle"];

// Messengers cut longer addresses.
export const LONGEST_LINK = 6000;
// What a link may unfold to, in bytes: a few bytes can stand for very many.
const MOST_INFLATED = 4_000_000;

/** @typedef {"foreign" | "newer" | "corrupt"} Flaw */
/** @typedef {{events: ProgressEvent[], settings: Record<string, unknown>}} Moved */

/**
 * The same log gives the same text, in whatever order it came together.
 * @type {(moved: Moved, exported: string) => string}
 */
export const serialised = ({ events, settings }, exported) =>
  JSON.stringify({ format: FORMAT, version: VERSION, exported, settings, events: events.toSorted(byTime) });

/**
 * All of it, or what is wrong with it: a file that is damaged in part is not taken in part.
 * @param {string} text
 * @returns {Moved | Flaw}
 */
export function read(text) {
  const file = parsed(text);
  if (file?.format !== FORMAT) return "foreign";
  if (file.version > VERSION) return "newer";
  if (!Number.isInteger(file.version) || file.version < 1) return "corrupt";
  if (!Array.isArray(file.events) || !file.events.every(isEvent)) return "corrupt";
  const settings = Object.entries(file.settings ?? {}).filter(([name]) => MOVED.includes(name));
  return { events: file.events, settings: Object.fromEntries(settings) };
}

/**
 * A text for an address: deflated (RFC 1951), in base64url (RFC 4648, section 5).
 * @param {string} text
 */
export async function deflated(text) {
  const stream = new Blob([text]).stream().pipeThrough(new CompressionStream("deflate-raw"));
  const bytes = new Uint8Array(await new Response(stream).arrayBuffer());
  const binary = Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");
  return btoa(binary).replaceAll("+", "-").replaceAll("/", "_").replaceAll("=", "");
}

/**
 * The inverse of `deflated`; empty for what it did not make.
 * @param {string} text
 */
export async function inflated(text) {
  try {
    const bytes = Uint8Array.from(atob(text.replaceAll("-", "+").replaceAll("_", "/")), (char) => char.charCodeAt(0));
    return await textOf(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate-raw")));
  } catch {
    return "";
  }
}

/** @param {ReadableStream<Uint8Array>} stream */
async function textOf(stream) {
  const decoder = new TextDecoder();
  const reader = stream.getReader();
  let text = "";
  for (let size = 0; ; ) {
    const { done, value } = await reader.read();
    if (done) return text + decoder.decode();
    size += value.length;
    if (size > MOST_INFLATED) {
      await reader.cancel();
      return "";
    }
    text += decoder.decode(value, { stream: true });
  }
}

/** What JSON says; null where it is none. @type {(text: string) => any} */
export function parsed(text) {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
