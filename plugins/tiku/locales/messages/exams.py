"""A blueprint does not add up, or the banks cannot fill it."""

from tiku.locales.messages.message import error, warning

MESSAGES = {
    "exam-needs": error(
        "考卷少了 {key}",
        "補上 {key}；每一欄的意思見「題目怎麼寫」的考卷一節",
        "the exam lacks {key}",
        "add {key}",
    ),
    "exam-twice": error(
        "id「{id}」用了兩次",
        "考卷的 id 在全站、各大題的 id 在這份考卷裡都不能重複",
        "the id “{id}” is used twice",
        "ids of exams are unique, those of sections within their exam",
    ),
    "topics-differ-from-count": error(
        "各主題加起來是 {sum} 題，count 是 {count} 題",
        "改其中一個，讓兩邊相等",
        "the topics add up to {sum}, count is {count}",
        "make them equal",
    ),
    "difficulty-not-hundred": error(
        "難易的百分比加起來是 {sum}",
        "easy、medium、hard 要加到100",
        "the difficulties add up to {sum}",
        "easy, medium and hard must make 100",
    ),
    "not-a-difficulty": error(
        "沒有難度「{id}」",
        "可用的難度：{known}",
        "there is no difficulty “{id}”",
        "difficulties: {known}",
    ),
    "not-half-points": error(
        "分數「{value}」不是0.5的倍數，或不大於0",
        "例如 1、2、0.5",
        "“{value}” is no positive multiple of 0.5",
        "for example 1, 2 or 0.5",
    ),
    "pass-mark-too-high": error(
        "及格分數 {value} 高於總分 {total}",
        "改小 pass_mark，或增加題數與分數",
        "the pass mark {value} is above the total of {total}",
        "lower pass_mark, or add questions or points",
    ),
    "unknown-scoring": error(
        "沒有計分規則「{id}」",
        "可用的規則：{known}",
        "there is no scoring profile “{id}”",
        "profiles: {known}",
    ),
    "critical-in-no-section": error(
        "關鍵題「{id}」沒有任何一個大題抽得到",
        "把它的題型與主題放進某個大題，或換一題",
        "no section can draw the critical question “{id}”",
        "let a section take its kind and topic, or name another",
    ),
    "exam-not-filled": error(
        "題庫不夠：{topic} 的 {kinds} 要 {count} 題，只有 {there} 題",
        "改小題數，或先補 {missing} 題",
        "the banks have {there} of the {count} questions ({kinds}, {topic}) asked for here",
        "ask for fewer, or write the {missing} that are missing first",
    ),
    "open-in-exam": error(
        "案例「{id}」有自己評分的簡答題，考卷不能抽到它",
        "把簡答題移出這個案例，或讓這個大題抽別的主題",
        "the case “{id}” has a question that readers mark themselves: no exam can draw it",
        "move that question out of the case, or draw from other topics",
    ),
    "sub-questions-vary": warning(
        "案例的小題數不一樣多，考卷的總分會隨抽到的案例改變",
        "讓這個大題抽得到的案例有一樣多的小題",
        "the cases differ in their number of questions, and so would the total",
        "let all cases this section can draw have as many questions",
    ),
}
