// A swipe to the side turns to the next question or back; it is none where a finger means something
// else: in a field, where something scrolls to the side, at the edge that browsers use, with two fingers.

const FAR = 60;
const EDGE = 24;
// Milliseconds; who takes longer selects text.
const QUICK = 600;

/**
 * @param {HTMLElement} where
 * @param {(by: 1 | -1) => unknown} turn
 */
export function listenForSwipes(where, turn) {
  /** @type {{x: number, y: number, at: number} | null} */
  let start = null;
  where.addEventListener("touchstart", ({ touches, target, timeStamp }) => {
    const [{ clientX: x, clientY: y }] = touches;
    const isOurs = touches.length === 1 && x > EDGE && x < innerWidth - EDGE && !meansElse(/** @type {Element} */ (target), where);
    start = isOurs ? { x, y, at: timeStamp } : null;
  }, { passive: true });
  where.addEventListener("touchcancel", () => (start = null));
  where.addEventListener("touchend", ({ changedTouches, timeStamp }) => {
    const [{ clientX, clientY }] = changedTouches;
    if (start && timeStamp - start.at < QUICK) {
      const by = turnOf(clientX - start.x, clientY - start.y);
      if (by) turn(by);
    }
    start = null;
  });
}

/** @type {(x: number, y: number) => 1 | -1 | 0} */
function turnOf(x, y) {
  if (Math.abs(x) < FAR || Math.abs(x) < 2 * Math.abs(y)) return 0;
  return x < 0 ? 1 : -1;
}

/** @type {(target: Element, within: Element) => boolean} */
function meansElse(target, within) {
  if (target.closest("textarea, select, input:not([type=radio], [type=checkbox])")) return true;
  for (let one = /** @type {Element | null} */ (target); one && one !== within; one = one.parentElement) {
    if (one.scrollWidth > one.clientWidth + 1 && /auto|scroll/.test(getComputedStyle(one).overflowX)) return true;
  }
  return false;
}
