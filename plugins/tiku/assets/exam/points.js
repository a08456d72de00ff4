// Points as readers write them; who only shows them need not bring what marks answers.

/** Of whole halves: 17 is 8.5. @param {number} halves */
export const pointsOf = (halves) => String(halves / 2);
