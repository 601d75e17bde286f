"""The model in vectorised numpy, as a yardstick: worth and margin of every pursuit, nothing else.

Reads an expanded case from standard input and prints a line of JSON: the least CPU seconds of the
rounds, those of the first one, for which the process has to get its memory from the system, and the
mean worth and margin of each pursuit with their standard errors. A case is taken as it is: valid,
expanded, with ratings and with money.

    numpy_model.py SCENARIOS ROUNDS SEED < case.json
"""

import json
import sys
import time
from math import log

import numpy as np

MOTIVES = "enjoyment altruism belonging learning influence reputation career income".split()
SERVED = MOTIVES[:7]
RATING = (0, 10)
SHARE = (0, 1)
WEEK = (0, 168)
AMOUNT = "amount"
REAL = "real"
Z95 = 1.6448536269514727
TIE = 1e-9


class Draws:
    """Turns estimates into columns of random values."""

    def __init__(self, scenarios, seed):
        self.scenarios = scenarios
        self.random = np.random.default_rng(seed)

    def __call__(self, estimate, scale):
        if not isinstance(estimate, dict):
            return estimate
        n, random = self.scenarios, self.random
        if "mode" in estimate:
            low, mode, high = estimate["min"], estimate["mode"], estimate["max"]
            if low == high:
                return low
            width = high - low
            a, b = 1 + 4 * (mode - low) / width, 1 + 4 * (high - mode) / width
            return low + width * random.beta(a, b, n)
        if "low" in estimate:
            mu, sigma = on_scale(estimate, scale)
            return off_scale(mu + sigma * random.standard_normal(n), scale)
        if estimate["dist"] == "uniform":
            return random.uniform(estimate["min"], estimate["max"], n)
        if estimate["dist"] == "normal":
            return random.normal(estimate["mean"], estimate["sd"], n)
        return random.choice(estimate["values"], n, p=shares(estimate))


class Means:
    """Turns estimates into their means: the base case."""

    def __call__(self, estimate, scale):
        if not isinstance(estimate, dict):
            return estimate
        if "mode" in estimate:
            return (estimate["min"] + 4 * estimate["mode"] + estimate["max"]) / 6
        if "low" in estimate:
            mu, sigma = on_scale(estimate, scale)
            z = np.linspace(-10, 10, 1281)
            density = np.exp(-z * z / 2)
            return np.sum(off_scale(mu + sigma * z, scale) * density) / np.sum(density)
        if estimate["dist"] == "uniform":
            return (estimate["min"] + estimate["max"]) / 2
        if estimate["dist"] == "normal":
            return estimate["mean"]
        return float(np.dot(estimate["values"], shares(estimate)))


def on_scale(interval, scale):
    """Mean and standard deviation of an interval on the scale of its domain."""
    low, high = interval["low"], interval["high"]
    if scale == AMOUNT:
        low, high = log(low), log(high)
    elif scale != REAL:
        low, high = (log((end - scale[0]) / (scale[1] - end)) for end in (low, high))
    return (low + high) / 2, (high - low) / (2 * Z95)


def off_scale(values, scale):
    if scale == REAL:
        return values
    if scale == AMOUNT:
        return np.exp(values)
    return scale[0] + (scale[1] - scale[0]) / (1 + np.exp(-values))


def shares(discrete):
    weights = np.array(discrete.get("weights") or [1.0] * len(discrete["values"]))
    return weights / weights.sum()


