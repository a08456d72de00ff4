// What the search stands in: Material's box in the header, or a dialog of our own.

/**
 * @typedef {object} Frame
 * @property {() => boolean} isOpen
 * @property {() => void} open
 * @property {() => void} close
 * @property {(heard: () => void) => void} onChange hears that it was opened or closed, by whomever
 * @property {(element: Node) => boolean} owns whether this opens or closes it
 */

/** @type {(root: HTMLElement, input: HTMLInputElement) => Frame} */
export const frameOf = (root, input) => (root instanceof HTMLDialogElement ? dialogFrame(root) : materialFrame(input));

/** @type {(dialog: HTMLDialogElement) => Frame} */
const dialogFrame = (dialog) => ({
  isOpen: () => dialog.open,
  open: () => dialog.open || dialog.showModal(),
  close: () => dialog.close(),
  onChange: (heard) => dialog.addEventListener("close", heard),
  owns: () => false,
});

/** @type {(input: HTMLInputElement) => Frame} */
function materialFrame(input) {
  const toggle = /** @type {HTMLInputElement} */ (document.getElementById("__search"));
  return {
    isOpen: () => toggle.checked,
    open: () => toggle.checked || toggle.click(),
    close() {
      input.blur();
      if (toggle.checked) toggle.click();
    },
    onChange: (heard) => toggle.addEventListener("change", heard),
    owns: (element) => element === toggle,
  };
}
