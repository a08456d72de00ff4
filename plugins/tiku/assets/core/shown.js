// Whether an element is there for a reader.

/** Whether an element takes part in the page's layout. @param {Element} element */
export const isShown = (element) => element.getClientRects().length > 0;
