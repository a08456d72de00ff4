// Keys that belong to an input method, not to the page.

/**
 * Whether a key is part of composing text. Safari ends a composition before it tells of the Enter
 * that ended it, and says so by the key code alone.
 * @param {KeyboardEvent} event
 */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;

/** Whether a key belongs to a field, to the browser or to a composition. @param {KeyboardEvent} event */
export function isTyping(event) {
  const field = /** @type {HTMLElement} */ (event.target);
  const takesText = field.matches("textarea, select, input:not([type=radio], [type=checkbox])");
  return takesText || event.ctrlKey || event.altKey || event.metaKey || isComposing(event);
}
