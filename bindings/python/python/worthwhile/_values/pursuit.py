"""The answer for each pursuit, and how its figures spread over the scenarios."""

from __future__ import annotations

from .value import Value

# Type checkers treat this name as true. The module of that name would slow the import.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Literal

    from .basis import Remark
    from .value import _Verdict


class PursuitAssessment(Value, init=False):
    """The answer for one pursuit."""

    id: str
    """Its id, unique in the case."""

    name: str
    """Its name for people."""

    verdict: _Verdict
    """Whether it is worth it, and if not, why.

    `worth_it`: it belongs in the best use of the free hours, with its award if it has one.
    `without_the_award`: the award does not, but the same work without it does. `better_elsewhere`:
    it is worth something, but there is a better use of the hours. `not_worth_it`: the life without
    it is as good or better. `not_feasible`: it takes more hours than there are, at every level.
    """

    level: float
    """How much of it the best plan with it has, as a fraction of what is planned, 0 to 1.5."""

    confidence: float | None = None
    """Share of the scenarios that agree with the yes or no, 0 to 1. None if nothing is uncertain."""

    close_call: bool
    """Whether a small change would be enough to change the yes or no."""

    worth: Summary
    """Worth of the pursuit on its own at its level, in points."""

    margin: Summary
    """Worth of the plan with it, award included, minus that of the plan without it or its award.

    In points.
    """

    margin_over_none: Summary
    """Worth of the plan with it minus that of the plan without any of it, in points."""

    contributions: tuple[Contribution, ...]
    """What it gives and takes, in points: motives, protections, then drawbacks.

    They add up to the worth.
    """

    opportunity_cost: float
    """Worth minus margin over none of it: what the other pursuits lose because of it, in points."""

    plan_with: PlanSummary
    """The best plan that contains it, with its award if it has one.

    It alone at its lowest level, if it fits at none.
    """

    plan_without: PlanSummary
    """The best plan without it or, if it has an award, without its award."""

    plan_without_any: PlanSummary
    """The best plan without any of it."""

    work_worth: float | None = None
    """Worth of the same work on its own without the award, in points. Only with an award.

    It is also what remains if the award is not renewed.
    """

    work_margin: float | None = None
    """Worth of the best plan with the work but not the award, minus that without any of it.

    In points. Only with an award.
    """

    title_premium: float | None = None
    """What the award adds to the work, in points; may be negative. Only with an award."""

    hours_per_week: Summary
    """Hours a week, averaged over the years ahead, including what is done anyway."""

    extra_hours_per_week: float
    """Hours a week beyond what is done anyway."""

    busiest_hours_per_week: Summary
    """Hours a week in the busiest year."""

    felt_hours_per_week: Summary
    """Hours a week as felt: an enjoyed hour counts less, a dreaded one more."""

    burnout_risk: Summary
    """Chance of burnout with it, 0 to 1."""

    money_per_year: Summary
    """Money a year, earnings minus spending, in the person's currency."""

    margin_quantiles: tuple[float, ...] = ()
    """Quantiles of the margin at 0, 0.05, ..., 1, in points. Empty if nothing is uncertain."""

    years: tuple[YearSummary, ...]
    """Each of the years ahead."""

    award: AwardSummary | None = None
    """How likely the award is to be held. Only with an award."""

    ledger: LedgerSummary | None = None
    """The money view. Only if the case has a value for an hour."""

    probabilities: Probabilities | None = None
    """How likely some outcomes are. Only if something is uncertain."""

    rank_acceptability: tuple[float, ...] = ()
    """How likely it is to have each rank by worth, 0 to 1, the first rank first.

    The ranks are among all pursuits and the life without any. Empty if nothing is uncertain.
    """

    reasons: tuple[Remark, ...]
    """Why, in words with their numbers."""

    warnings: tuple[Remark, ...]
    """What to watch out for."""


