// Everything the study pages say to a reader.

/** @import { Mode } from "./selection.js" */

const minutes = (/** @type {number} */ ms) => Math.floor(ms / 60000);
const two = (/** @type {number} */ number) => String(number).padStart(2, "0");

export const studyWords = {
  comma: "，",
  previous: "上一題",
  next: "下一題",
  where: (/** @type {number} */ at, /** @type {number} */ of, /** @type {string | undefined} */ heading) =>
    `${heading ? `${heading}　` : ""}第 ${at} 題，共 ${of} 題`,

  // Answer sheet
  sheet: "答題卡",
  sheetCount: (/** @type {number} */ done, /** @type {number} */ of, /** @type {number} */ flagged) =>
    `已答 ${done}／${of}${flagged ? `，標記 ${flagged}` : ""}`,
  number: (/** @type {number} */ at) => `第 ${at} 題`,
  cells: { fresh: "未答", answered: "已答", right: "答對", wrong: "答錯", known: "記得", unknown: "不記得" },
  signs: { fresh: "", answered: "●", right: "✓", wrong: "✗", known: "✓", unknown: "✗" },
  loading: "題目讀取中……",
  unreachable: "題目讀不進來，請檢查網路；會自動再試。作答都還在。",
  tryAgain: "再試一次",
  gone: (/** @type {number} */ number) => `有 ${number} 題已經從題庫拿掉，其餘照常。`,
  unreadable: "這裡要寫數字，例如 8 或 0.5；照現在這樣會算沒答對。",
  flagged: "已標記",
  flagSign: "⚑",

  corrected: {
    again: "更正：這題的答案改過，請再答一次。",
    review: "更正：這題的答案在你作答之後改過，這裡照新的答案標示。",
  },

  // Marks
  markNames: { flag: "標記", star: "收藏", shelve: "斬題", known: "記得" },
  known: "記得",
  unknown: "不記得",

  // Aids
  aids: "作答輔助",
  strike: "刪去一個錯的選項",
  struck: "刪去了一個選項",
  openClause: (/** @type {string} */ title) => `就地讀「${title}」`,
  clauseMissing: "讀不到這一段，請用上面的連結開啟。",
  confidence: "你有多確定？（可不選）",
  confidences: { guess: "猜的", unsure: "不太確定", sure: "確定" },

  // Practice
  modes: /** @type {Record<Mode, string>} */ ({
    order: "依序",
    random: "隨機",
    memorise: "背題",
    daily: "每日十題",
    mistakes: "錯題本",
    starred: "收藏",
    due: "到期複習",
    shelved: "已斬的題",
  }),
  modeHints: /** @type {Record<Mode, string>} */ ({
    order: "照題庫的順序，從還沒做過的題目開始。",
    random: "打亂順序。",
    memorise: "直接看答案與解析，標出記得或不記得；不算答對或答錯。",
    daily: "今天最值得做的十題：先是快忘的，再補新題；同一天內不變。",
    mistakes: "答錯就進來；之後在兩個不同的日子答對，就離開。確定卻答錯的排最前面，容易混淆的放在一起。",
    starred: "你收藏的題目。",
    due: "做過的題目裡，今天複習最有用的排最前面。",
    shelved: "斬掉的題目不會出現在其他練習裡；在這裡可以放回去。",
  }),
  mode: "怎麼練",
  filters: { topic: "主題", kind: "題型", difficulty: "難度", syllabus: "考試", tag: "標籤" },
  any: "全部",
  count: "題數",
  all: "全部",
  feedback: "什麼時候看對錯",
  once: "每題答完就看",
  end: "全部做完再看",
  shuffle: "打亂選項",
  askConfidence: "每題先說有多確定",
  begin: "開始",
  available: (/** @type {number} */ number) => `符合的有 ${number} 題`,
  none: "沒有符合的題目。放寬條件，或換一種練法。",
  resume: "繼續做",
  drop: "放棄",
  openSet: (/** @type {string} */ mode, /** @type {number} */ of, /** @type {string} */ at) => `${mode}，${of} 題，${at} 開始`,
  finish: "結束這一組",
  finishBlanks: (/** @type {number} */ blanks, /** @type {number} */ unreadable) =>
    (blanks ? `還有 ${blanks} 題沒答；沒答的不會計入。` : "") +
    (unreadable ? `有 ${unreadable} 題要寫數字，寫的卻讀不成數字，會算沒答對。` : "") + (blanks || unreadable ? "要結束嗎？" : ""),
  stay: "繼續作答",
  mistakeGroups: "照主題與誤選分組",
  mistakeOf: (/** @type {string} */ text) => `誤選「${text}」`,
  result: (/** @type {number} */ right, /** @type {number} */ done, /** @type {number} */ of) =>
    `共 ${of} 題，作答 ${done} 題，答對 ${right} 題。`,
  recalled: (/** @type {number} */ known, /** @type {number} */ of) => `共 ${of} 題，記得 ${known} 題。`,
  sureWrong: (/** @type {number} */ number) => `其中 ${number} 題你很確定卻答錯，最值得回頭看。`,
  reviewAll: "看全部",
  reviewWrong: "只看答錯與未答",
  reviewFlagged: "只看標記的",
  retryWrong: "重做答錯的",
  again: "再練一組",
  failed: "題目讀不進來。請檢查網路，再重新整理。",

  // Learning paths
  pathTopic: (/** @type {{all: number, done: number, right: number}} */ { all, done, right }) =>
    `已做 ${done}／${all} 題，答對 ${right} 題`,
  pathExam: (/** @type {string} */ got, /** @type {string} */ of, /** @type {boolean} */ passed) =>
    `最近一次 ${got}／${of} 分，${passed ? "及格" : "不及格"}`,
  pathNoExam: "還沒考過",

  // Exam
  newPaper: "出一份新卷",
  sharedPaper: "做這份卷",
  paperNumber: (/** @type {string} */ seed) => `卷號 ${seed}`,
  share: "卷號在網址裡：把網址給別人，對方會抽到同一份卷。",
  pause: "暫停",
  goOn: "繼續計時",
  hideClock: "關掉計時",
  showClock: "打開計時",
  left: (/** @type {number} */ ms) => `剩 ${minutes(ms)}:${two(Math.floor(ms / 1000) % 60)}`,
  paused: "計時已暫停",
  timeUp: "時間到了。可以交卷，也可以繼續做完；成績單會註明超過時間。",
  fiveLeft: "還有五分鐘。",
  handIn: "交卷",
  handInBlanks: (/** @type {number} */ blanks, /** @type {number} */ unreadable, /** @type {number} */ flagged) =>
    (blanks ? `還有 ${blanks} 題沒答。` : "每一題都答了。") +
    (unreadable ? `有 ${unreadable} 題要寫數字，寫的卻讀不成數字，會算沒答對。` : "") +
    `${flagged ? `有 ${flagged} 題標記要再看。` : ""}交卷之後不能再改。`,
  elsewhere: "這份卷已經在另一個分頁結束了，這裡的不會再算一次。",
  toResult: "看成績與考過的卷",
  passed: "及格",
  notPassed: "不及格",
  points: (/** @type {string} */ got, /** @type {string} */ of) => `${got} 分，滿分 ${of} 分`,
  passMark: (/** @type {string} */ mark) => `及格線 ${mark} 分`,
  criticalFailed: (/** @type {number} */ number) => `關鍵題有 ${number} 題沒答對，因此不及格。`,
  spent: (/** @type {number} */ ms, /** @type {number} */ limit) =>
    `用時 ${minutes(ms)} 分 ${Math.floor(ms / 1000) % 60} 秒${limit && ms > limit ? "，超過時間" : ""}`,
  resultColumns: ["", "得分", "滿分", "答對", "部分", "答錯", "未答"],
  sections: "各大題",
  topics: "各主題",
  history: "考過的卷",
  noHistory: "還沒有交過卷。",
  historyRow: (/** @type {string} */ at, /** @type {string} */ got, /** @type {string} */ of, /** @type {boolean} */ passed) =>
    `${at}　${got}／${of} 分　${passed ? "及格" : "不及格"}`,
  look: "看這份卷",
  printPaper: "列印這份卷",
  printReport: "列印成績單",
  signed: "姓名＿＿＿＿＿＿＿＿　簽名＿＿＿＿＿＿＿＿　見證＿＿＿＿＿＿＿＿",
  bubbles: "答案卡",
  circles: "ⒶⒷⒸⒹⒺⒻⒼⒽ",
  verdictCircles: "ⓉⒻ",
  line: "＿＿＿＿",
  keySheet: "答案與解析",
  unfinished: "有一份還沒交的卷",
  kinds: {
    single: "單選題", multiple: "多選題", "true-false": "判斷題", numeric: "計算題", text: "填空題",
    matching: "配對題", ordering: "排序題", open: "簡答題",
  },
  difficulties: { easy: "易", medium: "中", hard: "難" },
};
