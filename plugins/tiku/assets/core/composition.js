// Keys that belong to an input method, not to the page.

/**
 * Whether a key is part of composing text. Safari ends a composition before it tells of the Enter
 * that ended it, and says so by the key code alone.
 * @param {KeyboardEvent} event
 */
export const isComposing = (event) => event.isComposing || event.keyCode === 229;
