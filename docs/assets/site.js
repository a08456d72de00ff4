// Material's search dialog has no name for screen readers.
document.querySelector(".md-search")?.setAttribute("aria-label", "搜尋");

// What scrolls sideways must be reachable by keyboard; Material wraps tables after this runs.
const reachable = () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) wrap.setAttribute("tabindex", "0");
};
window.document$?.subscribe(() => requestAnimationFrame(() => requestAnimationFrame(reachable)));
