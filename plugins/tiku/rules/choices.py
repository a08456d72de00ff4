"""What choices say of each other; numbers after Haladyna, Downing and Rodriguez (2002)."""

import re
from collections.abc import Iterator
from itertools import pairwise

from tiku.model import ChoiceQuestion, Library, Prose, Single
from tiku.model.problem import Problem
from tiku.rules.helpers import length_of, numbers_of
from tiku.rules.rule import advice, error, rule, warning
from tiku.rules.texts import asked
from tiku.text.folding import fold
from tiku.text.patterns import on_demand
from tiku.text.scripts import both
from tiku.text.similarity import grams

LABEL = "A-FＡ-Ｆ甲乙丙丁①-⑨"
JOINED = "[、，,和與与及跟＋+&]"
NAMED = f"[（(]?[{LABEL}][)）]?"
WHERE = "以上|上述|上列|上面|前述|前面|前列"
WHOLE = (
    "全部|所有|[兩二三四两]者|[選选][項项]|各?[項项]|答案|前[兩二三四两][項项者個个]|任[一何]"
    "|[敘叙]述|[說说]法|所[說说述列]|三[項项]|的"
)
ALL = "[皆都均全]|通通|[統统][統统]"
VERDICT = "不?(?:是|[對对錯错]|可[以能]?|正[確确]|[為为]是|成立)|非|有|[無无]"
QUANTITY = "all|none|both|neither|any|either"
ABOVE = on_demand(
    rf"(?:{WHERE})(?:{WHOLE}|{ALL}|{VERDICT}|{JOINED}|{NAMED})*"
    rf"|(?:{WHOLE}|{JOINED}|{NAMED})*(?:{ALL})+(?:{VERDICT})"
    "|全部[選选][項项]|所有[選选][項项]|前[兩二三四两][項项者個个]"
    "|(?:[沒没]有|[無无])(?:一[個个項项]|任何)?是?(?:正[確确]|[對对])的?(?:答案|[選选][項项])?"
    f"|(?!all right$)(?:{QUANTITY})(?: (?:of|the|above|these|those|them|choices|options|answers"
    "|two|three|four|is|are|correct|right|true|apply))+|both|neither"
    r"|(?:(?:both|neither|either|only|options?|choices?|answers?) )?\(?[a-f]\)?"
    r"(?:, ?\(?[a-f]\)?){0,4}(?:,? ?(?:and|&|or|nor) ?\(?[a-f]\)?){1,4}(?: only| are correct)?",
    re.IGNORECASE,
)
"""「以上皆是」 in its many wordings, 「全部都對」, and the same in English."""
SEVERAL = on_demand(rf"(?:只有|[僅仅]有?)?{NAMED}{JOINED}{NAMED}.{{0,4}}")
TAIL = on_demand(r"[（(][^（()）]*[)）]$|[。.！!]$")
LETTER = on_demand(
    both(
        r"選項\s*[A-FＡ-Ｆ一二三四五甲乙丙丁]|[前上]一?[個項]?選項|第[一二三四五]個?選項|同第[一二三四]項|[①-⑨]"
        r"|[A-FＡ-Ｆ](?:、|和|與|及)[A-FＡ-Ｆ]"
    )
    + r"|\b(?:[Cc]hoice|[Oo]ption|[Aa]nswer)s? \(?[A-F]\b"
)
LETTERS = (
    *("ABCDEFGH", "abcdefgh", "ＡＢＣＤＥＦＧＨ", "甲乙丙丁戊己", "①②③④⑤⑥", "⑴⑵⑶⑷⑸⑹"),
    *("12345678", "１２３４５６７８", "一二三四五六", "ⅠⅡⅢⅣⅤⅥ"),
)
ONE = f"[{''.join(LETTERS)}]"
LETTERED = on_demand(
    rf"(?:[選选][項项]|(?i:option|choice) )?(?:[(（【\[]({ONE})[)）】\]][.．、:：]?"
    r"|([A-Ha-hＡ-Ｈ甲乙丙丁戊己Ⅰ-Ⅵ])(?:[)）.．、:：]| [-–—] )"
    rf"|([1-8１-８])[)）.．、:：](?!\s?[\d.])|([一二三四五六])、|([①-⑥⑴-⑹]))"
    rf"(?!(?<=、)\s?{ONE}(?:[、，,和與与及]|$))\s*"
)
"""Not the first of several things that a choice names: 甲、乙, 1、2, 1:2, 1.5."""
ABSOLUTE = on_demand(
    both(r"一定|必須|所有|任何|絕不|絕對|只能|完全|永遠|一律|全部|從不|必然")
    + r"|(?i:\b(?:always|never|all|every|none|nobody|everyone|only|completely|entirely|absolutely|"
    r"impossible|under no circumstances)\b)"
)
HEDGE = on_demand(
    both(r"一般(?=[先會是應可要都來而，])|通常|可能|往往|有時|多半|大多")
    + r"|\b(?:may|might)\b|(?i:\b(?:usually|generally|often|sometimes|typically|probably|tends? to|"
    r"in most cases|as a rule)\b)"
)
RANGE = on_demand(r"(\d+(?:\.\d+)?)\D{0,2}?[–~～至到-](\d+(?:\.\d+)?)\D*")
NUMERAL = on_demand(
    both(r"[一二三四五六七八九十百]+[日天名人件年個次項月週分元]")
    + r"|(?i:(?:one|two|three|four|five|six|seven|eight|nine|ten|twelve) [a-z]+)"
)
ENDING = tuple("。；，、.;,")
ECHO = 4


