"""Uncertain numbers of a case as columns of random values."""

from math import log

import numpy as np

RATING = (0, 10)
SHARE = (0, 1)
WEEK = (0, 168)
AMOUNT = "amount"
REAL = "real"
# The scale on which an interval is normal, by the member it stands in or below.
SCALES = {
    "motivations": RATING,
    "protections": RATING,
    "conditions": SHARE,
    "time": WEEK,
    "money": AMOUNT,
    "discount_rate": SHARE,
    "burnout_risk": SHARE,
    "anyway": SHARE,
    "lasts_years": AMOUNT,
    "activities": AMOUNT,
    "enjoyability": (-10, 10),
    "benefits": REAL,
    "strength": RATING,
    "chance": SHARE,
    "delay_years": AMOUNT,
    "costs": AMOUNT,
    "drawbacks": AMOUNT,
    "bother": RATING,
    "award": SHARE,
    "serves": SHARE,
    "autonomy": SHARE,
    "time_convexity": RATING,
    "overwork_from_hours": WEEK,
    "drawback_points": (0, 100),
    "assumptions": SHARE,
}
Z95 = 1.6448536269514727


class Draws:
    """Puts columns in the places of a case where estimates stand."""

    def __init__(self, case):
        self.normal, self.pert, self.uniform, self.discrete = [], [], [], []
        # How many rows columns have that are given.
        self.rows = 1
        self.find(case, None)
        ends = [on_scale(estimate, scale) for _, estimate, scale in self.normal]
        self.mean = np.array([[(low + high) / 2] for low, high in ends])
        self.sd = np.array([[(high - low) / (2 * Z95)] for low, high in ends])

    def find(self, node, scale):
        places = enumerate(node) if isinstance(node, list) else node.items()
        for key, value in list(places):
            own = SCALES.get(key, scale)
            if isinstance(value, list) and value and isinstance(value[0], float):
                if key != "levels":
                    node[key] = np.array(value)
                    self.rows = len(value)
            elif isinstance(value, dict) and is_estimate(value):
                self.add((node, key), value, own)
            elif isinstance(value, dict | list):
                self.find(value, own)

    def add(self, place, estimate, scale):
        if "low" in estimate:
            self.normal.append((place, estimate, scale))
        elif "mode" in estimate:
            self.pert.append((place, estimate))
        elif estimate["dist"] == "uniform":
            self.uniform.append((place, estimate))
        elif estimate["dist"] == "normal":
            estimate = {"low": estimate["mean"] - Z95 * estimate["sd"],
                        "high": estimate["mean"] + Z95 * estimate["sd"]}
            self.normal.append((place, estimate, REAL))
        else:
            self.discrete.append((place, estimate))

    def fill(self, scenarios, random):
        """Puts new values in every place."""
        columns = random.standard_normal((len(self.normal), scenarios))
        columns *= self.sd
        columns += self.mean
        for (place, _, scale), column in zip(self.normal, columns):
            put(place, off_scale(column, scale))
        for place, estimate in self.pert:
            low, width = estimate["min"], estimate["max"] - estimate["min"]
            peak = 4 * (estimate["mode"] - low) / width
            column = random.beta(1 + peak, 5 - peak, scenarios)
            column *= width
            column += low
            put(place, column)
        for place, estimate in self.uniform:
            put(place, random.uniform(estimate["min"], estimate["max"], scenarios))
        for place, estimate in self.discrete:
            values = np.array(estimate["values"])
            weights = np.array(estimate.get("weights") or np.ones(len(values)))
            put(place, random.choice(values, scenarios, p=weights / weights.sum()))


def is_estimate(value):
    return "dist" in value or "mode" in value or {"low", "high"} <= value.keys()


def put(place, column):
    node, key = place
    node[key] = column


def on_scale(interval, scale):
    """Both ends on the scale of the domain."""
    ends = interval["low"], interval["high"]
    if scale == AMOUNT:
        return [log(end) for end in ends]
    if scale == REAL:
        return ends
    return [log((end - scale[0]) / (scale[1] - end)) for end in ends]


def off_scale(column, scale):
    """From the scale of the domain to values, in place."""
    if scale == REAL:
        return column
    if scale == AMOUNT:
        return np.exp(column, out=column)
    np.negative(column, out=column)
    np.exp(column, out=column)
    column += 1
    np.divide(scale[1] - scale[0], column, out=column)
    column += scale[0]
    return column
