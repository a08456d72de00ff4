// Everything the script says to a reader.

/** @import { Kind } from "./types.js" */

export const words = {
  check: "檢查",
  again: "再答一次",
  verdict: (/** @type {boolean} */ right) => (right ? "✓ 答對了" : "✗ 答錯了"),
  unanswered: "未作答",
  wrote: (/** @type {string} */ text) => `你寫的是「${text}」。`,
  nothing: "先選一個答案再檢查。",
  unwritten: "先寫下答案再檢查。",
  unreadable: "這裡要寫數字，例如 8 或 0.5。",
  rekeyed: "更正：這題的答案改過，請再答一次。",
  yours: "✗ 你選的",
  yoursAndRight: "✓ 你選的，正確",
  missed: "→ 正確答案",
  progress: (/** @type {{all: number, done: number, right: number}} */ { all, done, right }) =>
    `共 ${all} 題，已做 ${done} 題，答對 ${right} 題`,
  shuffle: "打亂選項",
  reset: "重設本頁紀錄",
  resetQuestion: "要清掉這一組題目的作答紀錄嗎？清掉之後，這些題目會回到沒做過的樣子。",
  confirm: "重設",
  cancel: "取消",
  unsaved: "這個瀏覽器現在無法保存紀錄，離開後就沒有了。",
  tooOld: "這個瀏覽器太舊，題目只能讀、不能作答。請更新：Safari 16、Chrome 與 Edge 110、Firefox 115 以上都可以。",
  unreachable: "作答用的程式讀不進來。請檢查網路，再重新整理。",
  filters: { kind: "題型", difficulty: "難度", tag: "標籤", state: "狀態" },
  any: "全部",
  states: { fresh: "沒做過", wrong: "答錯的", right: "答對的" },
  /** @type {Record<Kind, string>} */
  kinds: {
    single: "單選題",
    multiple: "多選題",
    "true-false": "判斷題",
    numeric: "計算題",
    text: "填空題",
    matching: "配對題",
    ordering: "排序題",
    open: "簡答題",
  },
  difficulties: { easy: "易", medium: "中", hard: "難" },
  matching: (/** @type {number} */ number) => `符合 ${number} 題`,
};
