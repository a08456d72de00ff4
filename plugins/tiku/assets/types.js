// The shapes that several modules share.

/**
 * @typedef {"single" | "multiple" | "true-false" | "numeric" | "text" | "matching" | "ordering" | "open"} Kind
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
 * @property {string[]} response as the field of its kind gives it
 * @property {boolean} right
 * @property {string} mode where it was asked: "page", or as a practice set or an exam says
 * @property {string} [set] the set it was asked in
 * @property {Confidence} [confidence] how sure the reader was
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
 *
 * @typedef {object} Field what differs by kind in a question: how it is filled in and marked
 * @property {string} nothing said where there is nothing to check yet
 * @property {(question: HTMLElement) => string[]} response empty where nothing was chosen or written
 * @property {(question: HTMLElement, response: string[]) => void} fill the inverse of `response`
 * @property {(question: HTMLElement, response: string[]) => void} mark shows what was right and wrong
 * @property {(response: string[], right: boolean, question: HTMLElement) => string} verdict
 * @property {(question: HTMLElement) => void} [prepare] once, before anything else
 * @property {(question: HTMLElement) => string} [grade] lets the reader grade the answer and says how; "" when that is done
 * @property {(question: HTMLElement) => Element[][]} [groups] what may be shuffled, as the author ordered it
 */

export {};
