"""A clause changed under what rests on it, or a policy says too little of itself."""

from tiku.locales.messages.message import advice, warning

MESSAGES = {
    "clause-changed": warning(
        "條文「{clause}」改過了，這一則上次檢查是 {reviewed}",
        "對照新的條文再看一次；還對的話執行 tiku reviewed {id}",
        "the clause “{clause}” has changed; this was last reviewed on {reviewed}",
        "hold it against the new text; where it still holds, run tiku reviewed {id}",
    ),
    "section-changed": advice(
        "「{clause}」改過了，這一則上次檢查是 {reviewed}",
        "對照新的文字再看一次；還對的話執行 tiku reviewed {id}",
        "“{clause}” has changed; this was last reviewed on {reviewed}",
        "hold it against the new text; where it still holds, run tiku reviewed {id}",
    ),
    "see-without-clause": warning(
        "{page} 是一份政策，沒有說是哪一條",
        "寫成 {page}#條文id，例如：{known}",
        "{page} is a policy, and no clause of it is named",
        "write {page}#clause, one of: {known}",
    ),
    "incomplete-policy": warning(
        "政策頁沒有寫 {keys}",
        "在頁面開頭的 policy: 底下補上；日期寫成 2026-12-01",
        "the policy does not give {keys}",
        "add it below policy: at the top of the page; dates are written 2026-12-01",
    ),
    "policy-overdue": warning(
        "政策的檢討日 {date} 已經過了",
        "請 {owner} 檢討內容，再改 version 與 review",
        "the policy was to be reviewed by {date}",
        "let {owner} look at it, then change version and review",
    ),
}
