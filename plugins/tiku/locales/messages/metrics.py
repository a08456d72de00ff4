"""A metric card leaves open how its number is counted."""

from tiku.locales.messages.message import error

MESSAGES = {
    "card-needs": error(
        "指標卡少了 {key}",
        "補上 {key}；沒有寫死的口徑，同一個指標會算出兩個數",
        "the metric card lacks {key}",
        "add {key}: what is left open is counted in two ways",
    ),
    "unknown-metric": error(
        "沒有指標卡「{id}」",
        "可用的指標卡：{known}",
        "there is no metric card “{id}”",
        "cards: {known}",
    ),
}
