"""Whatever a site has and a reader types, both halves of the search rank it alike."""

import json
import random
from dataclasses import replace
from itertools import pairwise
from pathlib import Path

from scripting import run

from tiku.search import BuiltPage
from tiku.search.destinations import Destination
from tiku.search.index_files import FIRST, Shelf, folded_characters, write
from tiku.search.queries import Names
from tiku.search.ranking import Scorer, Searchable
from tiku.search.shards import PRECISION, rounded
from tiku.search.tokens import fold_with, is_unspaced
from tiku.search.weights import WEIGHTS

RANKED = Path(__file__).with_name("ranked.js")
TEXT = "績效 考評 投訴 客訴 申訴 complaint kpis KPI 指標 錯誤 誤 的 可以 了 怎麼辦 a 3 ， 。 - Ａ ß 🙂 𠮷 㑮 "
WORDS = TEXT.split(" ")
SITES, QUERIES, MOST = 40, 12, 24
RELEVANT = 0.02
"""Of the best; the browser shows no more."""
NEAR = 1 + 1e-9
FOLD = fold_with(folded_characters())
NAMES = Names(
    [["绩效", "考评"], ["投诉", "客诉", "complaint"], ["kpi", "指标"]], ["怎么办", "可以"]
)


def shelf(chance: random.Random) -> Shelf:
    def text(most: int) -> str:
        return "".join(chance.choices(WORDS, k=chance.randint(0, most)))

    kinds, pages = list(WEIGHTS.priors), ["甲.md", "乙.md"]
    every = [
        Destination(
            chance.choice(kinds), chance.choice(pages), chance.choice(["", f"n{number}"]),
            text(4) or "績", text(30), names=tuple(filter(None, [text(2)])),
            asked=tuple(filter(None, [text(4)])), see=(f"{pages[0]}#n{chance.randrange(MOST)}",),
        )
        for number in range(chance.randint(1, MOST))
    ]  # fmt: skip
    built = {page: BuiltPage(page, text(3)) for page in pages}
    contexts = [built[d.page].title if d.anchor else "" for d in every]
    return Shelf(Searchable(every, contexts, FOLD), NAMES, built)


def browser(sites: list[dict]) -> list[dict]:
    return run(RANKED, sites)


def site(one: Shelf, chance: random.Random, enough: int) -> dict:
    searchable = one.searchable
    return {
        "files": {name: json.loads(content) for name, content in write(one, enough).items()},
        "queries": ["".join(chance.choices(WORDS, k=chance.randrange(5))) for _ in range(QUERIES)],
        "tokens": sorted(searchable.postings),
        "names": sorted(filter(None, searchable.called)),
    }


def is_lone(token: str) -> bool:
    """A single character: the browser also finds it within a run."""
    return len(token) == 1 and is_unspaced(token)


def test_what_is_read_whole_is_ranked_alike():
    chance = random.Random(20261128)
    shelves = [shelf(chance) for _ in range(SITES)]
    sites = [site(one, chance, MOST) for one in shelves]
    compared = 0
    for one, told, theirs in zip(shelves, sites, browser(sites), strict=True):
        for typed, found in zip(told["queries"], theirs["found"], strict=True):
            folded = FOLD(typed).strip()
            scorer = Scorer(folded, NAMES.units(folded), one.searchable)
            scores = {number: scorer.score(number) for number in scorer.found()}
            if any(is_lone(token) for unit in NAMES.units(folded) for one in unit for token in one):
                continue
            assert set(found) <= scores.keys(), typed
            least = max(scores.values(), default=0) * RELEVANT * WEIGHTS.contained
            assert {n for n, score in scores.items() if score > least * NEAR} <= set(found), typed
            for before, after in pairwise(found):
                assert scores[before] * NEAR >= scores[after], (typed, found, scores)
            compared += len(found) > 1
    assert compared > SITES


def test_what_is_read_in_parts_is_what_was_written():
    chance = random.Random(20261129)
    shelves = [shelf(chance) for _ in range(SITES)]
    sites = [site(one, chance, 0) for one in shelves]
    assert all("shards" in told["files"][FIRST] for told in sites)
    for one, told, theirs in zip(shelves, sites, browser(sites), strict=True):
        searchable = replace(one.searchable)
        vars(searchable)["averages"] = rounded(searchable.averages)
        for token, hits in zip(told["tokens"], theirs["hits"], strict=True):
            ours = searchable.postings[token].items()
            assert hits == [[n, max(1, round(hit * PRECISION))] for n, hit in sorted(ours)], token
        for name, numbers in zip(told["names"], theirs["called"], strict=True):
            kinds = {searchable.destinations[number].kind for number in searchable.called[name]}
            assert numbers == ([] if kinds == {"question"} else searchable.called[name]), name
        for typed, found in zip(told["queries"], theirs["found"], strict=True):
            folded = FOLD(typed).strip()
            scorer = Scorer(folded, NAMES.units(folded), searchable)
            assert set(found) <= scorer.found(), typed