def person_of(case, number):
    """What a scenario says about the person and the world."""
    person, assumed = case["person"], case["assumptions"]
    ratings = [number(person["motivations"].get(motive, 0), RATING) for motive in MOTIVES]
    total = sum(ratings)
    weights = [rating / total for rating in ratings]
    autonomy = sum(
        weight * number(assumed["autonomy"].get(motive, 0), SHARE)
        for weight, motive in zip(weights, MOTIVES)
    )
    rate = number(person["discount_rate"], SHARE)
    years = [(1 + rate) ** -t for t in range(person["horizon_years"])]
    return {
        "weights": weights,
        "autonomy": autonomy,
        "years": [year / sum(years) for year in years],
        "protections": {
            name: number(value, RATING) for name, value in person["protections"].items()
        },
        "free": number(person["time"]["free_hours_per_week"], WEEK),
        "work": number(person["time"]["work_hours_per_week"], WEEK),
        "yearly": number(person["money"]["meaningful_yearly_amount"], AMOUNT),
        "risk": number(person["burnout_risk"], SHARE),
        "conditions": {
            name: number(value, SHARE) for name, value in person.get("conditions", {}).items()
        },
        "serves": {
            category: {motive: number(value, SHARE) for motive, value in row.items()}
            for category, row in assumed["serves"].items()
        },
        "convexity": number(assumed["time_convexity"], RATING),
        "log_odds": number(assumed["overwork_log_odds_per_hour"], SHARE),
        "from": number(assumed["overwork_from_hours"], WEEK),
        "autonomy_effect": number(assumed["autonomy_effect"], SHARE),
    }


def drawn_items(pursuit, person, number):
    """Every number of a pursuit, drawn once for both of its regimes."""
    activities = []
    for activity in pursuit.get("activities", []):
        hours = number(activity["hours"], AMOUNT) * number(activity["per_year"], AMOUNT) / 52
        felt = 1 - number(activity.get("enjoyability", 5), RATING) / 10 * person["autonomy"]
        is_rest = activity["kind"] == "rest"
        activities.append((hours, felt, is_rest, activity.get("during", "always")))
    benefits = []
    for benefit in pursuit.get("benefits", []):
        chance = number(benefit.get("chance", 1), SHARE)
        for name in benefit.get("depends_on", []):
            chance = chance * person["conditions"][name]
        delay = number(benefit.get("delay_years", 0), AMOUNT)
        if np.any(delay):
            reach = [np.clip(t + 1 - delay, 0, 1) for t in range(len(person["years"]))]
            chance = chance * sum(w * share for w, share in zip(person["years"], reach))
        strength = number(benefit.get("strength", 0), RATING) / 10 * chance
        money = number(benefit.get("money_per_year", 0), REAL) * chance
        needs_award = benefit.get("requires") == "award"
        benefits.append((benefit["category"], strength, money, needs_award))
    costs = [
        (number(cost["money_per_year"], AMOUNT), cost.get("during", "always"))
        for cost in pursuit.get("costs", [])
    ]
    return activities, benefits, costs


def regime(items, person, which):
    """Unmet shares, hours, loaded hours, felt hours and money in one regime."""
    activities, benefits, costs = items
    hours = loaded = felt = money = 0.0
    for time_a_week, felt_share, is_rest, during in activities:
        if during in ("always", which):
            hours = hours + time_a_week
            if not is_rest:
                loaded = loaded + time_a_week
                felt = felt + time_a_week * felt_share
    largest = {}
    for category, strength, gain, needs_award in benefits:
        if which == "holding" or not needs_award:
            money = money + gain
            known = largest.get(category)
            largest[category] = strength if known is None else np.maximum(known, strength)
    for cost, during in costs:
        if during in ("always", which):
            money = money - cost
    unmet = {motive: 1.0 for motive in SERVED}
    for category, strength in largest.items():
        for motive, share in person["serves"].get(category, {}).items():
            if not np.isscalar(share) or share != 0:
                unmet[motive] = unmet[motive] * (1 - share * strength)
    return unmet, hours, loaded, felt, money


def profile(pursuit, person, number):
    items = drawn_items(pursuit, person, number)
    one = regime(items, person, "pursuing")
    if "award" not in pursuit:
        return (*one, one[1])
    two = regime(items, person, "holding")
    award = pursuit["award"]
    chance = np.where(one[2] > 0, number(award["chance_per_year"], SHARE), 0)
    renewal = np.where(two[2] > 0, number(award["renewal_chance"], SHARE), 0)
    held = 1.0 if award.get("held") else 0.0
    share = 0.0
    for weight in person["years"]:
        held = held * renewal + (1 - held) * chance
        share = share + weight * held
    mixed = lambda a, b: a if a is b else a + share * (b - a)
    unmet = {motive: mixed(one[0][motive], two[0][motive]) for motive in SERVED}
    peak = np.maximum(
        np.where(share < 1 - TIE, one[1], -np.inf), np.where(share > TIE, two[1], -np.inf)
    )
    return (unmet, *(mixed(a, b) for a, b in zip(one[1:], two[1:])), peak)


