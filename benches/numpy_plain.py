"""The model as its page has it, formula after formula on full arrays: a second yardstick.

    numpy_plain.py SCENARIOS ROUNDS SEED < question.json

It is what somebody writes who reads the page and knows numpy, without a look at what could be left
out or kept in the caches of the processor. It takes and gives the same as numpy_model.py, which is
tuned. Years are rows, scenarios are columns.
"""

import numpy as np

from numpy_model import main
from numpy_person import MOTIVES
from numpy_pursuit import REGIMES

SERVED = [motive for motive in MOTIVES if motive != "income"]


def ratio(own, usual):
    return np.where(usual == 0, 1.0, own / np.where(usual == 0, 1.0, usual))


class Model:
    def __init__(self, case):
        self.person, self.assumed = person, assumed = case["person"], case["assumptions"]
        self.pursuits = case["pursuits"]
        self.years = np.arange(1.0, person["horizon_years"] + 1)[:, None]
        discounts = (1 + person["discount_rate"]) ** (1 - self.years)
        self.omega = discounts / discounts.sum(axis=0)
        importance = [person["motivations"].get(motive, 0) for motive in MOTIVES]
        self.weights = {m: own / sum(importance) for m, own in zip(MOTIVES, importance)}
        self.autonomy = sum(self.weights[m] * assumed["autonomy"].get(m, 0) for m in MOTIVES)
        self.profiles = {}
        self.without = [self.work(pursuit, pursuit.get("anyway", 0)) for pursuit in self.pursuits]
        self.base = self.merged(self.without)

    def mean(self, figure):
        return (self.omega * figure).sum(axis=0)

    def share(self, item, pursuit):
        begun = self.years - item.get("delay_years", 0)
        lasts = item.get("lasts_years", pursuit.get("lasts_years", np.inf))
        return np.clip(begun, 0, 1) - np.clip(begun - lasts, 0, 1)

    def taken(self, pursuit, regime, level):
        """Hours, loaded and felt hours, money and ease of a regime, year by year."""
        zero = 0 * self.years
        hours, loaded, felt, spending, ease = zero, zero, zero, zero, zero + 1
        for own in pursuit.get("activities", []):
            if own["during"] in REGIMES[regime]:
                yearly = own["hours"] * own.get("per_year", own.get("usual_per_year"))
                weekly = level * yearly / 52 * self.share(own, pursuit)
                hours = hours + weekly
                if own["kind"] != "rest":
                    joy = np.asarray(own["enjoyability"]) / 10
                    loaded = loaded + weekly
                    felt = felt + weekly * (1 - joy * np.where(joy < 0, 1, self.autonomy))
        for own in pursuit.get("costs", []):
            if own["during"] in REGIMES[regime]:
                spending = spending + level * own["money_per_year"] * self.share(own, pursuit)
        for own in pursuit.get("drawbacks", []):
            if own["during"] in REGIMES[regime]:
                z = np.minimum(1, level) if own["during"] == "always" else 1
                points = self.assumed["drawback_points"] / 100 * own["bother"] / 10
                ease = ease * (1 - z * points * own["chance"] * self.share(own, pursuit))
        return {"hours": hours, "loaded": loaded, "felt": felt, "money": -spending, "ease": ease}

    def effort(self, pursuit, regime):
        """own[r], usual[r] and effort[t]."""
        all_own = pursuit.get("activities", [])
        is_only_rest = all(own["kind"] == "rest" for own in all_own)
        yearly, usual, in_years = 0.0, 0.0, 0 * self.years
        for own in all_own:
            if own["during"] in REGIMES[regime] and (is_only_rest or own["kind"] != "rest"):
                often = own.get("usual_per_year", own.get("per_year"))
                mine = own["hours"] * own.get("per_year", often)
                yearly, usual = yearly + mine, usual + own["hours"] * often
                in_years = in_years + mine * self.share(own, pursuit)
        return yearly, usual, ratio(in_years, yearly)

    def given(self, pursuit, regime, level, with_award):
        """Unmet shares and earnings of what effort of this amount gives."""
        (own, _, _), (_, usual, _) = (self.effort(pursuit, name) for name in (regime, "pursuing"))
        amount = np.minimum(1.5, level * ratio(own, usual))
        returns = amount ** self.assumed["returns_to_effort"]
        largest, earnings = {}, 0 * self.years
        for own in pursuit.get("benefits", []):
            chance, needs_award = own["chance"], own["requires"] == "award"
            for condition in own.get("depends_on", []):
                chance = chance * self.person["conditions"][condition]
            strength, factor = own["strength"] / 10, 1.0
            if not needs_award:
                chance, factor = chance * self.share(own, pursuit), returns
                strength = np.minimum(1, strength * returns)
            if with_award or not needs_award:
                before = largest.get(own["category"], 0.0)
                largest[own["category"]] = np.maximum(before, strength * chance)
                earnings = earnings + own["money_per_year"] * chance * factor
        unmet = {motive: 1 + 0 * self.years for motive in SERVED}
        for category, most in largest.items():
            for motive, serves in self.assumed["serves"][category].items():
                unmet[motive] = unmet[motive] * (1 - serves * most)
        return unmet, earnings

    def work(self, pursuit, level):
        unmet, earnings = self.given(pursuit, "work", level, False)
        own = self.taken(pursuit, "work", level)
        return {**own, **unmet, "money": own["money"] + earnings}

    def chance(self, pursuit, regime, level, chance):
        """p' and r'."""
        yearly, usual, in_years = self.effort(pursuit, regime)
        part = np.minimum(1.5, level * ratio(yearly, usual))
        return in_years * np.where(part <= 1, chance * part, 1 - (1 - chance) ** part)

    def state(self, pursuit, regime, level, wins):
        """A year in a state of the chain."""
        (unmet, earnings), (unmet_with, earnings_with) = (
            self.given(pursuit, regime, level, with_award) for with_award in (False, True)
        )
        own = self.taken(pursuit, regime, level)
        mean = {m: (1 - wins) * unmet[m] + wins * unmet_with[m] for m in SERVED}
        money = own["money"] + (1 - wins) * earnings + wins * earnings_with
        return {**own, **mean, "money": money}

    def profile(self, pursuit, level, has_award):
        key = pursuit["id"], level, has_award
        if key not in self.profiles:
            self.profiles[key] = self.years_of(pursuit, level, has_award)
        return self.profiles[key]

    def years_of(self, pursuit, level, has_award):
        level, award = np.maximum(level, pursuit.get("anyway", 0)), pursuit.get("award")
        if not (award and has_award):
            return self.work(pursuit, level)
        wins = self.chance(pursuit, "pursuing", level, award["chance_per_year"])
        renews = self.chance(pursuit, "holding", level, award["renewal_chance"])
        holding = [float(award["held"]) + 0 * (wins[0] + renews[0])]
        for won, kept in zip(wins[:-1], renews[:-1]):
            holding.append(holding[-1] * kept + (1 - holding[-1]) * won)
        holding = np.array(holding)
        if_not = self.state(pursuit, "pursuing", level, wins)
        if_held = self.state(pursuit, "holding", level, renews)
        return {name: (1 - holding) * if_not[name] + holding * if_held[name] for name in if_not}

    def merged(self, profiles):
        life = dict(profiles[0])
        for own in profiles[1:]:
            for name, figure in own.items():
                does_multiply = name == "ease" or name in SERVED
                life[name] = life[name] * figure if does_multiply else life[name] + figure
        return life

    def time_taken(self, life):
        c, free = self.assumed["time_convexity"], self.person["time"]["free_hours_per_week"]
        hours, felt = life["hours"], life["felt"]
        with np.errstate(divide="ignore", invalid="ignore"):
            within = felt * np.fmin(1, free / hours)
            x = (within + np.maximum(0, hours - free) * np.fmax(1, felt / hours)) / free
        curve = np.expm1(c * np.minimum(x, 1)) + np.maximum(0, x - 1) * c * np.exp(c)
        return curve / np.expm1(c / 2)

    def value(self, plan):
        """Worth in points and risk of burnout of a mix, given by level and award of each id."""
        person, assumed, base = self.person, self.assumed, self.base
        life = self.merged([
            self.profile(own, *plan[own["id"]]) if own["id"] in plan else without
            for own, without in zip(self.pursuits, self.without)
        ])
        points = sum(self.weights[m] * self.mean(base[m] - life[m]) for m in SERVED)
        yearly = person["money"]["meaningful_yearly_amount"]
        money, before = self.mean(life["money"]) / yearly, self.mean(base["money"]) / yearly
        points = points + self.weights["income"] * (np.clip(money, 0, 1) - np.clip(before, 0, 1))
        job = person["time"]["work_hours_per_week"] - assumed["overwork_from_hours"]
        over, over_before = (np.maximum(0, job + own["loaded"]) for own in (life, base))
        rest = (life["hours"] - life["loaded"]) - (base["hours"] - base["loaded"])
        strain = 1 + assumed["autonomy_effect"] * (1 - 2 * self.autonomy)
        strain = strain * (over - over_before) - assumed["rest_offsets_overwork"] * rest
        today = person["burnout_risk"]
        log_odds = np.log(today / (1 - today)) + assumed["overwork_log_odds_per_hour"] * strain
        risk = self.mean(1 / (1 + np.exp(-log_odds)))
        protections = {name: own / 10 for name, own in person["protections"].items()}
        taken = self.mean(self.time_taken(life) - self.time_taken(base))
        lost = np.maximum(0, -money) - np.maximum(0, -before)
        points = points - protections["personal_time"] * taken
        points = points - protections["wellbeing"] * (risk - today)
        points = points - protections["savings"] * lost - self.mean(base["ease"] - life["ease"])
        return 100 * points, risk


def figures(case, plans, out):
    """The figures of every pursuit, in rows of `out`."""
    model = Model(case)
    for pursuit, (with_it, without, without_any), rows in zip(model.pursuits, plans, out):
        level, has_award = with_it[pursuit["id"]]
        rows[0], rows[6] = model.value({pursuit["id"]: (level, has_award)})
        worth, _ = model.value(with_it)
        rows[1] = worth - model.value(without)[0]
        rows[2] = worth - model.value(without_any)[0]
        profile = model.profile(pursuit, level, has_award)
        for row, name in ((3, "hours"), (5, "felt"), (7, "money")):
            rows[row] = model.mean(profile[name])
        rows[4] = profile["hours"].max(axis=0)


if __name__ == "__main__":
    main(figures, block=None)
