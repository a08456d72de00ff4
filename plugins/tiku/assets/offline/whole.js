// The whole site on this device: every page of a list that the build made, kept beside what was visited.

import { ASSETS, ROOT } from "../core/root.js";

const CACHE = `tiku ${ROOT.href}`;
const LIST = new URL("offline.json", ASSETS);
const MARK = new URL("offline.json?kept", ASSETS).href;
const AT_ONCE = 6;

/**
 * @typedef {{version: string, bytes: number, files: string[], agreed?: number}} List addresses as seen
 *   from the top of the site; of what is kept also the size that the reader agreed to, where it was renewed
 */

/** What there is to take along; undefined without a network, or where the site has no list. @returns {Promise<List | undefined>} */
export async function available() {
  const response = await fetch(LIST, { cache: "no-cache" }).catch(() => undefined);
  return response?.ok ? response.json().catch(() => undefined) : undefined;
}

/** What was taken along, to its end. @returns {Promise<List | undefined>} */
export async function taken() {
  const kept = (await caches.has(CACHE)) ? await (await caches.open(CACHE)).match(MARK) : undefined;
  return kept?.json();
}

/**
 * Keeps everything; what is there of the same build is not asked for again, so that a break costs
 * nothing. Throws where a page cannot be had or the disk is full.
 * @param {List} list
 * @param {(done: number) => void} tell
 * @param {AbortSignal} signal
 */
export async function takeAlong(list, tell, signal) {
  await navigator.serviceWorker.register(new URL("offline.js", ROOT));
  const cache = await caches.open(CACHE);
  const before = await begun(cache, list);
  // A page comes after what it needs: an older build stays whole for as long as it can.
  const inOrder = [...list.files.filter((path) => !isPage(path)), ...list.files.filter(isPage)];
  const waiting = inOrder.map((path) => new URL(path, ROOT).href).filter((address) => !before.has(address));
  let done = list.files.length - waiting.length;
  tell(done);
  const lane = async () => {
    for (let address = waiting.shift(); address; address = waiting.shift()) {
      signal.throwIfAborted();
      await take(cache, address, signal);
      tell(++done);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, lane));
  await forgetOthers(cache, new Set(list.files.map((path) => new URL(path, ROOT).href)));
  await cache.put(MARK, Response.json(list));
}

/** @param {string} path */
const isPage = (path) => /(^|\/|\.html)$/.test(path);

/** What an older build had, once the new one is whole; the worker sees to the page for what is not there. @type {(cache: Cache, listed: Set<string>) => Promise<void>} */
async function forgetOthers(cache, listed) {
  for (const { url } of await cache.keys()) {
    if (!listed.has(url) && !url.includes("?") && !url.endsWith("/404.html")) await cache.delete(url);
  }
}

/** @type {(cache: Cache, address: string, signal: AbortSignal) => Promise<void>} */
async function take(cache, address, signal) {
  const response = await fetch(address, { cache: "no-cache", signal });
  if (!response.ok) throw new Error(`${response.status} ${address}`);
  await cache.put(address, response);
}

/** Addresses that an interrupted round of the same build has kept. @type {(cache: Cache, list: List) => Promise<Set<string>>} */
async function begun(cache, list) {
  const started = new URL("offline.json?started", ASSETS).href;
  const same = (await (await cache.match(started))?.text()) === list.version;
  if (!same) await cache.put(started, new Response(list.version));
  return new Set(same ? (await cache.keys()).map(({ url }) => url) : []);
}
