"""The words and signs by which the parts of a printed question are known."""

import re
import unicodedata

TRUE = frozenset("√✓✔☑✅对對是真正○〇◯⭕") | {
    *("o", "t", "v", "y", "r", "true", "yes", "right", "正确", "正確"),
}
FALSE = frozenset("×✗✘☒❌✕✖╳⨯乂错錯否非假误誤叉") | {
    *("x", "f", "n", "false", "no", "wrong", "错误", "錯誤", "不对", "不對", "不正确", "不正確"),
}
MARKS = "√✓✔☑✅×✗✘☒❌✕✖╳○〇◯⭕⨯"
"""Signs that say true or false wherever they stand."""
MARK = rf"(?:[{MARKS}]|正[确確]|[错錯][误誤]|[对對错錯]|[TFXxOＴＦＸｘＯ])"

CIRCLED = "①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳"
NUMERALS = {numeral: value for value, numeral in enumerate("零一二三四五六七八九十")}
FORMAL = dict(
    zip("壹贰叁肆伍陆柒捌玖拾貳參叄陸", (1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 2, 3, 3, 6), strict=True)
)
CN = "[一二三四五六七八九十百]{1,4}"

KINDS = (
    (r"(?i:single.?choice|one answer)|单选|单项选择|單選|單項選擇|單一選擇|A[12]型", "single"),
    (
        r"(?i:multiple.?(?:answer|response|select)s?|checkbox(?:es)?)|多选|多项选择|多選|多項選擇|複選|复选",
        "multiple",
    ),
    (r"不定项选择|不定項選擇|不定项|不定項|任选|任選", "some"),
    (
        r"(?i:true.?(?:or.?)?false|judgement)|判断正误|判断改错|判断|判斷|是非|对错|對錯|正误|正誤",
        "true-false",
    ),
    (r"(?i:fill.?in.?(?:the.?)?blanks?|blanks?|fill in)|填空|填充", "fill"),
    (r"(?i:ordering|reorder)|排序", "ordering"),
    (r"(?i:matching)|配对|配對", "matching"),
    (r"(?i:calculation|numeric(?:al)?)|计算|計算", "numeric"),
    (
        r"(?i:essay|short.?answer|open.?(?:question|ended))|名词解释|名詞解釋|简答|簡答|问答|問答|论述|論述|申论|申論|简述|主观|主觀",
        "open",
    ),
    (
        r"(?i:case(?: stud(?:y|ies))?)"
        r"|材料分析|案例分析|资料分析|資料分析|材料|案例|共用题干|综合分析|综合应用|綜合",
        "material",
    ),
    (r"(?i:multiple.?choice|choice)|选择|選擇|客观|客觀", "choice"),
)
"""What a heading or a bracket calls a kind -> the kind; `some` is one or more, `choice` either."""
KIND_WORD = re.compile("|".join(f"(?P<k{n}>{words})" for n, (words, _) in enumerate(KINDS)))

