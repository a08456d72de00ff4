// Made from locales/zh-Hant.toml: change the words there, then python3 dev.py docs.

export const words = {
  label: "從這裡接著做",
  goOn: "繼續",
  practice: "練習",
  where: (/** @type {{ answered: string | number, at: string | number, of: string | number, title: string | number }} */ { answered, at, of, title }) => `${title}：第 ${at} 題，共 ${of} 題，已答 ${answered} 題`,
  today: "今天",
  left: (/** @type {{ all: string | number, fresh: string | number, old: string | number }} */ { all, fresh, old }) => `還有 ${all} 題：複習 ${old}，新題 ${fresh}`,
  done: "今天的做完了",
  oneMore: "還想做，就再做十題沒做過的",
  daysLeft: (/** @type {{ days: string | number }} */ { days }) => `離考試還有 ${days} 天；`,
  minutes: (/** @type {{ minutes: string | number }} */ { minutes }) => `約 ${minutes} 分鐘`,
  due: "到期",
  dueNow: (/** @type {{ number: string | number }} */ { number }) => `${number} 題快忘了`,
  reviewNow: "現在複習",
  weak: "薄弱",
  recalled: (/** @type {{ met: string | number, recalled: string | number }} */ { met, recalled }) => `答過 ${met} 題，記得約 ${recalled} 題；練十題`,
};
