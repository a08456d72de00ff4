// What scrolls sideways must be reachable by keyboard; Material wraps tables after this runs.
const reachable = () => {
  for (const wrap of document.querySelectorAll(".md-typeset__scrollwrap")) wrap.setAttribute("tabindex", "0");
};
window.document$?.subscribe(() => requestAnimationFrame(() => requestAnimationFrame(reachable)));
