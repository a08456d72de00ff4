"""The site's own search does not find something."""

from tiku.locales.messages.message import warning

MESSAGES = {
    "not-found-by-its-name": warning(
        "搜尋「{query}」，前三筆沒有 {address}",
        "換一個更明確的標題，或在詞彙表加上別名",
        "searching for “{query}” does not show {address} among the first three",
        "give it a more telling title, or add an alias to the glossary",
    ),
}