@rule(error("above-choice"), error("choice-names-letter"))
def choices_do_not_name_others(library: Library) -> Iterator[Problem]:
    """Guideline 25; choices are shuffled: nothing stands above, and letters differ by reader."""
    for question, choice, text in _choices(library):
        several = SEVERAL.fullmatch(text) and not set(text) & set(question.stem) & _LABELS
        found = LETTER.search(text)
        if several or any(map(ABOVE.fullmatch, {text, TAIL.sub("", text)})):
            yield _at_choice("above-choice", question, choice, text=text)
        elif found and not set(found[0]) & set(question.stem) & _LABELS:
            yield _at_choice("choice-names-letter", question, choice, text=found[0])


def without_letter(text: str) -> str:
    """`A. text` without the letter before it."""
    found = LETTERED.match(text)
    return text[found.end() :] if found else text


@rule(warning("lettered-choice", mend=without_letter))
def choices_carry_no_letters(library: Library) -> Iterator[Problem]:
    """Letters typed before all choices, in order: readers see other ones beside them."""
    for question in asked(library, ChoiceQuestion):
        found = [LETTERED.match(text) for text in question.choices.values()]
        letters = "".join(next(filter(None, match.groups())) if match else "-" for match in found)
        if len(letters) > 1 and any(order.startswith(letters) for order in LETTERS):
            for choice in question.choices:
                yield _at_choice("lettered-choice", question, choice)


@rule(advice("long-key"))
def keys_are_as_long_as_the_rest(library: Library) -> Iterator[Problem]:
    """Guideline 24: the longest choice is guessed to be right."""
    for question in _keyed(library):
        key, *rest = _key_first(question)
        longest = max(map(length_of, rest))
        length = length_of(key)
        if length >= 1.3 * longest and length >= longest + 6:
            yield _at_key("long-key", question, length=length, next=longest)


@rule(advice("absolute-distractors"))
def distractors_are_not_absolute(library: Library) -> Iterator[Problem]:
    """Guideline 28a: what is always or never so is guessed to be wrong."""
    for question in _keyed(library):
        key, *rest = _key_first(question)
        found = [match[0] for text in rest if (match := ABSOLUTE.search(text))]
        if len(found) > 1 and 2 * len(found) >= len(rest) and not ABSOLUTE.search(key):
            place = question.origin.place("choices")
            yield Problem("absolute-distractors", place, {"found": list(dict.fromkeys(found))})


@rule(advice("hedged-key"))
def keys_are_not_hedged(library: Library) -> Iterator[Problem]:
    """A key with 一般, 通常 … where no wrong choice has one is guessed (after guideline 28a)."""
    for question in _keyed(library):
        key, *rest = _key_first(question)
        found = HEDGE.search(key)
        if found and not any(HEDGE.search(text) for text in rest):
            yield _at_key("hedged-key", question, found=found[0])


