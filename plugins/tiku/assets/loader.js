// The only script on every page: brings the rest where there are questions, and the search where
// its box is entered. What does not come, or is too new for the browser, is told where it is missing.

// The folder of all others; when they are published it bears a digest of them. A page names that of
// its own build: of this file, which has one address for ever, a browser may still hold an older one.
const BASE = ".";
const SHEET = "/pages/pages.css";
const sheet = /** @type {HTMLLinkElement | null} */ (document.querySelector(`link[href$="${SHEET}"]`));
const FOLDER = sheet ? sheet.href.slice(0, -SHEET.length) : BASE;

const MODULES = {
  "tiku-quiz": "question/quiz.js",
  "tiku-practice": "practice/practice.js",
  "tiku-exam": "exam/exam.js",
  "tiku-progress": "progress/dashboard.js",
  "tiku-home": "progress/home.js",
  "tiku-path": "progress/learning-path.js",
  "tiku-writing": "authoring/authoring.js",
  "tiku-import": "importing/importing.js",
  "tiku-tool": "tools/tool.js",
  "tiku-flow": "flows/flow.js",
  "tiku-desk": "flows/desk.js",
  "tiku-form": "flows/page-form.js",
};

// What browsers have since 2023 and no module of ours does without.
const NEEDED = [Object.hasOwn, Array.prototype.toSorted, Array.prototype.findLast, window.AbortSignal?.timeout, window.HTMLDialogElement];
const isTooOld = NEEDED.includes(/** @type {any} */ (undefined));

const wake = () => {
  for (const [tag, module] of Object.entries(MODULES)) {
    const element = document.querySelector(tag);
    if (element) bring(element, module);
  }
};

/** @type {(element: Element, module: string) => Promise<unknown>} */
async function bring(element, module) {
  if (isTooOld) return tell(element, "tooOld");
  return import(`${FOLDER}/${module}`).catch(async (error) => {
    if (await isOutdated()) location.reload();
    else tell(element, error instanceof SyntaxError ? "tooOld" : "unreachable");
  });
}

/** Whether a cache gave this page, and the site was published anew since. */
async function isOutdated() {
  const response = await fetch(import.meta.url, { cache: "reload" }).catch(() => null);
  return Boolean(response?.ok) && !(await /** @type {Response} */ (response).text()).includes(FOLDER.slice(FOLDER.lastIndexOf("/")));
}

/** @type {(element: Element, name: "tooOld" | "unreachable") => Promise<void>} */
async function tell(element, name) {
  const { words } = await import(`${FOLDER}/core/${name === "tooOld" ? "trouble-" : ""}words.js`);
  if (element.querySelector(".tiku-absent")) return;
  const notice = document.createElement("p");
  notice.className = "tiku-unsaved tiku-absent";
  notice.setAttribute("role", "status");
  notice.textContent = words[name];
  element.prepend(notice);
}

// Material's instant navigation exchanges the page and announces it; elsewhere a page loads once.
const settle = () => {
  const { document$ } = /** @type {any} */ (window);
  document$ ? document$.subscribe(wake) : wake();
};

/** Once the scripts of the theme have run. @param {() => void} work */
const afterTheme = (work) => (document.readyState === "loading" ? document.addEventListener("DOMContentLoaded", work) : work());

// Behind what stands on a page is this script, too, and need not wait for those of the theme.
if (document.readyState === "loading") wake();
afterTheme(settle);

// All at once: what one asks for need not wait for the others.
const bringSearch = () => Promise.all(["reading", "preload", "search-index", "box"].map((name) => import(`${FOLDER}/search/${name}.js`)));

/** @type {HTMLInputElement | null} */
const box = document.querySelector("[data-tiku-search] input");
const toggle = /** @type {HTMLInputElement | null} */ (document.getElementById("__search"));

/** A link that without this script leads to the page that lists everything. */
const LISTING = "a[data-tiku-find]";

/** @type {(link: HTMLAnchorElement) => Promise<void>} */
async function openOwn(link) {
  try {
    const { openDialog } = await import(`${FOLDER}/search/dialog.js`);
    openDialog(link.href);
    await bringSearch();
  } catch {
    location.assign(link.href);
  }
}

/** @type {() => HTMLAnchorElement | null} */
const listing = () => (isTooOld ? null : document.querySelector(LISTING));
const seek = () => {
  const link = listing();
  if (box) box.focus();
  if (box) box.select();
  else if (link) openOwn(link);
};

if (box) {
  box.addEventListener("focus", bringSearch, { once: true });
  // A reader may be writing in it before this script is there.
  if (toggle?.checked || document.activeElement === box) bringSearch();
  toggle?.addEventListener("change", () => toggle.checked && box.focus());
} else {
  addEventListener("click", (event) => {
    const link = event.target instanceof Element && event.target.closest(LISTING);
    if (!(link instanceof HTMLAnchorElement) || isTooOld || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    openOwn(link);
  });
}

if (box || listing()) {
  addEventListener("keydown", (event) => {
    const isTyping = event.target instanceof Element && event.target.closest("input, textarea, select, [contenteditable]");
    const isCommand = event.key === "k" && (event.ctrlKey || event.metaKey);
    if (!isCommand && (event.key !== "/" || isTyping)) return;
    event.preventDefault();
    seek();
  });
  if (new URLSearchParams(location.search).has("q")) afterTheme(seek);
}
