"""A fence does not find its questions."""

from tiku.locales.messages.message import error, warning

MESSAGES = {
    "unknown-topic": error(
        "沒有主題「{id}」",
        "可用的主題：{known}",
        "there is no topic “{id}”",
        "topics: {known}",
    ),
    "unclosed-fence": error(
        "```quiz 沒有結尾",
        "在最後加一行 ```",
        "this ```quiz has no end",
        "close it with a line of ```",
    ),
    "empty-fence": error(
        "這個 ```quiz 選不到任何題目",
        "放寬條件，或寫 ids",
        "this ```quiz selects no question",
        "ask for less, or name ids",
    ),
    "too-few": warning(
        "要 {count} 題，符合的只有 {found} 題",
        "改小 count，或放寬條件",
        "{count} questions asked for, {found} found",
        "lower count, or ask for less",
    ),
    "twice-on-page": error(
        "題目「{id}」在這一頁出現兩次",
        "前一次在第 {first} 行；改用別的條件或 seed",
        "the question “{id}” stands twice on this page",
        "first on line {first}; choose others, or another seed",
    ),
    "id-is-clause": error(
        "題目 id「{id}」與這一頁第 {first} 行的標題 id 相同",
        "改標題的 id",
        "the question id “{id}” is also a heading id on line {first}",
        "rename the heading's id",
    ),
}
