"""Something names what does not exist."""

from tiku.locales.messages.message import error

MESSAGES = {
    "unknown-source": error(
        "sources.yml 裡沒有「{id}」",
        "先在 sources.yml 加上這個出處",
        "sources.yml has no “{id}”",
        "add the source to sources.yml first",
    ),
    "unknown-objective": error(
        "這個題庫沒有學習目標「{id}」",
        "本檔的目標：{known}",
        "this bank has no objective “{id}”",
        "objectives of this file: {known}",
    ),
    "unknown-tag": error(
        "vocabulary.yml 的 {list} 裡沒有「{id}」",
        "可用的有：{known}",
        "{list} of vocabulary.yml has no “{id}”",
        "known: {known}",
    ),
    "unknown-group": error(
        "faq.yml 的 groups 裡沒有「{id}」",
        "可用的有：{known}",
        "groups of faq.yml has no “{id}”",
        "known: {known}",
    ),
    "unknown-page": error(
        "沒有 {page} 這一頁",
        "路徑從 docs/ 底下算起",
        "there is no page {page}",
        "paths begin below docs/",
    ),
    "unknown-clause": error(
        "{page} 沒有標題 id「{clause}」",
        "這一頁有：{known}",
        "{page} has no heading id “{clause}”",
        "it has: {known}",
    ),
    "unknown-question": error(
        "沒有 id 是「{id}」的題目",
        "檢查題庫檔裡的 id；案例小題寫成 案例id/小題id",
        "there is no question “{id}”",
        "look up the id in its bank; inside a case it is case-id/question-id",
    ),
    "retired-question": error(
        "題目「{id}」已經退役",
        "換一題：{instead}",
        "the question “{id}” is retired",
        "use another: {instead}",
    ),
}
