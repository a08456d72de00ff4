"""A field holds what it cannot hold."""

from tiku.locales.messages.message import error

MESSAGES = {
    "unknown-key": error(
        "沒有「{key}」這個欄位",
        "可用的欄位：{known}",
        "there is no field “{key}”",
        "fields: {known}",
    ),
    "not-text": error(
        "「{key}」要寫文字",
        "寫在冒號後面；有多行時用 |",
        "“{key}” takes text",
        "write it after the colon; use | for several lines",
    ),
    "not-list": error(
        "「{key}」要寫一份清單",
        "寫成 [甲, 乙]，或每行一項、前面加「- 」",
        "“{key}” takes a list",
        "write [a, b], or one item a line after “- ”",
    ),
    "not-record": error(
        "「{key}」要寫成一組「鍵: 值」",
        "每行一個鍵，半形冒號後空一格",
        "“{key}” takes a record of key: value",
        "one key a line, a colon and a space",
    ),
    "not-named": error(
        "「{key}」的每一行要有自己的 id",
        "不寫「- 」，每行寫成「id: 文字」，例如 listen: 聽完並登記；id 自己取，用小寫英文字母",
        "each line of “{key}” has an id of its own",
        "no dashes; one “id: text” a line, as in listen: Hear them out; ids are yours to choose",
    ),
    "not-date": error(
        "「{key}」要寫日期，這裡是「{text}」",
        "依序寫年、月、日，用「-」連接並補滿位數，例如 2026-02-05",
        "“{key}” takes a date, not “{text}”",
        "year, month and day, as in 2026-02-05",
    ),
    "not-number": error(
        "「{key}」要寫數字，這裡是「{text}」",
        "只寫數字，單位寫在 unit",
        "“{key}” takes a number, not “{text}”",
        "write the number alone; its unit goes into unit",
    ),
    "not-whole-number": error(
        "「{key}」要寫整數，這裡是「{text}」",
        "只寫整數，不帶單位也不帶小數，例如 30",
        "“{key}” takes a whole number, not “{text}”",
        "write a whole number alone, without unit or decimals, as in 30",
    ),
    "not-points": error(
        "「{key}」要寫分數，這裡是「{text}」",
        "只寫數字，不帶「分」字，例如 0.5 或 2",
        "“{key}” takes points, not “{text}”",
        "write the number alone, as in 0.5 or 2",
    ),
    "not-boolean": error(
        "「{key}」要寫 true 或 false，這裡是「{text}」",
        "正確寫 true，錯誤寫 false",
        "“{key}” takes true or false, not “{text}”",
        "write true or false",
    ),
    "not-one-of": error(
        "「{key}」沒有「{text}」這個值",
        "可用的值：{known}",
        "“{key}” cannot be “{text}”",
        "values: {known}",
    ),
    "bad-id": error(
        "「{text}」不能當 id",
        "只用小寫英文字母、數字與連字號，例如 complaint-rate；指別處的東西時寫它的 id，不寫名稱",
        "“{text}” is no id",
        "lower-case letters, digits and hyphens, as in complaint-rate; not what it is called",
    ),
    "bad-reference": error(
        "「{text}」不是頁面連結",
        "寫 docs/ 底下的路徑與標題 id，例如 policies/handling.md#intake",
        "“{text}” is no reference to a page",
        "write a path below docs/ and a heading id: policies/handling.md#intake",
    ),
    "bad-address": error(
        "「{text}」不是網址",
        "寫 https:// 開頭的完整網址",
        "“{text}” is no address",
        "write a whole address that begins with https://",
    ),
    "no-kind": error(
        "有 {key} 的題目要寫出題型",
        "在 id 下面加一行 kind: {kind}",
        "a question with {key} names its kind",
        "below id, add kind: {kind}",
    ),
    "unknown-kind": error(
        "沒有「{text}」這種題型",
        "可用的題型：{known}",
        "there is no kind “{text}”",
        "kinds: {known}",
    ),
}
