"""What a column or field of a table is, by whatever name people give it."""

import re
from string import ascii_lowercase

from tiku.formats.paper.answers import ORDINALS
from tiku.formats.paper.vocabulary import CIRCLED, narrow

NAMES = {
    "number": "序号 序號 序 项次 項次 编号 編號 题号 題號 no no. # id 编码 questionid",
    "kind": "题型 題型 类型 類型 试题类型 题目类型 題目類型 题类 questiontype type",
    "stem": """
        叙述 敘述 陈述 陳述 命题内容 命題內容 试题叙述 試題敘述 試題 試題內容
        题干 題幹 题目 題目 题目内容 題目內容 题目描述 题干内容 问题 問題 问题内容 试题 试题内容
        试题题干 试题题目 內容 内容 question questions questioncontent questiontext questiontitle
        标题 標題 试题标题 题目标题 prompt stem front term 正面 q
    """,
    "choices": """
        选项 選項 备选项 備選項 备选答案 備選答案 候选项 候选答案 所有选项 选项列表 答案选项
        options choices
    """,
    "text": "选项内容 選項內容 选项文字 optiontext choicetext optioncontent option choice",
    "is-right": """
        正确 正確
        是否正确 是否正確 是否答案 是否为答案 正确与否 是否为正确答案 correct iscorrect right
    """,
    "answer": """
        答案 正确答案 正確答案 参考答案 參考答案 标准答案 標準答案 试题答案 题目答案 正确选项
        答案序号 答案序號 正确答案序号 正確答案序號
        正解 解答 参考解答 參考解答 标准解答 標準解答 标答 標答 答
        正確選項 answer answers correctanswer correctanswers rightanswer questionanswer
        correctoption key definition back 背面
    """,
    "answer-index": """
        答案索引 正确答案索引 正確答案索引
        answerindex answeridx correctindex correctidx correctanswerindex correctoptionindex
    """,
    "explanation": """
        解析 答案解析 試題解析 试题解析 题目解析 題目解析 详解 詳解 解释 解釋 说明 說明
        explanation answerexplanation analysis feedback rationale
    """,
    "difficulty": "难度 難度 难易 難易 难易度 難易度 难易程度 难度等级 难度系数 difficulty level",
    "topic": """
        知识点 知識點 考点 考點 章节 章節 所属章节 所属知识点 分类 分類 题目分类 试题分类 专题
        专业 模块 category topic chapter subject 科目
    """,
    "points": "分值 分数 分數 得分 题目分值 题分 題分 配分 score points mark marks",
    "tags": "标签 標籤 关键词 tags tag keywords",
    "hint": "提示 hint",
    "tolerance": "容许误差 容許誤差 tolerance",
    "unit": "单位 單位 unit",
    "case": "案例编号 案例編號 case",
    "case-title": "案例标题 案例標題 casetitle",
    "material": "材料 material",
    "bank": "题库 題庫 bank",
    "objective": "学习目标 學習目標 objective",
    "syllabus": "考纲 考綱 syllabus",
    "jurisdiction": "法域 jurisdiction",
    "as_of": "资料日期 資料日期 asof",
    "see": "条文 條文 see",
    "sources": "出处 出處 sources",
    "formula": "算式 formula",
    "checklist": "检核点 檢核點 checklist",
    "choice-ids": "选项代码 選項代碼 choiceids",
    "prompt-ids": "左项代码 左項代碼 leftids",
    "why-wrong": "反过来错在哪里 反過來錯在哪裡 wrongwiththecontrary",
    "note": "备注 備註 注 note notes remark",
}
_BY_NAME = {word: name for name, words in NAMES.items() for word in words.split()}
_CHOICE = re.compile(
    r"^(?:(?:选项|選項|选择项|選擇項|备选项|备选答案|option|opt|choice|answer|answeroption|alternative|答案选项"
    r"|选项内容)[-_.:： ]*([a-j]|\d{1,2}|[一二三四五六七八九十甲乙丙丁戊])"
    r"|([a-j甲乙丙丁戊])(?:选项|選項|项|項)?)$"
)
_RIGHT = re.compile(r"^(?:(?:is)?(?:correct|right)|正确|正確)([a-j])$")
_WRONG = re.compile(
    r"^(?:(?:incorrect|wrong|distractor)(?:answer|option|choice)?s?[-.]?"
    r"|(?:错误|錯誤|干扰|干擾|誘答)(?:答案|选项|選項|项|項)?)(\d{0,2})$"
)
_WHY = re.compile(r"^(?:([a-z])(?:错在哪里|錯在哪裡)|wrongwith([a-z]))$")
_PAIR_WHY = re.compile(r"^(?:(\d{1,2})(?:错在哪里|錯在哪裡)|wrongwith(\d{1,2}))$")
_PROMPT = re.compile(r"^(?:左[项項]|left)(\d{1,2})$")
CIRCLED_SIGN = re.compile(rf"^[{CIRCLED}]$")
IN_BRACKETS = re.compile(r"[（(]\s?([A-Ja-j]|\d{1,2})\s?[)）]$")
"""選項(1) is 選項1."""
CHOICE = "choice:"
WHY = "why:"
RIGHT = "right:"
"""Says whether the choice of that index is right."""
WRONG = "wrong:"
"""A choice that is not right; the right ones are the answer."""
INDEX = "answer-index"
"""Which choice is right, perhaps counted from 0."""
PROMPT = "prompt:"
PAIR_WHY = "pair-why:"


def column_of(text: str) -> str:
    """A key of `NAMES`, or one of the signs below with an index; empty where nobody knows."""
    whole = IN_BRACKETS.sub(r"\1", narrow(CIRCLED_SIGN.sub(_optioned, text)).strip())
    bare = re.split(r"(?<!\s)\s+[-–—]\s+|[（(【\[]", whole)[0]
    bare = re.sub(r"[\s*:：_]+|必填|选填", "", bare).lower()
    if bare in _BY_NAME:
        return _BY_NAME[bare]
    choice = _CHOICE.match(bare)
    if choice:
        return f"{CHOICE}{_index(choice[1] or choice[2])}"
    why = _WHY.match(bare)
    if why:
        return f"{WHY}{ord(why[1] or why[2]) - ord('a')}"
    return _of_pairs(bare) or _of_choices(bare)


def _of_pairs(bare: str) -> str:
    prompt, why = _PROMPT.match(bare), _PAIR_WHY.match(bare)
    if prompt:
        return f"{PROMPT}{int(prompt[1]) - 1}"
    return f"{PAIR_WHY}{int(why[1] or why[2]) - 1}" if why else ""


def _of_choices(bare: str) -> str:
    right, wrong = _RIGHT.match(bare), _WRONG.match(bare)
    if right:
        return f"{RIGHT}{_index(right[1])}"
    return f"{WRONG}{wrong[1]}" if wrong else ""


def _optioned(sign: re.Match[str]) -> str:
    """① as the head of a column is the first choice."""
    return f"option{CIRCLED.index(sign[0]) + 1}"


def _index(mark: str) -> int:
    if mark.isdecimal():
        return int(mark) - 1
    if mark in ascii_lowercase:
        return ord(mark) - ord("a")
    return next(signs.index(mark) for signs in ORDINALS if mark in signs)
