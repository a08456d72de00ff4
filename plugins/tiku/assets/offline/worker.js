// The service worker, at the top of the site: the network first, what it kept where there is none.

const CACHE = "tiku";
const worker = /** @type {any} */ (self);

worker.addEventListener("activate", (/** @type {any} */ event) => event.waitUntil(worker.clients.claim()));

worker.addEventListener("fetch", (/** @type {any} */ event) => {
  const { request } = event;
  const url = new URL(request.url);
  const isOurs = request.method === "GET" && url.origin === worker.location.origin;
  if (isOurs && !url.pathname.includes("/livereload/")) event.respondWith(answer(request, event));
});

/** @type {(request: Request, event: any) => Promise<Response>} */
async function answer(request, event) {
  try {
    const response = await fetch(request);
    if (response.ok) event.waitUntil(keep(request, response.clone()));
    return response;
  } catch (error) {
    const kept = await caches.match(request, { ignoreSearch: true });
    if (kept) return kept;
    throw error;
  }
}

/** @type {(request: Request, response: Response) => Promise<void>} */
async function keep(request, response) {
  const cache = await caches.open(CACHE);
  await cache.put(request, response);
}