ANSWER = (
    r"(?:正[确確]|参考|參考|标准|標準|本题|本題|题目|題目)?答案(?:[是为為](?=\s*[:：]))?"
    r"|(?:参考|參考|标准|標準)?解答|正解|正答|[标標]答"
)
MINE = r"(?:我|你|您|考生|学生|學生|本人|用户|提交|已选|作答)的?答案|您的选择|你的选择"
EXPLAIN = (
    r"(?:正[确確]?|参考|參考)?(?:答案|试题|試題|题目|題目|本题|本題)?(?:解析|详解|詳解|解释|解釋|解说|解說)"
    r"|答案分析|[试試][题題]分析|分析|解答[过過]程|名[师師][点點][评評]|[点點][评評]|(?i:Explanation|Rationale|Feedback|Solution)"
)
LABELS = (
    ("mine", MINE),
    ("explanation", EXPLAIN),
    ("rubric", r"评分标准|評分標準|评分要点|評分要點|采分点|给分点"),
    ("answer", ANSWER + r"|(?i:(?:Correct |Right )?Answers?|Ans)"),
    ("hint", r"提示|(?i:Hint)"),
    ("topic", r"考[点點]|(?:所[属屬])?知[识識][点點]|考查[点點]|知[识識]模[块塊組]"),
    ("difficulty", r"[难難]度(?:[系係][数數]|等[级級])?|[难難]易(?:程度|度)?|(?i:Difficulty)"),
    ("points", r"(?:本[题題])?分值|分[數数]|配分"),
    ("stem", r"选项|選項|备选项|備選項|备选答案|備選答案|(?i:Options|Choices)"),
    (
        "unknown",
        r"出处|出處|来源|來源|依据|依據|页码|頁碼|法条|法條|标签|標籤|备注|備註|题号|題號|章节|章節",
    ),
)
LABEL = re.compile(
    "|".join(
        rf"(?P<b_{name}>[【\[〔［《〈]\s*(?:{words})\s*[】\]〕］》〉]\s*[:：]?)"
        rf"|(?P<c_{name}>(?:{words})\s*[:：])"
        for name, words in LABELS
    )
)
BARE_ANSWER = re.compile(
    rf"(?:(?P<start>^\s*(?:答案|正解|解答|(?i:Ans)\s*[.．]))"
    rf"|(?P<mid>正[确確]答案|参考答案|參考答案|标准答案|標準答案))[是为為]?"
    rf"(?P<rest>\s*(?:[A-Ja-jＡ-Ｊａ-ｊ、,，\s]{{0,16}}|[（(]\s*[A-JＡ-Ｊ\d]{{1,8}}\s*[)）]|[{CIRCLED}]+"
    rf"|\s{MARK}|\s\S)\s*[。.]?)$"
)
"""An answer's label without colon: what follows is hardly more than letters, or nothing."""
BARE_EXPLANATION = re.compile(r"^\s*(?:答案|试题|試題)?解析[\s　]+(?=\S)")
SHORT_ANSWER = re.compile(
    r"^\s*(?:答\s*[:：]|(?:解\s*[:：]|→|⇒|[-=]{1,3}>)(?=\s*[（(]?\s*[A-JＡ-Ｊ]{1,8}\s*[)）]?\s*[。.]?$))"
)
ANSWER_BEHIND = re.compile(
    rf"(?<=[\s　])答\s*[:：](?=\s*(?:[{CIRCLED}]+|[（(]?\s*[A-JＡ-Ｊ]{{1,8}}\s*[)）]?)\s*[。.]?$)"
)
NOTHING = frozenset(
    {"", "/", "／", "-", "—", "–", "无", "無", "略", "暂无", "暫無", "None", "N/A", "空"}
)

