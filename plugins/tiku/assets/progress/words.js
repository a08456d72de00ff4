// Everything the page 進度 says to a reader.

/** @import { Flaw } from "./backup-format.js" */

const percent = (/** @type {number} */ share) => `${Math.round(share * 100)}%`;
const about = (/** @type {number} */ number) => `約 ${Math.round(number)}`;

export const progressWords = {
  percent,
  table: "看數字",
  nothing: "還沒有作答紀錄。做過題目以後，這裡會算出哪些記得、哪些快忘了；在別的裝置做過，也可以在本頁最下面匯入。",

  // Plan
  plan: "今天的計畫",
  planned: (/** @type {number} */ all, /** @type {number} */ done) =>
    all ? `今天排了 ${all} 題，已做 ${done} 題。` : "今天沒有要做的題目：還沒到期，也沒有新題了。",
  daysLeft: (/** @type {number} */ days) => (days ? `離考試還有 ${days} 天。` : "考試就是今天。"),
  examOver: "訂的考試日期已經過了；改掉日期，計畫才會再照考試日排。",
  reviews: {
    exam: (/** @type {number} */ number) => `做過而今天還沒複習的有 ${number} 題，最有用的排在前面。`,
    open: (/** @type {number} */ number) => `到期的有 ${number} 題。`,
  },
  begin: "做今天的題目",
  review: "到期複習",
  howPlanned: {
    exam: "題目照「今天複習它，最能提高考試那天記得的機會」排；考試日當天以前每天重排。",
    open: "沒有考試日期時，先排到期的複習，一天至少一半留給新題。",
  },
  date: "考試日期",
  amount: "每天幾題",
  exam: "照哪一場考試的配分",
  noExam: "不指定",
  begins: "一天從幾點開始",
  hour: (/** @type {number} */ hour) => `${hour}:00`,
  saved: "已存下。",

  // Forecast
  forecast: "預估分數",
  forecastNone: "在上面選一場考試，這裡會用你的作答紀錄估計分數。",
  forecastLittle: (/** @type {number} */ met, /** @type {number} */ enough) =>
    `資料還不夠，先不預估：這場考試會抽的題目裡，你答過 ${met} 題，至少要 ${enough} 題；而且每個大題、每個主題都要答過該出題數的一半。`,
  forecastIs: (/** @type {{date: string, low: string, high: string, of: string, pass: string}} */ { date, low, high, of, pass }) =>
    `${date} 考，在那之前不再練習的話，大約 ${low} 到 ${high} 分（滿分 ${of}，及格 ${pass}）。`,
  forecastMeans: "這是八成的範圍：照這個方法估，十次約有八次落在裡面，兩次在外面。本站的題目不是考古題，真正的考試可能更難或更容易。",
  forecastParts: "部分給分的題目只算全對或零分，因為紀錄看不出漏選的機會；所以範圍偏低。",
  forecastTitle: "預估分數的範圍與及格線",
  passMark: "及格",

  // Mastery
  mastery: "各主題",
  masteryNote: (/** @type {string} */ date) =>
    `實心是預期到 ${date} 還記得的，淡的是答過但可能忘掉的，空白是還沒答過的。從現在起都不複習的話才是這樣。右邊三個數是預期記得／答過／全部。`,
  masteryTitle: "各主題答過與預期記得的題數",
  masteryRow: (/** @type {string} */ title, /** @type {number} */ recalled, /** @type {number} */ met, /** @type {number} */ all) =>
    `${title}：共 ${all} 題，答過 ${met} 題，預期記得${about(recalled)} 題`,
  masteryCount: (/** @type {number} */ recalled, /** @type {number} */ met, /** @type {number} */ all) =>
    `${met ? about(recalled) : "0"}／${met}／${all}`,
  masteryColumns: ["主題", "題數", "答過", "最近一次答對", "預期記得"],
  objectives: "各學習目標",
  objectiveColumns: ["主題", "學習目標", "題數", "答過", "最近一次答對", "預期記得"],
  weakest: "最弱的學習目標",
  weakestNone: "還看不出來：一個目標要答過三題（不到三題的要全部答過）才排得進來。",
  weakestNote: "照預期記得的比例，由低到高；答過太少的不排。",
  weakRow: (/** @type {number} */ recalled, /** @type {number} */ met) => `答過 ${met} 題，預期記得${about(recalled)} 題`,
  read: (/** @type {string} */ title) => `讀「${title}」`,
  practise: "練這個主題",

  // Calendar
  calendar: "作答的日子",
  calendarTitle: "最近十三週每天作答的題數",
  calendarSums: (/** @type {number} */ days, /** @type {number} */ answers) =>
    `最近十三週有 ${days} 天作答，共 ${answers} 次。`,
  calendarColumns: ["日期", "作答", "答對"],
  calendarScale: "格子愈實，作答愈多：1 到 9 次、10 到 29 次、30 次以上。每一欄是一週，由上而下是週日到週六。",

  // Due
  due: "接下來到期的題目",
  dueTitle: "未來十四天每天到期的題數",
  dueSums: (/** @type {number} */ today, /** @type {number} */ fortnight, /** @type {number} */ month) =>
    `今天 ${today} 題（含過期的），十四天內 ${fortnight} 題，三十天內 ${month} 題。`,
  dueNote: "一題預計只剩九成機會記得時就是到期。這是假設現在起都不作答。",
  dueColumns: ["日期", "到期題數"],

  // Calibration
  calibration: "說有幾分把握，實際對多少",
  calibrationTitle: "每一種把握的答對比例",
  calibrationNone: "還沒有資料。練習時勾「每題先說有多確定」，這裡就會比較你說的和實際的。",
  calibrationNote: "點是答對的比例，橫線是 95% 的範圍；答得愈少，線愈長。說「確定」卻常錯的，最值得回頭看。",
  calibrationColumns: ["把握", "作答", "答對", "比例", "95% 範圍"],
  calibrationRow: (/** @type {string} */ level, /** @type {number} */ right, /** @type {number} */ answers, /** @type {number} */ share) =>
    `${level}：${answers} 次答對 ${right} 次，${percent(share)}`,

  // Papers
  papers: "模擬考",
  papersNone: "還沒有交過卷。",
  papersTitle: (/** @type {string} */ exam) => `${exam}歷次得分比例與及格線`,
  papersGone: (/** @type {string} */ id) => `已不提供的考試（${id}）`,
  paperColumns: ["日期", "得分", "滿分", "結果", "用時（分）"],
  passed: (/** @type {boolean} */ passed) => (passed ? "✓ 及格" : "✗ 不及格"),
  paperRow: (/** @type {string} */ date, /** @type {string} */ got, /** @type {string} */ of, /** @type {string} */ result) =>
    `${date} ${got}／${of} 分，${result}`,

  // Corrections and history
  rekeyed: "更正",
  rekeyedNote: "你作答之後，這些題目的答案改過；舊的作答留在紀錄裡，但不再算對或錯。請再答一次。",
  history: "作答紀錄",
  historySums: (/** @type {number} */ answers, /** @type {number} */ questions) => `共作答 ${answers} 次，${questions} 個不同的題目。`,
  gone: (/** @type {number} */ questions, /** @type {number} */ answers) =>
    `其中 ${questions} 題已經下架（共 ${answers} 次作答）：不再出現在練習與考試裡，紀錄照樣保留。`,
  historyShown: (/** @type {number} */ number) => `最近 ${number} 次`,
  historyColumns: ["時間", "題目", "結果"],
  goneQuestion: (/** @type {string} */ id) => `已下架（${id}）`,
  question: (/** @type {string} */ topic, /** @type {string} */ id) => `${topic}：${id}`,
  result: (/** @type {boolean} */ right) => (right ? "✓ 答對" : "✗ 答錯"),
  oldKey: "（答案後來更正）",

  // Keeping
  keeping: "保存與搬移",
  whereKept: "紀錄只在這個瀏覽器裡，不會傳到任何地方，也沒有人能替你找回。",
  mayBeWiped: "瀏覽器可能自己清掉：空間不夠時、用無痕視窗時；Safari 會清掉七天沒有再來的網站（加到主畫面的不會）。所以請常匯出。",
  persisted: "瀏覽器答應不會自動清掉這裡的紀錄。你自己清除網站資料時仍會一起清掉。",
  persist: "請瀏覽器不要自動清掉",
  notPersisted: "瀏覽器沒有答應。常來、加到書籤或主畫面之後再試；在那之前請常匯出。",
  unsaved: "這個瀏覽器現在存不下紀錄（空間滿了，或不允許儲存）。請先匯出成檔案：離開這一頁，還沒存下的就沒有了。",
  export: "匯出成檔案",
  import: "匯入檔案",
  exported: (/** @type {number} */ number) => `已匯出 ${number} 筆紀錄。`,
  link: "做一個搬到別台裝置的連結",
  linkMade: "把這個連結在另一台裝置打開，就會問你要不要併進去。連結裡就是你的紀錄，誰拿到都能看。",
  linkLabel: "搬移用的連結",
  linkTooLong: "紀錄太多，放不進連結。請用檔案。",
  copy: "複製",
  copied: "已複製。",
  imported: (/** @type {number} */ fresh, /** @type {number} */ all) =>
    `檔案裡有 ${all} 筆紀錄，新併入 ${fresh} 筆${fresh < all ? "，其餘本來就有" : ""}。`,
  importedUnsaved: "但是瀏覽器存不下，離開這一頁就沒有了。請保留原來的檔案，清出空間後再匯入一次。",
  askLink: (/** @type {number} */ number) => `這個連結帶著 ${number} 筆作答紀錄。要併進這個瀏覽器嗎？原有的紀錄都會留著。`,
  merge: "併入",
  cancel: "取消",
  flaws: /** @type {Record<Flaw, string>} */ ({
    foreign: "這不是本站匯出的進度檔，什麼都沒有改。",
    newer: "這個檔是較新的版本匯出的，這裡還讀不懂，什麼都沒有改。請重新整理這一頁再試。",
    corrupt: "這個進度檔損壞了，什麼都沒有改。請再匯出一次。",
  }),
  visitedKept: "讀過的頁面留了一份在這個瀏覽器，沒有網路時也能讀、能搜尋；不含你搜尋的字。",
  forgetVisited: "移除留下的頁面",
  visitedForgotten: "移除了。下次搜尋之後會再開始留。",
  clear: "刪除所有紀錄",
  clearQuestion: "作答紀錄、收藏、還沒做完的題組與設定都會從這個瀏覽器刪掉，無法復原。要先匯出嗎？按「取消」可以回去匯出。",
  cleared: "都刪掉了。",
  notCleared: "刪不掉：瀏覽器不允許更動儲存的資料。",
};
