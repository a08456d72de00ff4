// Where a reader looks when something else is shown.

/** Scrolls to where something begins, unless that is in the upper part of the screen. @param {Element} element */
export function bringIntoView(element) {
  const { top } = element.getBoundingClientRect();
  const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  if (top < covered || top > innerHeight / 2) element.scrollIntoView({ block: "start" });
}

/** What had the focus is gone: who goes by keyboard goes on from here. @param {HTMLElement} element */
export function goOnFrom(element) {
  element.tabIndex = -1;
  element.focus({ preventScroll: true });
}

/**
 * Puts something in the place of what was shown, to be read from its beginning: the focus alone would
 * leave a long result wherever the page happened to stand.
 * @type {(host: Element, shown: HTMLElement) => void}
 */
export function showInstead(host, shown) {
  host.replaceChildren(shown);
  shown.focus({ preventScroll: true });
  bringIntoView(shown);
}
