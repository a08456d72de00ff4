"""What a reader is told after answering, and how a number is to be given."""

from tiku.locales.messages.message import advice, error

MESSAGES = {
    "letter-in-explanation": error(
        "說明裡寫了「{found}」，但選項的順序會打亂",
        "說選項的內容，不說代號",
        "“{found}” is said, but choices are shuffled",
        "name the content, not the letter",
    ),
    "thin-explanation": advice(
        "解析沒有說出理由",
        "說明為什麼答案對，不要只重複題幹與答案",
        "the explanation gives no reason",
        "say why, beyond stem and key",
    ),
    "no-tolerance": advice(
        "{value} 像是四捨五入的結果，卻沒有容許誤差",
        "加上 tolerance，例如 0.01",
        "{value} looks rounded, and there is no tolerance",
        "add one: tolerance: 0.01",
    ),
    "no-unit": advice(
        "沒有單位，題幹也沒有說要寫成什麼",
        "加上 unit，或在題幹問「幾件」「百分之幾」",
        "no unit, and the stem does not ask for one",
        "add unit, or ask for it in the stem",
    ),
}
