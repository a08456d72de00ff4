// The shapes that the modules of memory share. A day is a whole number, see days.js.

/**
 * @typedef {object} Answer
 * @property {number} day
 * @property {boolean} right
 * @property {boolean} [hard] remembered, but only just
 *
 * @typedef {object} Memory of one question, as FSRS has it
 * @property {number} stability days until the probability of recall is 0.9
 * @property {number} difficulty from 1 to 10
 * @property {number} last the day of the last answer
 *
 * @typedef {object} Card a question that may be asked, and what its reader's log says of it
 * @property {string} id
 * @property {number} weight what knowing it is worth beside others, for example its topic's points
 * @property {number} guess the probability, below 1, of being right by chance
 * @property {readonly Answer[]} answers to the key in force, in the order of time
 * @property {Memory | null} memory null before the first answer
 */

export {};
