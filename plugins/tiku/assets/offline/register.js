// What was visited can be read and searched without a network: from the first search on, a small
// service worker keeps what passes.

import { ROOT } from "../core/root.js";

const CACHE = "tiku";
const DATA = "/assets/tiku/search/";

/** Keeps this page and what it needed. Where a browser allows none of it, nothing is lost. */
export async function keepVisited() {
  try {
    await navigator.serviceWorker.register(new URL("offline.js", ROOT));
    const cache = await caches.open(CACHE);
    const needed = performance.getEntriesByType("resource").map(({ name }) => name).filter(isOurs);
    await forgetOld(cache, needed);
    await cache.addAll([...new Set([location.href.split(/[?#]/)[0], ...needed])]);
  } catch {
    // No secure context, no storage left, or offline already.
  }
}

/** @param {string} address */
const isOurs = (address) => address.startsWith(ROOT.href) && !address.includes("/livereload/");

/**
 * Data of the search bears a digest in its name; that of older builds is of no use.
 * @type {(cache: Cache, needed: string[]) => Promise<void>}
 */
async function forgetOld(cache, needed) {
  for (const { url } of await cache.keys()) {
    if (url.includes(DATA) && url.endsWith(".json") && !needed.includes(url)) await cache.delete(url);
  }
}
