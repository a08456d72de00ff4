"""Something was true only once or somewhere, or nobody could confirm it."""

from tiku.locales.messages.message import advice, error, warning

MESSAGES = {
    "law-without-jurisdiction": error(
        "引用了法規或裁判，沒有說是哪裡的",
        "加上 jurisdiction",
        "law is cited without saying whose",
        "add jurisdiction",
    ),
    "law-without-date": error(
        "引用了法規或裁判，沒有說截至哪一天",
        "加上 as_of: 2026-11-23",
        "law is cited without a date",
        "add as_of: 2026-11-23",
    ),
    "unconfirmed-source": error(
        "出處「{id}」還沒有證實，不能引用",
        "換一個出處，或先查證再改 sources.yml 的 confidence",
        "the source “{id}” is unconfirmed",
        "cite another, or confirm it first",
    ),
    "expired": warning(
        "這一題到 {date} 為止，已經過期",
        "重新查核後改 expires；不再成立就退役",
        "this held until {date}",
        "check it again and change expires, or retire it",
    ),
    "stale-law": advice(
        "法規內容停在 {date}，超過一年",
        "重新查核後改 as_of",
        "the law is as of {date}, over a year ago",
        "check it again and change as_of",
    ),
}
