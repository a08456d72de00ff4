// The service worker, at the top of the site: the network first, what it kept where there is none.
//
// One cache for each site, also where several share a host. What comes is kept under its address
// without the query, so that a page has one copy, the one that was seen last, and nobody's search is
// stored. When the site no longer has this file, the worker takes itself and its cache away.

const worker = /** @type {any} */ (self);
const CACHE = `tiku ${worker.registration.scope}`;
// What the first version kept, for all sites of a host.
const SHARED = "tiku";
const GONE = [404, 410];
// What stands in the place of a page that was not kept; both editions have one.
const LOST = new URL(worker.registration.scope.endsWith("/zh-hans/") ? "../404.html" : "404.html", worker.registration.scope).href;
const SHARED_BY_EDITIONS = ["style", "script", "font", "image"];
/** @type {Promise<void> | undefined} */
let looked;

worker.addEventListener("install", (/** @type {any} */ event) => event.waitUntil(caches.open(CACHE).then(keepLost)));
worker.addEventListener("activate", (/** @type {any} */ event) =>
  event.waitUntil(Promise.all([caches.delete(SHARED), worker.clients.claim()])));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const isInside = request.url.startsWith(worker.registration.scope);
  // Styles of the theme stand outside an edition in a folder of the site.
  const isShared = request.url.startsWith(worker.location.origin) && SHARED_BY_EDITIONS.includes(request.destination);
  const isOurs = request.method === "GET" && (isInside || isShared);
  if (isOurs && !request.url.includes("/livereload/")) event.respondWith(answer(request, event));
});

/** @type {(request: Request, event: any) => Promise<Response>} */
async function answer(request, event) {
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keep(request, response.clone()));
    if (request.mode === "navigate") event.waitUntil((looked ??= retireWhereGone()));
    return response;
  } catch (error) {
    const addresses = [plain(request.url), ...(request.mode === "navigate" ? [LOST] : [])];
    for (const address of addresses) {
      const kept = await caches.match(address, { cacheName: CACHE });
      if (kept) return kept;
    }
    throw error;
  }
}

/** A full disk takes nothing from the reader, and what a reader had removed is not begun again.
 * @type {(request: Request, response: Response) => Promise<void>} */
async function keep(request, response) {
  // Whoever takes the cache away holds the lock alone: to open what was just taken away would make it anew.
  const cache = await navigator.locks.request(CACHE, { mode: "shared" }, async () => (await caches.has(CACHE)) && caches.open(CACHE));
  if (cache) await cache.put(plain(request.url), response).catch(() => {});
}

/** Not every host has such a page. */
const keepLost = () => fetch(LOST).then((response) => (response.ok ? keep(new Request(LOST), response) : undefined)).catch(() => {});

/** An address without query and fragment. @param {string} address */
const plain = (address) => address.split(/[?#]/)[0];

/** Once for each time the worker wakes up. */
async function retireWhereGone() {
  const asked = await fetch(worker.location.href, { method: "HEAD", cache: "no-store" }).catch(() => null);
  if (!asked || !GONE.includes(asked.status)) return keepLost();
  await navigator.locks.request(CACHE, () => caches.delete(CACHE));
  await worker.registration.unregister();
}
