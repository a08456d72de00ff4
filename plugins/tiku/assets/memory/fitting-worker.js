// Fits weights aside from the page: histories in, what came of it out.

import { fitted } from "./fitting.js";

/** @type {any} */ (self).addEventListener("message", (/** @type {MessageEvent} */ { data }) => {
  /** @type {any} */ (self).postMessage(fitted(data, data.length));
});
