"""A table of people in vectorised numpy, as a yardstick: for whom it is worth it, before and after a lever.

    numpy_people.py ROUNDS < question.json

The question is `{"cases": [.., ..]}`: expanded cases without anything uncertain, the second with the lever pulled. What
people answered is a list in the place of a number. Every mix of pursuits and levels is looked at, as there is no
bounding of many people at once; mixes that begin alike share what they have in common. The answer is a line of JSON:
the least CPU seconds of the rounds, and of each case worth and margin of the pursuit in question, person by person.
"""

import json
import sys
import time
from functools import reduce

import numpy as np

from numpy_life import NOTHING, merge
from numpy_model import Lives

# People that are computed together: their columns stay in the caches of the processor.
BLOCK = 1024
HOURS_AWAKE = 112
TOLERANCE = 1e-9


def busiest(life):
    return np.max(life.hours, axis=0) if np.ndim(life.hours) == 2 else life.hours


class People(Lives):
    """The best plans with and without the pursuit in question, which is the first one."""

    def __init__(self, case):
        super().__init__(case)
        most = HOURS_AWAKE - self.person.work
        limit = case["person"]["time"].get("limit_hours_per_week")
        most = most if limit is None else np.minimum(most, limit)
        self.most = np.maximum(most, busiest(self.base)) + TOLERANCE
        self.ways = [self.ways_of(*parts) for parts in zip(case["pursuits"], self.pursuits, self.without)]
        self.either_or = case.get("either_or", [])

    @staticmethod
    def ways_of(case, pursuit, without):
        """The life without a pursuit, and every way to do it: with its award, and the work alone."""
        awards = [True, False] if case.get("award") else [True]
        ways = [(level, award) for level in case.get("levels", [1]) for award in awards]
        return [(None, without)] + [(way, pursuit.profile(*way)) for way in ways]

    def worth(self, life):
        self.known = {}
        return self.value_of(life)[0]

    def best(self):
        """Worth alone of the pursuit at its level in the plan with it, and its margin."""
        base = reduce(merge, self.without, NOTHING)
        shape = np.shape(self.person.free)
        with_it, without = np.full(shape, -np.inf), np.full(shape, -np.inf)
        alone = np.zeros(shape)

        def look(at, life, chosen):
            nonlocal without
            if at == len(self.ways):
                worth = np.broadcast_to(self.worth(life) if chosen else 0.0, shape)
                worth = np.where(busiest(life) <= self.most, worth, -np.inf)
                way = chosen.get(self.ids[0])
                if way is None or not way[1]:
                    without = np.maximum(without, worth)
                    return
                better = worth > with_it
                with_it[better] = worth[better]
                alone[better] = np.broadcast_to(self.alone[way], shape)[better]
                return
            for way, profile in self.ways[at]:
                more = {} if way is None else {self.ids[at]: way}
                look(at + 1, merge(life, profile), {**chosen, **more})

        others = reduce(merge, self.without[1:], NOTHING)
        self.alone = {way: self.worth(merge(own, others)) for way, own in self.ways[0][1:]}
        look(0, NOTHING, {})
        return alone, with_it - without


def rows_of(case, start, end):
    """The part of a case that some people are."""
    if isinstance(case, dict):
        return {key: rows_of(own, start, end) for key, own in case.items()}
    if isinstance(case, np.ndarray):
        return case[start:end]
    return [rows_of(own, start, end) for own in case] if isinstance(case, list) else case


def columns(case):
    """The case with its lists of answers as arrays, and how long they are."""
    if isinstance(case, dict):
        parts = {key: columns(own) for key, own in case.items()}
        return {key: own for key, (own, _) in parts.items()}, max((n for _, n in parts.values()), default=0)
    if isinstance(case, list) and len(case) > 64 and not isinstance(case[0], dict):
        return np.array(case, dtype=float), len(case)
    if isinstance(case, list):
        parts = [columns(own) for own in case]
        return [own for own, _ in parts], max((n for _, n in parts), default=0)
    return case, 0


def main():
    rounds = int(sys.argv[1])
    cases = [columns(case) for case in json.load(sys.stdin)["cases"]]
    seconds = []
    for _ in range(rounds):
        begun = time.process_time()
        told = []
        for case, count in cases:
            blocks = [People(rows_of(case, at, at + BLOCK)).best() for at in range(0, count, BLOCK)]
            told.append([np.concatenate(own) for own in zip(*blocks)])
        seconds.append(time.process_time() - begun)
    figures = [{"worth": worth.tolist(), "margin": margin.tolist()} for worth, margin in told]
    print(json.dumps({"seconds": min(seconds), "cases": figures}))


if __name__ == "__main__":
    main()
