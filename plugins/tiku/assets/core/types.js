// The shapes that several modules share.

/**
 * @typedef {"single" | "multiple" | "true-false" | "numeric" | "text" | "matching" | "ordering" | "open"} Kind
 * @typedef {"guess" | "unsure" | "sure"} Confidence
 *
 * @typedef {object} Verdict
 * @property {boolean} right
 * @property {boolean} [unreadable] what was written is no answer at all
 *
 * @typedef {object} AnswerEvent
 * @property {string} id
 * @property {string} question
 * @property {string} revision of the key that was in force
 * @property {"answer"} kind
 * @property {string[]} response as the field of its kind gives it
 * @property {boolean} right
 * @property {string} mode where it was answered: page, or the mode of the set
 * @property {string} [set] the set or paper it was answered in
 * @property {Confidence} [confidence]
 * @property {string} at ISO 8601, UTC
 * @property {string} [order] comes after what has an earlier one; where it is not given, `at`
 *
 * @typedef {object} ResetEvent
 * @property {string} id
 * @property {string} question
 * @property {"reset"} kind
 * @property {string} at ISO 8601, UTC
 * @property {string} [order] comes after what has an earlier one; where it is not given, `at`
 *
 * A reader's mark on a question: `star` (收藏), `shelve` (斬題), `known` (背題), `flag` (in one set).
 * @typedef {object} MarkEvent
 * @property {string} id
 * @property {string} question
 * @property {"star" | "shelve" | "known" | "flag"} kind
 * @property {boolean} on
 * @property {boolean} [vague] of `known`: remembered, but only just; `on` is then false
 * @property {string} [set]
 * @property {string} at ISO 8601, UTC
 * @property {string} [order] comes after what has an earlier one; where it is not given, `at`
 *
 * A reader's own note on a question; the last one holds, an empty one is none.
 * @typedef {object} NoteEvent
 * @property {string} id
 * @property {string} question
 * @property {"note"} kind
 * @property {string} text
 * @property {string} [set] never given
 * @property {string} at ISO 8601, UTC
 * @property {string} [order] comes after what has an earlier one; where it is not given, `at`
 *
 * A paper that was handed in; points are whole numbers of halves.
 * @typedef {object} PaperEvent
 * @property {string} id
 * @property {string} question `exam:` and the exam's id, so that an exam's papers are found together
 * @property {"paper"} kind
 * @property {string} set
 * @property {string} seed
 * @property {string[]} questions
 * @property {number[]} sections index of the exam's section, for each question
 * @property {number} got
 * @property {number} of
 * @property {boolean} passed
 * @property {number} spent milliseconds
 * @property {Record<string, [number, number]>} topics topic -> points got, points there were
 * @property {string} at ISO 8601, UTC
 * @property {string} [order] comes after what has an earlier one; where it is not given, `at`
 */

/**
 * @template {{id: string, at: string, order?: string}} E
 * @typedef {Omit<E, "id" | "at" | "order"> & {id?: string}} Happened
 */

/**
 * @typedef {AnswerEvent | ResetEvent | MarkEvent | NoteEvent | PaperEvent} ProgressEvent
 * @typedef {Happened<AnswerEvent> | Happened<ResetEvent> | Happened<MarkEvent> | Happened<NoteEvent> | Happened<PaperEvent>} Happening an id where it can happen only once
 *
 * @typedef {object} State
 * @property {"fresh" | "right" | "wrong" | "rekeyed"} is
 * @property {string[]} response
 *
 * @typedef {object} Field what differs by kind in a question: how it is filled in and marked
 * @property {string} nothing said where there is nothing to check yet
 * @property {(question: HTMLElement) => string[]} response empty where nothing was chosen or written
 * @property {(question: HTMLElement, response: string[]) => void} fill the inverse of `response`
 * @property {(key: string, response: string[]) => Verdict} judge `key`: the question's `data-key`
 * @property {(question: HTMLElement, response: string[]) => void} show shows what was right and wrong
 * @property {(response: string[], right: boolean, question: HTMLElement) => string} verdict
 * @property {(question: HTMLElement) => void} [prepare] once, before anything else
 * @property {(question: HTMLElement) => string} [grade] lets the reader grade the answer and says how; "" when that is done
 * @property {(question: HTMLElement) => Element[][]} [groups] what may be shuffled, as the author ordered it
 *
 * @typedef {<T>(items: readonly T[]) => T[]} Order puts a group into another order, each time into the same
 *
 * A row of the catalogue.
 * @typedef {object} Entry
 * @property {string} id
 * @property {string} item the question itself, or the case it belongs to
 * @property {string} topic
 * @property {Kind} kind
 * @property {string} difficulty
 * @property {string} objective
 * @property {string[]} syllabus
 * @property {string} basis "policy" where the site's own policy decides; else ""
 * @property {string[]} tags
 * @property {string} revision
 * @property {string} page number of its page and pool, "" on the first
 *
 * @typedef {object} Topic
 * @property {string} title
 * @property {string} page address as seen from the catalogue
 * @property {string} pool
 * @property {string} [rows] the file of its questions, where they are not in the catalogue itself
 * @property {Record<string, {text: string, page?: string, title?: string}>} objectives
 *
 * How points are given: `partial` halves for each right pick where some are missed and none is wrong.
 * @typedef {object} Profile
 * @property {string} title
 * @property {string} rule
 * @property {number} partial
 *
 * @typedef {object} Section
 * @property {string} id
 * @property {string} title
 * @property {string[]} kinds
 * @property {number} count
 * @property {number} points halves
 * @property {string} scoring
 * @property {number} size of its cases, in questions; 0 where any will do
 * @property {Part[]} parts
 *
 * What a section draws of a topic.
 * @typedef {object} Part
 * @property {string} topic empty for all topics
 * @property {number} count
 * @property {Record<string, number>} levels difficulty -> items of it, where there are so many
 *
 * @typedef {object} Exam
 * @property {string} title
 * @property {string} page address as seen from the catalogue
 * @property {number} minutes
 * @property {number} pass halves
 * @property {boolean} adaptive a placement test: what is asked depends on the answers before
 * @property {string[]} critical
 * @property {string[]} syllabus what a paper draws from; [] is everything
 * @property {string} basis "policy" where it also draws what rests on the site's own policy
 * @property {Section[]} sections
 *
 * @typedef {object} Catalog
 * @property {Record<string, Topic>} topics
 * @property {Record<string, string>} tags
 * @property {Record<string, string>} syllabus
 * @property {Entry[]} questions
 * @property {Record<string, Profile>} scoring
 * @property {Record<string, Exam>} exams
 * @property {string} practice address of the page where sets are worked through
 *
 * Questions that are worked through together; what was answered is in the log.
 * @typedef {object} StudySet
 * @property {string} id
 * @property {string} mode
 * @property {string[]} questions ids, in order
 * @property {"once" | "end"} feedback
 * @property {boolean} shuffle whether choices are shuffled
 * @property {boolean} confidence whether readers say how sure they are
 * @property {number} seed
 * @property {string} at ISO 8601, UTC
 * @property {string} [order] comes after what has an earlier one; where it is not given, `at`
 */

export {};
