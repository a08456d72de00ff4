// Where a reader looks when something else is shown.

/** Scrolls to where something begins, unless that is in the upper part of the screen. @param {Element} element */
export function bringIntoView(element) {
  const { top } = element.getBoundingClientRect();
  const covered = parseFloat(getComputedStyle(document.documentElement).scrollPaddingTop) || 0;
  if ((top < covered && scrollY) || top > innerHeight / 2) element.scrollIntoView({ block: "start" });
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

/** What has the focus gives it up before it goes: taken away, it would have the page laid out at once, and again for what changes then. */
export const letGo = () => /** @type {HTMLElement | null} */ (document.activeElement)?.blur();

/** Writes what is not written there yet: the same text once more would be laid out and painted anew. @type {(element: Element, text: string) => void} */
export function tell(element, text) {
  if (element.textContent !== text) element.textContent = text;
}
