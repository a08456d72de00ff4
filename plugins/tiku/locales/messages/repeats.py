"""Two questions get in each other’s way."""

from tiku.locales.messages.message import advice, error, warning

MESSAGES = {
    "contradiction": error(
        "與「{other}」（{first}）問同一件事，答案卻不同",
        "查出處，留下對的那一題",
        "asks the same as “{other}” ({first}) with another key",
        "look it up and keep the right one",
    ),
    "near-contradiction": warning(
        "與「{other}」（{first}）幾乎一樣，答案卻不同",
        "若問同一件事，改正其中一題；若不同，把差別寫清楚",
        "nearly the same as “{other}” ({first}) with another key",
        "mend one, or make the difference plain",
    ),
    "same-question": warning(
        "與「{other}」（{first}）問同一件事",
        "留下一題，或換一個角度問",
        "asks the same as “{other}” ({first})",
        "keep one, or ask from another side",
    ),
    "gives-away": advice(
        "「{other}」（{first}）的題幹說出了這一題的答案",
        "改寫其中一題",
        "the stem of “{other}” ({first}) tells the answer",
        "reword one of them",
    ),
}
