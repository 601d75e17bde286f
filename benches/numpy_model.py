"""The model in vectorised numpy, as a yardstick: the figures of every pursuit, nothing else.

    numpy_model.py SCENARIOS ROUNDS SEED < question.json

The question is `{"case": .., "plans": [..]}`: an expanded case, and for each pursuit its plan with,
its plan without and its plan without any of it, each as an assessment has the pursuits of a plan.
The answer is a line of JSON. With 0 scenarios the uncertain numbers of the case are columns,
written as lists, and it has the figures of every row. Otherwise the numbers are drawn, and it has
the least CPU seconds of the rounds, those of the first one, for which the process has to get its
memory from the system, those of the quickest drawing alone, and the means of the figures with their
standard errors.

A case is taken as it is: valid, with ratings, money and a risk of burnout, with a protection of
personal time that is rated, and with awards that nobody gives up.
"""

import json
import sys
import time
from functools import reduce

import numpy as np

from numpy_draws import Draws
from numpy_life import merge
from numpy_person import Person
from numpy_pursuit import Pursuit

FIGURES = (
    "worth margin margin_over_none hours_per_week busiest_hours_per_week felt_hours_per_week "
    "burnout_risk money_per_year"
).split()
# Scenarios that are computed together: their columns stay in the caches of the processor.
BLOCK = 8192


class Lives:
    """The person and the pursuits in some scenarios, against the life without any."""

    def __init__(self, case):
        self.person = Person(case)
        self.ids = [own["id"] for own in case["pursuits"]]
        self.pursuits = [Pursuit(own, self.person) for own in case["pursuits"]]
        self.without = [own.without() for own in self.pursuits]
        person, base = self.person, reduce(merge, self.without)
        self.base = base
        self.base_unmet = {motive: person.mean(own) for motive, own in base.unmet.items()}
        self.base_ease = person.mean(base.ease)
        self.base_time = person.mean(person.time_taken(base))
        self.base_overwork = person.overwork(base)
        self.base_income, self.base_savings = self.money(base)
        self.known = {}

    def money(self, life):
        share = self.person.mean(life.money) / self.person.yearly
        return np.clip(share, 0, 1), np.maximum(0, -share)

    def valued(self, plan):
        """Worth in points and risk of burnout of a mix, given by level and award of each id."""
        key = tuple(plan.items())
        if key not in self.known:
            self.known[key] = self.value(plan) if plan else (0.0, self.person.risk)
        return self.known[key]

    def value(self, plan):
        parts = zip(self.ids, self.pursuits, self.without)
        chosen = lambda id, own, without: own.profile(*plan[id]) if id in plan else without
        return self.value_of(reduce(merge, (chosen(*part) for part in parts)))

    def value_of(self, life):
        """Worth in points and risk of burnout of a life."""
        person, base = self.person, self.base
        points = 0.0
        for motive, unmet in life.unmet.items():
            gain = self.base_unmet.get(motive, 1.0) - person.mean(unmet)
            weight = person.weights[motive]
            if np.shape(gain) == np.shape(weight):
                gain *= weight
            else:
                gain = gain * weight
            points = points + gain
        income, savings = self.money(life)
        points = points + person.weights.get("income", 0.0) * (income - self.base_income)
        protected = person.protections
        taken = person.mean(person.time_taken(life)) - self.base_time
        strain = person.strain * (person.overwork(life) - self.base_overwork)
        strain = strain - person.rest_offset * (life.rest - base.rest)
        log_odds = person.log_odds + person.rise * strain
        risk = person.mean(1 / (1 + np.exp(-log_odds)))
        points = points - protected["personal_time"] * taken
        points = points - protected["wellbeing"] * (risk - person.risk)
        points = points - protected["savings"] * (savings - self.base_savings)
        points = points - (self.base_ease - person.mean(life.ease))
        return 100 * points, risk


def figures(case, plans, out):
    """The figures of every pursuit, in rows of `out`."""
    lives = Lives(case)
    mean = lives.person.mean
    for id, own, (with_it, without, without_any), rows in zip(lives.ids, lives.pursuits, plans, out):
        rows[0], rows[6] = lives.valued({id: with_it[id]})
        worth, _ = lives.valued(with_it)
        rows[1] = worth - lives.valued(without)[0]
        rows[2] = worth - lives.valued(without_any)[0]
        profile = own.profile(*with_it[id])
        rows[3], rows[5], rows[7] = mean(profile.hours), mean(profile.felt), mean(profile.money)
        rows[4] = profile.hours.max(axis=0) if np.ndim(profile.hours) == 2 else profile.hours


def plans_of(question):
    read = lambda plan: {own["id"]: (own["level"], own.get("award", True)) for own in plan}
    return [[read(plan) for plan in plans] for plans in question["plans"]]


def drawn(draws, case, plans, scenarios, random, figures, block):
    """The figures of drawn scenarios, and the seconds that drawing took."""
    out = np.empty((len(plans), len(FIGURES), scenarios))
    drawing = 0.0
    for start in range(0, scenarios, block or scenarios):
        part = out[:, :, start : start + (block or scenarios)]
        begun = time.process_time()
        draws.fill(part.shape[2], random)
        drawing += time.process_time() - begun
        figures(case, plans, part)
    return out, drawing


def told(ids, out):
    pursuits = []
    for id, rows in zip(ids, out):
        errors = rows.std(axis=1, ddof=1) / rows.shape[1] ** 0.5
        parts = zip(FIGURES, rows.mean(axis=1), errors)
        means = {name: {"mean": mean, "standard_error": error} for name, mean, error in parts}
        pursuits.append({"id": id, **means})
    return pursuits


def main(figures, block):
    scenarios, rounds, seed = (int(word) for word in sys.argv[1:4])
    question = json.load(sys.stdin)
    case, plans = question["case"], plans_of(question)
    ids = [own["id"] for own in case["pursuits"]]
    draws = Draws(case)
    if scenarios == 0:
        out = np.empty((len(plans), len(FIGURES), draws.rows))
        figures(case, plans, out)
        rows = [{"id": id, **dict(zip(FIGURES, own.tolist()))} for id, own in zip(ids, out)]
        print(json.dumps({"pursuits": rows}))
        return
    seconds, drawing = [], []
    for round in range(rounds):
        begun = time.process_time()
        random = np.random.Generator(np.random.SFC64(seed + round))
        out, took = drawn(draws, case, plans, scenarios, random, figures, block)
        seconds.append(time.process_time() - begun)
        drawing.append(took)
    times = {"seconds": min(seconds), "first": seconds[0], "drawing": min(drawing)}
    print(json.dumps({**times, "pursuits": told(ids, out)}))


if __name__ == "__main__":
    main(figures, BLOCK)
