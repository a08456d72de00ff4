// The questions of a long page are made ready in turn: the first at once, those near the window
// before a reader comes to them, the others while the browser has nothing else to do.

/** @typedef {{prepare(): void} & Element} Waiting */

const AT_ONCE = 2;
// As many as a slow phone makes ready within a frame or two.
const IN_A_ROW = 4;
/** @type {Set<Waiting>} */
const waiting = new Set();
let left = AT_ONCE;

const near = new IntersectionObserver((seen) => {
  for (const { target, isIntersecting } of seen) if (isIntersecting) take(/** @type {Waiting} */ (target));
}, { rootMargin: "50%" });
const whenIdle = window.requestIdleCallback ?? ((work) => setTimeout(work, 100));

/** @param {Waiting} question prepares itself when its turn has come */
export function inTurn(question) {
  if (left-- > 0) return question.prepare();
  if (!waiting.size) whenIdle(work);
  waiting.add(question);
  near.observe(question);
}

function work() {
  for (const question of [...waiting].slice(0, IN_A_ROW)) take(question);
  if (waiting.size) whenIdle(work);
}

/** @param {Waiting} question */
function take(question) {
  waiting.delete(question);
  near.unobserve(question);
  if (question.isConnected) question.prepare();
  question.toggleAttribute("ready", true);
}
