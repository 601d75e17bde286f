"""A pursuit of a case, with its award, at the levels that are asked for."""

from collections import defaultdict
from functools import reduce

import numpy as np

from numpy_life import NOTHING, Life, is_nothing, plus, times

REGIMES = {
    "work": ["always"],
    "pursuing": ["always", "award", "pursuing"],
    "holding": ["always", "award", "holding"],
}


def ratio(own, usual):
    """A quotient that is 1 where its divisor is 0."""
    if own is usual:
        return 1.0
    if np.all(usual):
        return own / usual
    return np.divide(own, usual, out=np.ones(np.shape(own + usual)), where=usual != 0)


def won(chance, part):
    if np.all(part <= 1):
        return chance * part
    return np.where(part <= 1, chance * part, 1 - (1 - chance) ** part)


class Pursuit:
    """What a pursuit is at level 1, and its profiles."""

    def __init__(self, pursuit, person):
        self.person, self.lasts = person, pursuit.get("lasts_years")
        self.anyway = pursuit.get("anyway", 0)
        self.award = pursuit.get("award")
        self.take_activities(pursuit.get("activities", []))
        self.take_benefits(pursuit.get("benefits", []))
        spending = defaultdict(float)
        for cost in pursuit.get("costs", []):
            own = cost["money_per_year"] * person.share(cost, self.lasts)
            spending[cost["during"]] = plus(spending[cost["during"]], own)
        self.spending = self.by_regime(spending)
        self.take_drawbacks(pursuit.get("drawbacks", []))
        self.known = {}

    def by_regime(self, groups):
        """Sums of what is active in each regime."""
        has = lambda names: (groups[name] for name in names if name in groups)
        return {regime: reduce(plus, has(names), 0.0) for regime, names in REGIMES.items()}

    def take_activities(self, activities):
        person, only_rest = self.person, all(own["kind"] == "rest" for own in activities)
        sums = {name: defaultdict(float) for name in "loaded felt rest effort own usual".split()}
        is_told_apart = is_timed = False

        def count(name, during, much):
            sums[name][during] = plus(sums[name][during], much)

        for activity in activities:
            during, is_rest = activity["during"], activity["kind"] == "rest"
            usual = activity.get("usual_per_year", activity.get("per_year"))
            yearly = activity["hours"] * activity.get("per_year", usual)
            there = person.share(activity, self.lasts)
            is_timed |= np.ndim(there) > 0
            weekly = yearly * (there / 52)
            count("rest" if is_rest else "loaded", during, weekly)
            if not is_rest:
                count("felt", during, weekly * self.felt_share(activity["enjoyability"] / 10))
            if only_rest or not is_rest:
                count("own", during, yearly)
                is_told_apart |= {"usual_per_year", "per_year"} <= activity.keys()
                count("usual", during, activity["hours"] * usual)
                count("effort", during, yearly * there)
        loads = {name: self.by_regime(groups) for name, groups in sums.items()}
        self.loaded, self.felt, self.rest = loads["loaded"], loads["felt"], loads["rest"]
        own = loads["own"]
        # What is never told apart is one and the same.
        usual = loads["usual"] if is_told_apart else own
        effort = loads["effort"] if is_timed else own
        self.amount = {name: ratio(own[name], usual["pursuing"]) for name in REGIMES}
        self.part = {name: ratio(own[name], usual[name]) for name in REGIMES}
        self.effort = {name: ratio(effort[name], own[name]) for name in REGIMES}

    def felt_share(self, joy):
        if np.all(joy >= 0):
            return 1 - joy * self.person.autonomy
        return 1 - np.where(joy < 0, joy, joy * self.person.autonomy)

    def take_benefits(self, benefits):
        self.gifts, self.of_award, self.earnings = defaultdict(list), {}, 0.0
        self.award_earnings = 0.0
        for benefit in benefits:
            needs_award = benefit["requires"] == "award"
            chance = benefit["chance"]
            for condition in benefit.get("depends_on", []):
                chance = chance * self.person.conditions[condition]
            if not needs_award:
                chance = chance * self.person.share(benefit, self.lasts)
            money, strength = benefit["money_per_year"], benefit["strength"] / 10
            if not is_nothing(money) and needs_award:
                self.award_earnings = plus(self.award_earnings, money * chance)
            elif not is_nothing(money):
                self.earnings = plus(self.earnings, money * chance)
            category = benefit["category"]
            if is_nothing(strength) or not self.person.serves[category]:
                continue
            if needs_award:
                own, known = strength * chance, self.of_award.get(category)
                self.of_award[category] = own if known is None else np.maximum(known, own)
            else:
                self.gifts[category].append((strength, chance))
        # What the award alone gives is the same for every amount of effort.
        alone = {name: own for name, own in self.of_award.items() if name not in self.gifts}
        self.award_unmet = self.unmet(alone)

    def unmet(self, largest):
        unmet = {}
        for category, strength in largest.items():
            for motive, serves in self.person.serves[category].items():
                own = strength * -serves
                own += 1
                unmet[motive] = unmet[motive] * own if motive in unmet else own
        return unmet

    def take_drawbacks(self, drawbacks):
        self.bothers, award = [], {name: 1.0 for name in REGIMES}
        for drawback in drawbacks:
            if is_nothing(drawback["bother"]):
                continue
            bother = self.person.drawback_share / 10 * drawback["bother"] * drawback["chance"]
            bother = bother * self.person.share(drawback, self.lasts)
            if drawback["during"] == "always":
                self.bothers.append(bother)
                continue
            for regime, names in REGIMES.items():
                if drawback["during"] in names:
                    award[regime] = award[regime] * (1 - bother)
        self.award_ease = award

    def given(self, regime, level):
        """What effort of its amount gives: unmet shares without and with the award, earnings."""
        amount = np.minimum(1.5, level * self.amount[regime])
        returns = amount**self.person.returns
        largest = {}
        for category, gifts in self.gifts.items():
            for strength, chance in gifts:
                own = np.minimum(1, strength * returns) * chance
                known = largest.get(category)
                largest[category] = own if known is None else np.maximum(known, own)
        shared = {name: largest.pop(name) for name in self.of_award if name in largest}
        plain = self.unmet(largest)
        without = times(plain, self.unmet(shared))
        if self.award is None:
            return without, None, returns * self.earnings
        more = {name: np.maximum(own, self.of_award[name]) for name, own in shared.items()}
        with_award = times(times(plain, self.unmet(more)), self.award_unmet)
        return without, with_award, returns * self.earnings

    def ease(self, level):
        z, ease = np.minimum(1, level), 1.0
        for bother in self.bothers:
            ease = ease * (1 - z * bother)
        return ease

    def profile(self, level, has_award):
        """What it takes and gives at a level, with its award or as work without it."""
        if (level, has_award) not in self.known:
            done = level if is_nothing(self.anyway) else np.maximum(level, self.anyway)
            made = self.pursued(done) if has_award and self.award else self.done(done)
            self.known[level, has_award] = made
        return self.known[level, has_award]

    def without(self):
        """What is done of it anyway."""
        return NOTHING if is_nothing(self.anyway) else self.done(self.anyway)

    def done(self, level):
        unmet, _, earnings = self.given("work", level)
        return Life(
            unmet=unmet,
            ease=self.ease(level),
            loaded=level * self.loaded["work"],
            felt=level * self.felt["work"],
            rest=level * self.rest["work"],
            money=plus(earnings, -level * self.spending["work"]),
        )

    def pursued(self, level):
        """The years with the award's chain, each a mean over its states."""
        wins = self.effort["pursuing"] * won(
            self.award["chance_per_year"], np.minimum(1.5, level * self.part["pursuing"])
        )
        renews = self.effort["holding"] * won(
            self.award["renewal_chance"], np.minimum(1.5, level * self.part["holding"])
        )
        held = self.chain(wins, renews)

        def mean(figures):
            pursuing, holding = figures["pursuing"], figures["holding"]
            if pursuing is holding or is_nothing(holding - pursuing):
                return pursuing
            mean = held * (holding - pursuing)
            mean += pursuing
            return mean

        unmet, money = defaultdict(dict), {}
        for regime, wins in (("pursuing", wins), ("holding", renews)):
            without, with_award, earnings = self.given(regime, level)
            for motive, own in with_award.items():
                before = without.get(motive, 1.0)
                unmet[motive][regime] = before + wins * (own - before)
            spending = -level * self.spending[regime]
            money[regime] = plus(plus(earnings, wins * self.award_earnings), spending)
        level_of = lambda load: mean({name: level * own for name, own in load.items()})
        return Life(
            unmet={motive: mean(own) for motive, own in unmet.items()},
            ease=self.ease(level) * mean(self.award_ease),
            loaded=level_of(self.loaded),
            felt=level_of(self.felt),
            rest=level_of(self.rest),
            money=mean(money),
        )

    def chain(self, wins, renews):
        """H[t]: the share that holds it in each year."""
        years = len(self.person.omega)
        wins, renews = (np.atleast_1d(own) for own in (wins, renews))
        in_year = lambda chance, t: chance[t] if chance.ndim == 2 else chance
        held = np.empty((years, np.broadcast_shapes(wins.shape[-1:], renews.shape[-1:])[0]))
        held[0] = 1.0 if self.award["held"] else 0.0
        for t in range(years - 1):
            lost_or_kept = held[t] * (in_year(renews, t) - in_year(wins, t))
            np.add(lost_or_kept, in_year(wins, t), out=held[t + 1])
        return held
