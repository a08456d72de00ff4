// The only script on every page: brings the rest where there are questions.
const MODULES = {
  "tiku-quiz": "./elements.js",
  "tiku-practice": "./study/practice.js",
  "tiku-exam": "./exam/exam.js",
  "tiku-progress": "./study/dashboard.js",
};

const wake = () => {
  for (const [tag, module] of Object.entries(MODULES)) if (document.querySelector(tag)) import(module);
};

// Material's instant navigation exchanges the page and announces it; elsewhere a page loads once.
const { document$ } = /** @type {any} */ (window);
document$ ? document$.subscribe(wake) : wake();