@rule(advice("echoed-stem"), doubtful=True)
def keys_do_not_echo_the_stem(library: Library) -> Iterator[Problem]:
    """Guideline 28b: only the key repeats a run of the stem's characters."""
    for question in _keyed(library):
        stem = grams(fold(question.stem), ECHO)
        key, *rest = (grams(fold(text), ECHO) & stem for text in _key_first(question))
        if key and not any(rest):
            yield _at_key("echoed-stem", question, found=min(key))


@rule(advice("overlapping-choices"))
def choices_do_not_overlap(library: Library) -> Iterator[Problem]:
    """Guideline 22: no range runs into another, no choice only adds to another."""
    for question in asked(library, Single):
        if found := _shared_range(question) or _contained(question):
            yield Problem("overlapping-choices", question.origin.place("choices"), found)


@rule(advice("unsorted-numbers"))
def numbers_are_in_order(library: Library) -> Iterator[Problem]:
    """Guideline 20: a reader looks for the number, not for its place."""
    for question in asked(library, Single):
        numbers = numbers_of(question)
        if numbers and numbers not in (sorted(numbers), sorted(numbers, reverse=True)):
            yield Problem("unsorted-numbers", question.origin.place("choices"))


@rule(advice("uneven-choices"))
def choices_are_written_alike(library: Library) -> Iterator[Problem]:
    """Guideline 23: all end alike, and numbers are written alike."""
    for question in asked(library, ChoiceQuestion):
        written = list(question.choices.values())
        stops = sum(text.endswith(ENDING) for text in written)
        numerals = any(map(NUMERAL.fullmatch, written)) and any(t[:1].isdigit() for t in written)
        if 0 < stops < len(written) or numerals:
            yield Problem("uneven-choices", question.origin.place("choices"))


@rule(advice("choice-count"))
def there_are_three_to_five_choices(library: Library) -> Iterator[Problem]:
    """Guideline 18: as many as are plausible, three are enough (Rodriguez 2005)."""
    for question in asked(library, Single):
        if (count := len(question.choices)) not in (0, 1, 3, 4, 5):
            yield Problem("choice-count", question.origin.place("choices"), {"count": count})


_LABELS = set("ABCDEFＡＢＣＤＥＦ甲乙丙丁①②③④⑤⑥⑦⑧⑨")


def _choices(library: Library) -> Iterator[tuple[ChoiceQuestion, str, Prose]]:
    for question in asked(library, ChoiceQuestion):
        for choice, text in question.choices.items():
            yield question, choice, text


def _keyed(library: Library) -> Iterator[Single]:
    """Those with one key that exists, and something beside it."""
    for question in asked(library, Single):
        if (
            len(question.answer) == 1
            and question.answer[0] in question.choices
            and question.distractors()
        ):
            yield question


def _key_first(question: Single) -> list[Prose]:
    wrong = [question.choices[choice] for choice in question.distractors()]
    return [question.choices[question.answer[0]], *wrong]


def _at_key(code: str, question: Single, **details: object) -> Problem:
    return _at_choice(code, question, question.answer[0], **details)


def _at_choice(code: str, question: ChoiceQuestion, choice: str, **details: object) -> Problem:
    return Problem(code, question.origin.place("choices", choice), {"choice": choice, **details})


def _shared_range(question: Single) -> dict[str, object]:
    found = [(RANGE.fullmatch(text), text) for text in question.choices.values()]
    ranges = sorted((float(match[1]), float(match[2]), text) for match, text in found if match)
    for (_, stop, one), (start, _, other) in pairwise(ranges):
        if start <= stop:
            return {"one": one, "other": other}
    return {}


def _contained(question: Single) -> dict[str, object]:
    """A choice that begins with the whole of another: whoever picks it says both."""
    written = sorted(question.choices.values())
    for one, other in pairwise(written):
        if len(one) >= 4 and other.startswith(one) and one != other and not one[-1].isdigit():
            return {"one": one, "other": other}
    return {}
