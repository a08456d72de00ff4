"""Held against what readers have already: their answers stay with the questions they answered."""

from collections.abc import Callable, Iterator, Mapping

from tiku.model import Library
from tiku.model.place import Place
from tiku.model.problem import Problem


def nothing_is_gone(published: Mapping[str, str]) -> Callable[[Library], Iterator[Problem]]:
    """`published`: id of each question -> its topic. One that is no longer asked stays, retired."""

    def find(library: Library) -> Iterator[Problem]:
        known = {question.id for item in library.items() for question in item.questions_inside()}
        places: dict[str, Place] = {
            bank.topic: bank.origin.place("questions") for bank in library.banks
        }
        for own, topic in published.items():
            if own not in known:
                place = places.get(topic, Place("questions"))
                yield Problem("question-gone", place, {"id": own, "topic": topic})

    return find
