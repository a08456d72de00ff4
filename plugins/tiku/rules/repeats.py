"""Two questions that ask the same, contradict each other, or give each other away.

Only what can be told apart by its words is compared: questions whose numbers, quoted words or
negations differ are different, and so are those of which each has a character the other lacks.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence

from tiku.model import Bank, ChoiceQuestion, Library, Numeric, Question, Text, TrueFalse
from tiku.model.problem import Problem
from tiku.model.values import dataclass
from tiku.rules.helpers import copies
from tiku.rules.rule import advice, error, rule, warning
from tiku.text.folding import fold
from tiku.text.patterns import on_demand
from tiku.text.scripts import both
from tiku.text.similarity import alike, contained, grams

EMPTY_WORDS = on_demand(
    both(r"下列|以下|何者|哪一?[個項種]|正確|應該?|[的之是為在於與和及而並就便把由請這那也]")
)
SPECIFIC = on_demand(r"\d+(?:\.\d+)?|[a-z]+")
NEGATION = on_demand(both(r"不|沒有|非|無|錯誤|未") + "|not|never|except|without")
COMPARED = (ChoiceQuestion, TrueFalse, Numeric, Text)
SAME_WORDS = 0.45
TOLD = 0.6
SHORTEST_KEY = 3
FALSE = frozenset({"false"})


@dataclass(frozen=True, slots=True)
class Asked:
    """What a question asks and what it takes to be right, for comparing with others."""

    question: Question
    stem: str
    """Without width and punctuation."""
    gist: str
    """That without empty words."""
    key: frozenset[str]
    wrong: frozenset[str] | None
    """None where whatever is not the key is wrong."""

    def contradicts(self, other: "Asked") -> bool:
        """The key of one is wrong in the other."""
        if self.wrong is None or other.wrong is None:
            return not self.key & other.key
        return bool(self.key & other.wrong or other.key & self.wrong)

    def choices(self) -> frozenset[str]:
        """Statements and numbers have none, and change their truth with a word or its place."""
        return self.key | (self.wrong or frozenset())

    def problem(self, code: str, other: "Asked") -> Problem:
        """At the later question, naming the earlier one."""
        place = self.question.origin.place("stem")
        details = {"other": other.question.id, "first": other.question.origin.place("stem")}
        return Problem(code, place, details)


@rule(
    error("contradiction"),
    warning("near-contradiction"),
    warning("same-question"),
    advice("gives-away"),
)
def questions_keep_out_of_each_others_way(library: Library) -> Iterator[Problem]:
    """Compared over all banks."""
    everything = _everything(library)
    yield from _asked_twice(everything)
    yield from _asked_in_other_words(everything)
    yield from _given_away(everything)


def _asked_twice(everything: list[Asked]) -> Iterator[Problem]:
    """In the same words: with another key that is an error; with the same, one of them can go."""
    for same in _grouped(everything, lambda one: (one.question.kind, one.gist)):
        for index, later in enumerate(same):
            for earlier in same[:index]:
                if later.contradicts(earlier):
                    yield later.problem("contradiction", earlier)
                elif later.key == earlier.key:
                    yield later.problem("same-question", earlier)


def _asked_in_other_words(everything: list[Asked]) -> Iterator[Problem]:
    """All words of one are in the other: with one key, or with two among the same choices."""
    for group in _grouped(everything, lambda one: (one.question.kind, one.key)):
        yield from (later.problem("same-question", first) for first, later in _reworded(group))
    choosing = [one for one in everything if one.wrong]
    for group in _grouped(choosing, lambda one: (one.question.kind, one.choices())):
        for first, later in _reworded(group):
            if first.contradicts(later):
                yield later.problem("near-contradiction", first)


def _given_away(everything: list[Asked]) -> Iterator[Problem]:
    """A true stem holds another question's key and most of its words."""
    telling = [asked for asked in everything if asked.key != FALSE]
    holding: defaultdict[str, list[Asked]] = defaultdict(list)
    for other in telling:
        for gram in grams(other.stem):
            holding[gram].append(other)
    for asked in everything:
        for key in _short_keys(asked):
            for other in min((holding.get(gram, []) for gram in grams(key)), key=len):
                if key in other.stem and contained(grams(asked.gist), grams(other.stem)) >= TOLD:
                    yield asked.problem("gives-away", other)


def _grouped(everything: Iterable[Asked], by: Callable[[Asked], object]) -> list[list[Asked]]:
    """Those that share something, where there are two or more."""
    groups: defaultdict[object, list[Asked]] = defaultdict(list)
    for asked in everything:
        groups[by(asked)].append(asked)
    return [group for group in groups.values() if len(group) > 1]


def _reworded(group: list[Asked]) -> Iterator[tuple[Asked, Asked]]:
    """Earlier and later, that ask the same in other words."""
    for one, other in alike([grams(asked.gist) for asked in group], SAME_WORDS):
        first, later = group[one], group[other]
        if first.gist != later.gist and _ask_the_same(first, later):
            yield first, later


def _everything(library: Library) -> list[Asked]:
    """Without those of cases, which mean nothing without their material."""
    copied = copies(library)
    own = (bank for bank in library.banks if bank.origin.place() not in copied)
    return [one for bank in own for one in library.known("asked", bank, _in_bank)]


def _in_bank(bank: Bank) -> list[Asked]:
    items = bank.current()
    return [_asked(item) for item in items if isinstance(item, COMPARED) and _complete(item)]


def _complete(question: Question) -> bool:
    answer = getattr(question, "answer", None)
    if isinstance(question, Numeric):
        return bool(question.stem and question.answer and question.answer.value is not None)
    return bool(question.stem) and answer not in (None, ())


def _asked(question: Question) -> Asked:
    stem = fold(question.stem)
    gist = EMPTY_WORDS.sub("", stem)
    return Asked(question, stem, gist, _key(question), _wrong(question))


def _key(question: Question) -> frozenset[str]:
    if isinstance(question, ChoiceQuestion):
        return frozenset(fold(question.choices.get(choice, "")) for choice in question.answer)
    if isinstance(question, Text):
        return frozenset(map(fold, question.answer))
    if isinstance(question, Numeric) and question.answer and question.answer.value is not None:
        return frozenset({f"{question.answer.value.normalize()}"})
    return frozenset(question.key())


def _wrong(question: Question) -> frozenset[str] | None:
    if isinstance(question, ChoiceQuestion):
        return frozenset(fold(question.choices[choice]) for choice in question.distractors())
    return None


def _ask_the_same(one: Asked, other: Asked) -> bool:
    """The same numbers and negations; one has no character that the other lacks."""
    return (
        (set(one.gist) <= set(other.gist) or set(other.gist) <= set(one.gist))
        and SPECIFIC.findall(one.gist) == SPECIFIC.findall(other.gist)
        and len(NEGATION.findall(one.gist)) == len(NEGATION.findall(other.gist))
        and _one_has_all(Counter(one.gist), Counter(other.gist))
    )


def _one_has_all(one: Counter[str], other: Counter[str]) -> bool:
    return one <= other or other <= one


def _short_keys(asked: Asked) -> Sequence[str]:
    """What could be read off: a single right choice, or a written answer; not of its own stem."""
    if isinstance(asked.question, TrueFalse | Numeric) or len(asked.key) > 1:
        return ()
    return [key for key in asked.key if len(key) >= SHORTEST_KEY and key not in asked.gist]