class Contribution(Value, init=False):
    """One part of a worth."""

    kind: Literal["motive", "protection", "drawbacks"]
    """Whether it is a motive served, something protected, or what bothers the person."""

    id: str
    """A motive, `personal_time`, `wellbeing`, `savings`, or `drawbacks`."""

    points: float
    """Points, negative for what is lost."""


class PlanSummary(Value, init=False):
    """Pursuits done together."""

    pursuits: tuple[PlannedPursuit, ...]
    """The pursuits in case order; empty means the life without any of them."""

    worth: float
    """Worth in points."""

    hours_per_week: float
    """Hours a week of all of them together, averaged over the years ahead."""


class PlannedPursuit(Value, init=False):
    """One pursuit of a plan."""

    id: str
    """Its id."""

    level: float
    """How much of it, as a fraction of what is planned, 0 to 1.5."""

    award: bool | None = None
    """Whether the plan goes for its award, or does the same work without it.

    None if it has no award.
    """


class YearSummary(Value, init=False):
    """One year of a pursuit at its level."""

    hours_per_week: float
    """Hours a week."""

    felt_hours_per_week: float
    """Hours a week as felt."""

    burnout_risk: float
    """Chance of burnout with the load of this year, 0 to 1."""

    money: float
    """Earnings minus spending in the year, in the person's currency."""

    holding_share: float | None = None
    """Chance of holding the award in this year, 0 to 1. Only with an award."""


class AwardSummary(Value, init=False):
    """How likely an award is to be held."""

    name: str | None = None
    """What the answer calls it. None if it is `the award`."""

    holding_share: float
    """Share of the years ahead in which it is held, 0 to 1."""

    chance_ever: float
    """Chance of holding it at some point, 0 to 1."""

    hours_per_week_when_held: float
    """Hours a week in the busiest year in which it is held."""


class LedgerSummary(Value, init=False):
    """Money only, with a price for the hours, over the years ahead.

    All figures are relative to the life without it.
    """

    npv: float
    """Net present value, in the person's currency."""

    benefit_cost_ratio: float | None = None
    """Discounted earnings divided by discounted costs, hours included. None if nothing is spent."""

    payback_years: int | None = None
    """First year from which it stays paid for, to the last year ahead. None if there is none."""

    break_even_hour_value: float | None = None
    """The value of an hour, in the person's currency, at which it would break even.

    None if no hour is felt, or if it would be negative.
    """


class Summary(Value, init=False):
    """A figure over all scenarios, in the unit of the figure.

    If nothing is uncertain, the spread is zero. A percentile is the smallest value that is not
    exceeded in that percentage of the scenarios.
    """

    mean: float
    """Mean."""

    standard_error: float
    """Standard error of the mean: how far off it may be because the scenarios are only so many."""

    sd: float
    """Standard deviation: how far apart the scenarios are."""

    p5: float
    """5th percentile."""

    p25: float
    """25th percentile."""

    p50: float
    """Median."""

    p75: float
    """75th percentile."""

    p95: float
    """95th percentile."""


class Probabilities(Value, init=False):
    """How likely some outcomes are, as shares of the scenarios."""

    worth_positive: float
    """That it is worth more on its own than the life without it, 0 to 1."""

    margin_positive: float
    """That the plan with it is worth more than the plan without it or its award, 0 to 1."""

    does_not_fit: float
    """That it takes more hours than there are, 0 to 1."""

    standard_errors: ProbabilityErrors
    """How far off each may be because the scenarios are only so many."""


class ProbabilityErrors(Value, init=False):
    """Standard errors of probabilities."""

    worth_positive: float
    """Of `worth_positive`, a share."""

    margin_positive: float
    """Of `margin_positive`, a share."""

    does_not_fit: float
    """Of `does_not_fit`, a share."""


class WithoutAny(Value, init=False):
    """The life without any of the pursuits, which is worth 0 by definition."""

    rank_acceptability: tuple[float, ...]
    """How likely it is to have each rank by worth, 0 to 1, the first rank first.

    The ranks are among all pursuits and the life without any.
    """
