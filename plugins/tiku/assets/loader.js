// The only script on every page: brings the rest where there are questions.
const wake = () => document.querySelector("tiku-quiz") && import("./elements.js");

// Material's instant navigation exchanges the page and announces it; elsewhere a page loads once.
const { document$ } = /** @type {any} */ (window);
document$ ? document$.subscribe(wake) : wake();