FURNITURE = re.compile(
    r"第\s*\d+\s*[页頁](?:\s*+[,，]?\s*[共/／]\s*+第?\s*\d+\s*[页頁])?|共\s*\d+\s*[页頁]|[-—–－]+\s*\d{1,4}\s*[-—–－]+"
    r"|Page\s+\d+(?:\s+of\s+\d+)?|智能分析|AI讲解|\d+(?:\.\d+)?\s*分|得分\s*+[:：]?\s*\d*(?:\.\d+)?分?"
    r"|题量\s*[:：].*|題量\s*[:：].*|(?:考试|作答|答题|提交)时间\s*[:：].*|满分\s*[:：].*|姓名\s*[:：].*|班级\s*[:：].*"
    r"|部门\s*[:：].*得分.*|答案是否正确.*|已完成|未完成|已批阅|收藏|上一题|下一题|查看解析|纠错|回答(?:正确|错误)[!！]?"
    r"|[（(]\s*(?:以下空白|下接第.*|续|續|接上页|本页.*)\s*[)）]|[-=*_—~·.\s]{4,}|-{3}|\*{3}|★+"
)
PAGE = re.compile(
    r"第\s*\d+\s*[页頁].*|共\s*\d+\s*[页頁]|[-—–－]+\s*\d{1,4}\s*[-—–－]+|Page\s+\d+.*|\d+\s*/\s*\d+"
)
RUNNING = re.compile(
    r"^(\S.{0,40}?)\s{1,80}(?:第\s?\d{1,4}\s?[页頁].{0,12}|-\s?\d{1,4}\s?-|[Pp](?:age|\.)?\s?\d{1,4})$"
)
"""A title with a page's number behind it."""
COUNTER = re.compile(
    r"(?P<number>\d{1,3})\s*[/／|lI1\s]\s*(?P<total>\d{1,3})\s*(?P<kind>[单單多判填不选選][一-鿿]{0,4})[题題]?"
)
"""What an exam app shows above a question: 2/12单选题, often misread."""
POINTS = re.compile(r"[（(\[【]\s*+(?:本[题題])?\s*+(?:共)?\s*(\d+(?:\.\d+)?)\s*分\s*[)）\]】]")
EACH = re.compile(r"每(?:小)?[题題]\s*(\d+(?:\.\d+)?)\s*分")
SHARED_STEM = re.compile(
    r"^[（(【\[]?\s*+第?\s*+(\d+)\s*[~～\-—–至到]+\s*(?:第)?(\d+)\s*+[题題]?\s*(?:共用|共享|同一)(题干|題幹|材料|备选答案|備選答案|选项|選項)"
)
GROUPED = tuple(
    re.compile(pattern)
    for pattern in (
        r"^[※◎＊*（(【\[\s]{0,4}第?\s?(?P<first>\d{1,3})\s?[题題]?\s?[~～\-—–至到、]\s?第?\s?(?P<last>\d{1,3})\s?[题題]?"
        r"[^\d]{0,6}(?:題組|题组)",
        r"^[※◎＊*（(【\[\s]{0,4}(?:下列|以下)?[^\d]{0,6}(?:題組|题组)[^\d]{0,20}(?P<first>\d{1,3})\s?[题題]?\s?[~～\-—–至到、]"
        r"\s?第?\s?(?P<last>\d{1,3})",
        r"(?i:^Questions? (?P<first>\d{1,3})\s?(?:-|–|to|and)\s?(?P<last>\d{1,3})"
        r" (?:refer|are based|relate))",
    )
)
"""`※下列為題組（第1題至第2題）`, `3-4為題組`."""
MATERIAL = re.compile(
    r"^(?:请)?(?:根据|根據|阅读|閱讀|结合|結合|依据|依據)(?P<where>以上|上述|上面|以下|下列|下面|下述)?[^。]{0,12}?(?:材料|资料|資料|案例|情境|内容)"
    r"[^。]{0,6}?(?:回答|完成|作答)[^。]{0,4}?(?:(?P<first>\d+)\s*(?:[~～\-—–至到、]+\s*+第?\s*(?P<last>\d+))?\s*(?:小)?[题題]|(?:下列|以下|下面|后面|問題|问题|各题))"
)
BLANK = re.compile(
    r"[\[【（(]\s*填空\s*\d*\s*[\]】)）]|\[\s*_+\s*\]|[（(]\s*_+\s*[)）]|_+\s*[①-⑳]\s*_+|[（(]\s*[)）]|_{2,}|＿+|﹍+"
    r"|(?<=[一-鿿，、：])[ 　]{4,}(?=[一-鿿，。、])"
)
BRACKET = re.compile(r"[（(\[]\s*[)）\]]")


def in_circles(digits: str) -> str:
    """`24` as ②④."""
    return "".join(CIRCLED[int(digit) - 1] for digit in digits)


END = "。！？!?；;：:.…”」』）)"


def narrow(text: str) -> str:
    """Width does not count: as typed on a keyboard for ASCII."""
    return unicodedata.normalize("NFKC", text)


def truth(text: str) -> bool | None:
    """What a judgement says; None if it is none."""
    word = re.sub(
        r"[\s（）()【】\[\]“”\"'。.,，;；]", "", text if text in "○〇" else _kept(text)
    ).lower()
    return True if word in TRUE else False if word in FALSE else None


def _kept(text: str) -> str:
    """NFKC would take ✔ and ╳ as they are, and full-width letters to narrow ones."""
    return unicodedata.normalize("NFKC", text)


def kind_in(text: str) -> str:
    """The kind that a text names, or nothing."""
    found = KIND_WORD.search(text)
    return KINDS[int((found.lastgroup or "k0")[1:])][1] if found else ""


def numeral(text: str) -> int | None:
    """A number in Arabic or Chinese digits, up to 999."""
    text = narrow(text).strip()
    if not text or text.isdecimal():
        return int(text) if text else None
    total = digit = 0
    for character in text:
        value = NUMERALS.get(character, FORMAL.get(character))
        if character == "百":
            total, digit = total + (digit or 1) * 100, 0
        elif value is None:
            return None
        elif value == 10:
            total, digit = total + (digit or 1) * 10, 0
        else:
            digit = value
    return total + digit


def empty(text: str) -> bool:
    """Nothing, or a sign that there is nothing."""
    return text.strip(" 　\t\n。.") in NOTHING


CHOICE_LABEL = re.compile(
    r"^[（(\[【]?\s*[A-Ja-jＡ-Ｊａ-ｊ]\s*(?:[)）\]】]|[.．、:：])\s*"
    r"|^[A-JＡ-Ｊ][\s　]+\S|^(?:true|false)\s*[.．]"
)
"""How a line begins that is a choice."""
