"""What some scenarios say about the person and the world."""

from functools import reduce
from operator import add

import numpy as np

from numpy_life import is_nothing, plus

MOTIVES = "enjoyment altruism belonging learning influence reputation career income".split()


class Person:
    """Weights, protections, hours and years."""

    def __init__(self, case):
        person, assumed = case["person"], case["assumptions"]
        ratings = {m: person["motivations"].get(m, 0) for m in MOTIVES}
        total = reduce(add, ratings.values())
        self.weights = {m: own / total for m, own in ratings.items() if not is_nothing(own)}
        own = {m: assumed["autonomy"].get(m, 0) for m in self.weights}
        felt_own = (self.weights[m] * own[m] for m in own if not is_nothing(own[m]))
        self.autonomy = reduce(plus, felt_own, 0.0)
        self.protections = {name: own / 10 for name, own in person["protections"].items()}
        self.free = person["time"]["free_hours_per_week"]
        self.work = person["time"]["work_hours_per_week"]
        self.yearly = person["money"]["meaningful_yearly_amount"]
        self.risk = person["burnout_risk"]
        self.log_odds = np.log(self.risk) - np.log1p(-self.risk)
        self.conditions = person["conditions"]
        self.serves = {
            category: {m: own for m, own in row.items() if m in self.weights}
            for category, row in assumed["serves"].items()
        }
        self.convexity = assumed["time_convexity"]
        self.time_scale = 1 / np.expm1(self.convexity / 2)
        self.returns = assumed["returns_to_effort"]
        self.rise = assumed["overwork_log_odds_per_hour"]
        self.overwork_from = assumed["overwork_from_hours"]
        self.rest_offset = assumed["rest_offsets_overwork"]
        self.drawback_share = assumed["drawback_points"] / 100
        self.strain = 1 + assumed["autonomy_effect"] * (1 - 2 * self.autonomy)
        years = range(int(person["horizon_years"]))
        discounts = np.array([(1 + person["discount_rate"]) ** -t for t in years])
        self.omega = discounts / discounts.sum(axis=0)

    def mean(self, figure):
        """The mean over the years of what has a row for each."""
        if np.ndim(figure) < 2:
            return figure
        if self.omega.ndim == 1:
            return self.omega @ figure
        return np.einsum("tn,tn->n", self.omega, figure)

    def share(self, item, lasts):
        """In how much of each year something is there."""
        delay, lasts = item.get("delay_years", 0), item.get("lasts_years", lasts)
        if is_nothing(delay) and lasts is None:
            return 1.0
        begun = np.arange(1.0, len(self.omega) + 1)[:, None] - delay
        share = np.clip(begun, 0, 1)
        return share if lasts is None else share - np.clip(begun - lasts, 0, 1)

    def time_taken(self, life):
        """phi(x): what the hours of a life cost of the free ones."""
        hours, felt, free = life.hours, life.felt, self.free
        over = np.maximum(0, hours - free)
        if np.any(over):
            with np.errstate(divide="ignore", invalid="ignore"):
                within = felt * np.fmin(1, free / hours)
                felt = within + over * np.fmax(1, felt / hours)
        x = felt / free
        c, within = self.convexity, np.minimum(x, 1)
        beyond = x - within
        if np.all(c < 1e-9):
            return 2 * x
        taken = np.expm1(c * within) * self.time_scale
        if np.any(beyond):
            taken = taken + beyond * (c * np.exp(c) * self.time_scale)
        return taken

    def overwork(self, life):
        return np.maximum(0, self.work + life.loaded - self.overwork_from)
