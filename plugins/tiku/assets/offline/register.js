// What was visited can be read and searched without a network: from the first search on, a small
// service worker keeps what passes.

import { ROOT } from "../core/root.js";

// As in worker.js.
const CACHE = `tiku ${ROOT.href}`;
const DATA = "/assets/tiku/search/";

/** Keeps this page and what it needed. Where a browser allows none of it, nothing is lost. */
export async function keepVisited() {
  try {
    await navigator.serviceWorker.register(new URL("offline.js", ROOT));
    const cache = await caches.open(CACHE);
    const needed = new Set([location.href, ...performance.getEntriesByType("resource").map(({ name }) => name)].map(plain).filter(isOurs));
    await forgetOld(cache, needed);
    // What the worker has kept meanwhile is as new or newer.
    const missing = await Promise.all([...needed].map(async (address) => ((await cache.match(address)) ? [] : [address])));
    await cache.addAll(missing.flat());
  } catch {
    // No secure context, no storage left, or offline already.
  }
}

/** Whether pages are kept for times without a network. */
export const isKeeping = async () =>
  Boolean(await navigator.serviceWorker?.getRegistration(ROOT.href).catch(() => undefined));

/** Takes the worker and everything it kept away. */
export async function forgetVisited() {
  const registration = await navigator.serviceWorker.getRegistration(ROOT.href);
  await Promise.all([registration?.unregister(), caches.delete(CACHE)]);
}

/** An address without query and fragment. @param {string} address */
const plain = (address) => address.split(/[?#]/)[0];

/** @param {string} address */
const isOurs = (address) => address.startsWith(ROOT.href) && !address.includes("/livereload/");

/**
 * Data of the search bears a digest in its name; that of older builds is of no use.
 * @type {(cache: Cache, needed: Set<string>) => Promise<void>}
 */
async function forgetOld(cache, needed) {
  for (const { url } of await cache.keys()) {
    if (url.includes(DATA) && url.endsWith(".json") && !needed.has(url)) await cache.delete(url);
  }
}
