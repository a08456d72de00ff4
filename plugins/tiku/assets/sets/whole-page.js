// A set that is worked on has the page to itself: its styles and what is only listened to are told so.
// With :has() in the styles instead, every choice would make a browser look for the set anew.

/** Takes the page; what is given leaves it. @param {Element} set */
export function takePage(set) {
  const { dataset } = document.documentElement;
  const heading = set.closest("tiku-practice, tiku-exam")?.parentElement?.querySelector(":scope > h1");
  dataset.tikuSet = "";
  heading?.classList.add("tiku-unseen");
  return () => {
    delete dataset.tikuSet;
    heading?.classList.remove("tiku-unseen");
  };
}
