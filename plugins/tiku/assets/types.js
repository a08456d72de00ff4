// The shapes that several modules share.

/**
 * @typedef {"single" | "multiple" | "true-false" | "numeric" | "text"} Kind
 *
 * @typedef {object} Verdict
 * @property {boolean} right
 * @property {boolean} [unreadable] what was written is no answer at all
 *
 * @typedef {"guess" | "unsure" | "sure"} Confidence
 *
 * @typedef {object} AnswerEvent
 * @property {string} id
 * @property {string} question
 * @property {string} revision of the key that was in force
 * @property {"answer"} kind
 * @property {string[]} response the ids of the chosen choices, or what was written
 * @property {boolean} right
 * @property {"page"} mode
 * @property {Confidence} [confidence] how sure the reader was before checking
 * @property {string} at ISO 8601, UTC
 *
 * @typedef {object} ResetEvent
 * @property {string} id
 * @property {string} question
 * @property {"reset"} kind
 * @property {string} at ISO 8601, UTC
 *
 * @typedef {AnswerEvent | ResetEvent} ProgressEvent
 *
 * @typedef {object} State
 * @property {"fresh" | "right" | "wrong" | "rekeyed"} is
 * @property {string[]} response
 */

export {};
