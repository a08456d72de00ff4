// Handing a paper in is asked first, with what is still missing.

import { confirmed } from "../core/confirm.js";
import { bookmarkOf } from "../sets/bookmarks.js";
import { words as setWords } from "../sets/words.js";
import { words } from "./words.js";

/** @import { StudySet } from "../core/types.js" */
/** @import { TikuSet } from "../sets/player.js" */

/** @type {(where: HTMLElement, paper: StudySet, player: TikuSet) => Promise<boolean>} */
export function isToBeHandedIn(where, paper, player) {
  const flagged = paper.questions.filter((id) => bookmarkOf(id, "flag", paper.id)).length;
  const warning = player.lacking(words.allAnswered) + (flagged ? words.flaggedLeft({ number: flagged }) : "") + words.final;
  return confirmed(where, words.handIn, warning, { yes: words.handIn, no: setWords.stay });
}

/** How a paper is left. @type {(handIn: () => unknown) => TikuSet["ending"]} */
export const handingIn = (handIn) => ({ text: words.handIn, title: words.handIn, last: words.toHandIn, act: handIn });
