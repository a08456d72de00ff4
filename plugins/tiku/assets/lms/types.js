// The shapes of a lesson: a set or a paper in a package for a learning platform.

/** @import { Kind } from "../core/types.js" */

/**
 * What a platform's records say of a question; texts are plain.
 * @typedef {object} Asked
 * @property {string} id
 * @property {Kind} kind
 * @property {string} stem
 * @property {[string, string][]} choices id, text
 * @property {[string, string][]} prompts id, text
 * @property {string[]} accepted words that are right
 * @property {string} unit of a number
 * @property {[string, string] | null} range the least and the greatest number that is right
 *
 * @typedef {object} Lesson
 * @property {string} id an address that names it everywhere
 * @property {string} stamp another one where other questions are asked
 * @property {string} language
 * @property {string} title
 * @property {boolean} isJudged whether there is a mark to pass, and no open question to be read first
 * @property {string} seed of the paper
 * @property {string} order decides in which order choices stand; "" where it is nobody's
 * @property {number[]} sections index of the exam's section, for each question
 * @property {Asked[]} questions in order
 *
 * What is kept between two visits.
 * @typedef {object} Standing
 * @property {number} seed in which order choices are shown
 * @property {number} place index of the question on the screen
 * @property {number} spent seconds
 * @property {boolean} isDone handed in
 * @property {Map<string, string[]>} responses
 *
 * One answer, for the records.
 * @typedef {object} Answer
 * @property {Asked} asked
 * @property {string[]} response empty where there is none
 * @property {string[]} right the response that is right; empty where several are
 * @property {number} points
 * @property {number} of
 * @property {"right" | "partial" | "wrong" | "blank" | "ungraded"} outcome
 *
 * @typedef {object} Outcome
 * @property {number | null} scaled from 0 to 1; null where nothing is marked
 * @property {boolean | null} passed null where there is no mark to pass
 * @property {Answer[]} answers
 * @property {string} at ISO 8601, UTC
 *
 * A learning platform that has opened the lesson.
 * @typedef {object} Platform
 * @property {number} limit characters that it keeps
 * @property {string} kept what it was given to keep; "" at the first visit
 * @property {number | null} mark to pass, from 0 to 1, where the platform has one of its own
 * @property {boolean} isReview whether the learner only looks at what was done
 * @property {(standing: string) => Promise<boolean>} keep whether it has it
 * @property {(outcome: Outcome) => Promise<boolean>} finish whether it has it; may be said again
 * @property {() => void} close the page is left
 */

export {};
