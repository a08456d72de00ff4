"""How a stem asks; numbers after Haladyna, Downing and Rodriguez (2002), "A review of
multiple-choice item-writing guidelines", Applied Measurement in Education 15(3)."""

from collections.abc import Iterator

from tiku.model import Case, ChoiceQuestion, Library, Question, TrueFalse
from tiku.model.problem import Problem
from tiku.rules.helpers import length_of
from tiku.rules.rule import advice, rule
from tiku.rules.texts import asked
from tiku.text.folding import fold
from tiku.text.patterns import on_demand
from tiku.text.scripts import both

BOLD = on_demand(r"\*\*.*?\*\*|<u>[^<]*</u>|【[^【】]*】")
QUOTED = on_demand(r"「[^「」]*」|“[^“”]*”")
SENTENCE_END = on_demand(r"[。！\n]+|(?<=[.!?]) +")
_NOT = (
    r"不(?:正確|恰當|適當|妥當?|當|屬於|包括|包含|符合|適合|適用"
    r"|應|宜|得|可(?!或缺|缺少|少)|是|會|需|利)"
)
NEGATIVE = on_demand(
    both(
        rf"(?:何者|哪[一二些個項]*[項個者種]?)(?:敘述|說法|做法)?[是為]?(?:{_NOT}|不|並非|非|錯誤|有誤)"
        rf"|(?:{_NOT}|並非|錯誤|有誤)[^，。？]{{0,14}}(?:的是|的有|的為|者為)"
        rf"|(?:{_NOT}|並非)(?:（|\(|哪|何者|下列|以下)"
        r"|除[了]?(?:下列|以下)?(?:哪|何者)[^，]{0,6}外"
    )
    + r"|\b(?:[Ww]hich|[Ww]hat|[Ww]ho)\b[^.?!]*"
    r"\b(?:not|never|except|least|incorrect|false|untrue|wrong)\b"
    r"|\bexcept\b[^.?!]{0,12}[:?_]"
)
"""English in capitals is marked: NOT, EXCEPT."""
TWICE_NEGATIVE = on_demand(
    both(
        r"不[能得可會應該必宜需]不|不是不|沒有[^，。；？]{0,12}沒有|[並絕]非[^，。；？]{0,10}(?:不|沒有)|無不|非[^，。]{1,6}不可"
    )
    + r"|(?i:\b(?:not|never|no|cannot|\w+n['’]t)\b[^,.;?!]{0,30}"
    r"\b(?:not|never|no|without|cannot|\w+n['’]t|un(?!der|til|it|less|ion|iq)\w+|incorrect|invalid|inappropriate|impossible|irrelevant)\b)"
)
NEGATION = on_demand(
    both(r"不(?!同|良|足|滿|論|服|斷|僅|只)|沒有|並非|無[法須需]")
    + r"|(?i:\b(?:not|never|no|without|cannot|\w+n['’]t)\b)"
)
BOILERPLATE = on_demand(
    "(?:"
    + both(
        r"下列|以下|關於|有關|敘述|說法|選項|做法|何者|哪[一二些個項]*|正確|錯誤|符合|適當|恰當|答案|選出|請|"
        r"[最中的是有為不者與之各項]"
    )
    + r"|which|what|ofthe|following|statements?|sentences?|options?|choices?|answers?|select"
    r"|choose|pick|best|most|correct|incorrect|right|true|false|not|is|are|the|one|of)*+"
)
"""In a folded text, where words of English stand without blanks."""
BLANK = on_demand(r"（[\s　]*）|\( *\)|_{3,}|＿{2,}")
LONGEST_STEM = 160


@rule(advice("unmarked-negative"))
def negatives_are_marked(library: Library) -> Iterator[Problem]:
    """Guideline 17: a stem that asks for what is not so says it in bold."""
    for question in asked(library, ChoiceQuestion):
        if found := NEGATIVE.search(_asking(BOLD.sub("", question.stem))):
            yield _at_stem("unmarked-negative", question, found=found[0])


@rule(advice("double-negative"))
def nothing_is_negated_twice(library: Library) -> Iterator[Problem]:
    """In a stem, or by a negative stem and negative choices together."""
    for question in asked(library, Question):
        plain = QUOTED.sub("", question.stem.replace("**", ""))
        if TWICE_NEGATIVE.search(plain) or _negated_by_choices(question, plain):
            yield _at_stem("double-negative", question)


@rule(advice("topicless-stem"))
def stems_have_a_topic(library: Library) -> Iterator[Problem]:
    """Guideline 14: the central idea is in the stem; a case has it in its material."""
    items = (item for bank in library.banks for item in bank.current())
    for question in (item for item in items if isinstance(item, ChoiceQuestion)):
        if question.stem and BOILERPLATE.fullmatch(fold(question.stem)):
            yield _at_stem("topicless-stem", question)


@rule(advice("long-stem"))
def stems_are_short(library: Library) -> Iterator[Problem]:
    """Guideline 16: no window dressing; what is a story is a case."""
    items = (item for bank in library.banks for item in bank.current())
    for question in (
        q for item in items if not isinstance(item, Case) for q in item.questions_inside()
    ):
        if (length := length_of(question.stem)) > LONGEST_STEM:
            yield _at_stem("long-stem", question, length=length, limit=LONGEST_STEM)


@rule(advice("several-blanks"))
def stems_have_one_blank(library: Library) -> Iterator[Problem]:
    """Two blanks are two questions with one mark."""
    for question in asked(library, ChoiceQuestion):
        if (count := len(BLANK.findall(question.stem))) > 1:
            yield _at_stem("several-blanks", question, count=count)


@rule(advice("statement-asks"))
def statements_do_not_ask(library: Library) -> Iterator[Problem]:
    """What is to be called right or wrong is a statement."""
    for question in asked(library, TrueFalse):
        if question.stem.rstrip().endswith(("？", "?", "嗎", "吗", "呢")):
            yield _at_stem("statement-asks", question)


def _at_stem(code: str, question: Question, **details: object) -> Problem:
    return Problem(code, question.origin.place("stem"), details)


def _asking(stem: str) -> str:
    """The last sentence, without what it only quotes."""
    sentences = [part for part in SENTENCE_END.split(QUOTED.sub("", stem)) if part.strip()]
    return sentences[-1] if sentences else ""


def _negated_by_choices(question: Question, stem: str) -> bool:
    if not isinstance(question, ChoiceQuestion) or not NEGATIVE.search(_asking(stem)):
        return False
    return sum(bool(NEGATION.search(text)) for text in question.choices.values()) > 1
