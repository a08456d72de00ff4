// What was visited can be read and searched without a network: from the first search on, a small
// service worker keeps what passes.

import { ASSETS, ROOT } from "../core/root.js";
import { renewKept } from "./renewal.js";

// As in worker.js.
const CACHE = `tiku ${ROOT.href}`;
const SEARCH = new URL("search/", ASSETS);
const OWN = new URL("../", import.meta.url);
// What pages that were kept ask for when something is done on them, and so may not have asked for yet.
const LATER = [
  "core/confirm.js", "core/confirm-words.js", "core/random.js", "core/trouble-words.js", "events/admission.js", "events/unsaved.js",
  "core/address.js", "core/composition.js", "core/shown.js", "question/addressed.js", "question/keyboard.js", "question/words.js",
].map((name) => new URL(name, OWN).href);
const FOLDER = /\/assets\/tiku\/[\da-f]{10}\//;

/** Keeps this page and what it needed. Where a browser allows none of it, nothing is lost. */
export async function keepVisited() {
  try {
    await navigator.serviceWorker.register(new URL("offline.js", ROOT));
    const cache = await caches.open(CACHE);
    const needed = new Set([location.href, ...LATER, ...performance.getEntriesByType("resource").map(({ name }) => name)].map(plain).filter(isOurs));
    await forgetOld(cache, needed);
    // What the worker has kept meanwhile is as new or newer.
    const missing = await Promise.all([...needed].map(async (address) => ((await cache.match(address)) ? [] : [address])));
    await cache.addAll(missing.flat());
    await renewKept();
  } catch {
    // No secure context, no storage left, or offline already.
  }
}

/** Whether pages are kept for times without a network. */
export const isKeeping = async () =>
  Boolean(await navigator.serviceWorker?.getRegistration(ROOT.href).catch(() => undefined));

/** Takes the worker and everything it kept away; the lock as in worker.js. */
export async function forgetVisited() {
  const registration = await navigator.serviceWorker.getRegistration(ROOT.href);
  await Promise.all([registration?.unregister(), navigator.locks.request(CACHE, () => caches.delete(CACHE))]);
}

/** An address without query and fragment. @param {string} address */
const plain = (address) => address.split(/[?#]/)[0];

/** @param {string} address */
const isOurs = (address) => address.startsWith(ROOT.href) && !address.includes("/livereload/");

/**
 * Data of the search bears a digest in its name, scripts and other data in that of their folder: those
 * of older builds are of no use, but for the styles of the pages that were kept with them.
 * @type {(cache: Cache, needed: Set<string>) => Promise<void>}
 */
async function forgetOld(cache, needed) {
  // Whoever took the whole site along keeps it as it was until it is taken anew.
  if (await cache.match(new URL("offline.json?kept", ASSETS).href)) return;
  for (const { url } of await cache.keys()) {
    const isData = url.startsWith(SEARCH.href) && url.endsWith(".json");
    const isOld = FOLDER.test(url) && !url.startsWith(OWN.href) && !url.endsWith(".css");
    if (isOld || (isData && !needed.has(url))) await cache.delete(url);
  }
}
