// Putting a text on the clipboard, or saying that a browser lets nobody.

/**
 * Whether the text is on the clipboard; if not, it is selected where it stands, for the reader's own keys.
 * @type {(text: string, place: Node) => Promise<boolean>}
 */
export async function copied(text, place) {
  try {
    await navigator.clipboard.writeText(text);
    return true;
  } catch {
    getSelection()?.selectAllChildren(place);
    return false;
  }
}
