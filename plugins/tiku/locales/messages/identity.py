"""Something has no name, or one that is taken."""

from tiku.locales.messages.message import error, warning

MESSAGES = {
    "no-id": error(
        "少了 id",
        "加上一個不再更改的 id，例如 id: complaint-rate",
        "no id",
        "give it an id that never changes: id: complaint-rate",
    ),
    "duplicate-id": error(
        "id「{id}」已經用在 {first}",
        "換一個 id；用過的 id 連退役後也不能再用",
        "the id “{id}” is already used at {first}",
        "choose another; an id is never used again, even after retiring",
    ),
    "no-topic": error(
        "題庫檔少了 topic",
        "在檔首加上 topic: 主題 id",
        "the bank has no topic",
        "begin the file with topic: topic-id",
    ),
    "duplicate-topic": error(
        "主題「{topic}」已經是 {first} 的",
        "一個主題一個檔；換一個 topic 或併成一個檔",
        "the topic “{topic}” already belongs to {first}",
        "one file a topic: rename it or merge the files",
    ),
    "no-title": error(
        "少了 {key}",
        "加上 {key}: 給讀者看的名稱",
        "no {key}",
        "add {key}: what readers call it",
    ),
    "empty-bank": warning(
        "題庫沒有題目",
        "在 questions: 下面寫題目；檢查 questions 有沒有寫錯或漏寫",
        "the bank has no questions",
        "write some below questions:, and look whether that key is there",
    ),
    "field-as-id": warning(
        "「{key}」是欄位的名字，卻寫在 {field} 裡",
        "若它是題目的欄位，往左縮排；若真是 id，換一個名字",
        "“{key}” is the name of a field and stands inside {field}",
        "move it to the left if it is the field; else choose another id",
    ),
}