def merged(one, two):
    unmet = {motive: one[0][motive] * two[0][motive] for motive in SERVED}
    return (unmet, *(a + b for a, b in zip(one[1:], two[1:])))


def worth(of, person):
    unmet, _, loaded, felt, money, _ = of
    weights, protections = person["weights"], person["protections"]
    gains = sum(
        weight * (1 - unmet[motive])
        for weight, motive in zip(weights, SERVED)
        if not np.isscalar(unmet[motive]) or unmet[motive] != 1
    )
    yearly = money / person["yearly"]
    gains = gains + weights[7] * np.clip(yearly, 0, 1)
    c, x = person["convexity"], np.clip(felt / person["free"], 0, 1)
    tiring = x / 0.75 if np.all(c == 0) else np.expm1(c * x) / np.expm1(0.75 * c)
    work, limit, risk = person["work"], person["from"], person["risk"]
    over = np.maximum(0, work + loaded - limit) - np.maximum(0, work - limit)
    effect = 1 + person["autonomy_effect"] * (1 - 2 * person["autonomy"])
    odds = risk / (1 - risk) * np.exp(person["log_odds"] * over * effect)
    strain = (odds / (1 + odds) - risk) / (1 - risk)
    costs = protections["personal_time"] * tiring + protections["wellbeing"] * strain
    costs = costs + protections["savings"] * np.clip(-yearly, 0, 1)
    return 100 * gains - 10 * costs


def all_mixes(case, number):
    """Worth and peak of every mix, by the bits of its pursuits, and the person's free hours."""
    person = person_of(case, number)
    profiles = [profile(pursuit, person, number) for pursuit in case["pursuits"]]
    nothing = ({motive: 1.0 for motive in SERVED}, 0.0, 0.0, 0.0, 0.0, 0.0)
    mixes = [nothing]
    for one in profiles:
        mixes += [merged(mix, one) if mix is not nothing else one for mix in mixes]
    return [worth(mix, person) for mix in mixes], [mix[5] for mix in mixes], person["free"]


def chosen_plans(case):
    """For each pursuit the best mix with it and the best one without it, in the base case."""
    worths, peaks, free = all_mixes(case, Means())

    def best(allowed):
        top = max(worths[mix] for mix in allowed)
        tied = [mix for mix in allowed if worths[mix] >= top - TIE]
        order = lambda mix: (mix.bit_count(), [i for i in range(mix.bit_length()) if mix >> i & 1])
        return min(tied, key=order)

    fitting = [mix for mix in range(len(worths)) if peaks[mix] <= free + TIE]
    plans = []
    for i in range(len(case["pursuits"])):
        with_it = [mix for mix in fitting if mix >> i & 1]
        without = [mix for mix in fitting if not mix >> i & 1]
        plans.append((best(with_it) if 1 << i in fitting else 1 << i, best(without)))
    return plans


def main():
    scenarios, rounds, seed = (int(word) for word in sys.argv[1:4])
    case = json.load(sys.stdin)
    seconds = []
    for round in range(rounds):
        start = time.process_time()
        plans = chosen_plans(case)
        worths, _, _ = all_mixes(case, Draws(scenarios, seed + round))
        told = []
        for i, (with_it, without) in enumerate(plans):
            columns = {"worth": worths[1 << i], "margin": worths[with_it] - worths[without]}
            means = {"id": case["pursuits"][i].get("id")}
            for name, values in columns.items():
                error = np.std(values, ddof=1) / scenarios**0.5
                chance = float(np.mean(values > 0))
                means[name] = {"mean": np.mean(values), "standard_error": error, "chance": chance}
            told.append(means)
        seconds.append(time.process_time() - start)
    print(json.dumps({"seconds": min(seconds), "first": seconds[0], "pursuits": told}))


main()
