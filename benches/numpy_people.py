"""A table of people in vectorised numpy, as a yardstick: for whom it is worth it, before and after a lever.

    numpy_people.py ROUNDS tuned|plain < question.json

The question is `{"cases": [.., ..]}`: expanded cases without anything uncertain, the second with the lever pulled. What
people answered is a list in the place of a number. Every mix of pursuits and levels is looked at, as there is no
bounding of many people at once. Tuned, mixes that begin alike share what they have in common, and blocks of people
stay in the caches; plain, each mix is valued for itself, for all people at once. The answer is a line of JSON: the least CPU seconds of the rounds, and of each case worth and margin of the pursuit in question, person by person.
"""

import json
import sys
import time
from functools import reduce
from itertools import product

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

    def best(self, is_tuned):
        """Worth alone of the pursuit at its level in the plan with it, and its margin."""
        shape = np.shape(self.person.free)
        with_it, without = np.full(shape, -np.inf), np.full(shape, -np.inf)
        alone = np.zeros(shape)

        def take(life, ways):
            nonlocal without
            worth = self.worth(life) if any(ways) else 0.0
            worth = np.where(busiest(life) <= self.most, np.broadcast_to(worth, shape), -np.inf)
            asked = ways[0]
            if asked is None or not asked[1]:
                without = np.maximum(without, worth)
                return
            better = worth > with_it
            with_it[better] = worth[better]
            alone[better] = np.broadcast_to(worths[asked], shape)[better]

        def look(life, ways):
            if len(ways) == len(self.ways):
                return take(life, ways)
            for way, profile in self.ways[len(ways)]:
                look(merge(life, profile), ways + [way])

        others = reduce(merge, self.without[1:], NOTHING)
        worths = {way: self.worth(merge(own, others)) for way, own in self.ways[0][1:]}
        if is_tuned:
            look(NOTHING, [])
        else:
            for mix in product(*self.ways):
                take(reduce(merge, (profile for _, profile in mix)), [way for way, _ in mix])
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
    rounds, is_tuned = int(sys.argv[1]), sys.argv[2] == "tuned"
    cases = [columns(case) for case in json.load(sys.stdin)["cases"]]
    seconds = []
    for _ in range(rounds):
        begun = time.process_time()
        told = []
        for case, count in cases:
            block = BLOCK if is_tuned else count
            starts = range(0, count, block)
            blocks = [People(rows_of(case, at, at + block)).best(is_tuned) for at in starts]
            told.append([np.concatenate(own) for own in zip(*blocks)])
        seconds.append(time.process_time() - begun)
    figures = [{"worth": worth.tolist(), "margin": margin.tolist()} for worth, margin in told]
    print(json.dumps({"seconds": min(seconds), "cases": figures}))


if __name__ == "__main__":
    main()
