//! A made-up answer, for the tests of this room.

use std::sync::Arc;

use super::facts::{Facts, PursuitFacts};
use super::names::contributions;
use crate::analysis::{Answer, LeverKind, Summary, Verdict};
use crate::assessment::{
    AsPlanned, Assessment, Assumption, AwardSummary, Basis, Engine, HowMuch, LedgerSummary, Lever,
    PersonSummary, PlanSummary, PlannedPursuit, Provenance, PursuitAssessment, Question,
    YearSummary,
};
use crate::estimate::Estimate;

pub(super) fn answer() -> Assessment {
    Assessment {
        schema_version: 1,
        engine: Engine {
            version: "0.1.0".to_owned(),
            points: "sobol".to_owned(),
            scenarios: 16_384,
            replicates: 8,
            seed: 1,
            levers: true,
        },
        person: PersonSummary {
            free_hours_per_week: 24.0,
            work_hours_per_week: 40.0,
            burnout_risk: 0.25,
            currency: Some(Arc::from("EUR")),
            horizon_years: 3,
        },
        question: question(),
        pursuits: vec![award(), rest()],
        without_any: None,
        best_mix: plan(
            vec![planned("mvp", 0.5, Some(true)), planned("rest", 1.0, None)],
            30.0,
            6.1,
        ),
        sensitivity: Vec::new(),
        levers: vec![
            lever(LeverKind::Hours, "/pursuits/mvp/activities/speaking/hours", 3.1, 5.5, true),
            lever(LeverKind::Condition, "/person/conditions/employer_regard", 0.5, 0.0, false),
        ],
        flips: Vec::new(),
        information: None,
        basis: Basis { given: 9, published: 4, illustrative: 61, defaults: 12, uncertain: 7 },
        assumptions: vec![Assumption {
            input: Arc::from("/person/protections/personal_time"),
            value: Some(Estimate::Certain(5.0)),
            follows: None,
            source: Provenance::Default { text: "a neutral middle, illustrative".into() },
        }],
        warnings: Vec::new(),
    }
}

pub(super) fn facts() -> Facts {
    Facts {
        autonomy: 0.7,
        most_hours_per_week: 12.0,
        has_limit: true,
        base_level: 0.5,
        pursuits: vec![
            PursuitFacts {
                anyway: 0.4,
                loaded_hours_per_week: 3.1,
                busiest_loaded_hours_per_week: 4.0,
                risk_without: 0.25,
                ..PursuitFacts::default()
            },
            PursuitFacts { risk_without: 0.25, ..PursuitFacts::default() },
        ],
        ..Facts::default()
    }
}

pub(super) fn planned(id: &str, level: f64, award: Option<bool>) -> PlannedPursuit {
    PlannedPursuit { id: id.to_owned(), level, award }
}

pub(super) fn lever(kind: LeverKind, input: &str, from: f64, shown: f64, turns: bool) -> Lever {
    let answer = if turns { Answer::No } else { Answer::Yes };
    let level = answer.is_yes().then_some(0.5);
    let inputs = vec![Arc::from(input)];
    Lever { kind, inputs, from, to: shown, shown, turns, answer, level, text: String::new() }
}

fn plan(pursuits: Vec<PlannedPursuit>, worth: f64, hours_per_week: f64) -> PlanSummary {
    PlanSummary { pursuits, worth, hours_per_week }
}

fn question() -> Question {
    let step = |level: f64, margin_over_none: Option<f64>| HowMuch {
        level,
        offered: [0.5, 1.0].contains(&level),
        hours_per_week: 6.2 * level,
        worth: 20.0,
        margin: margin_over_none.map(|points| points - 8.0),
        margin_over_none,
        work_worth: Some(12.0),
        chance_ever: Some(0.6),
    };
    let margins = [(0.1, 5.0), (0.25, 9.0), (0.5, 13.0), (0.75, 11.0), (1.0, 1.0), (1.25, -6.0)];
    let mut how_much: Vec<HowMuch> =
        margins.into_iter().map(|(level, margin)| step(level, Some(margin))).collect();
    how_much.push(step(1.5, None));
    Question {
        pursuit: "mvp".to_owned(),
        text: String::new(),
        answer: Answer::Yes,
        base_answer: None,
        verdict: Verdict::WorthIt,
        level: 0.5,
        chance_of_yes: Some(0.86),
        confidence: Some(0.86),
        close_call: false,
        close_because: Vec::new(),
        as_planned: Some(AsPlanned { margin: -7.0, margin_over_none: 1.0 }),
        how_much,
        summary: String::new(),
        in_brief: Vec::new(),
        details: String::new(),
    }
}

fn award() -> PursuitAssessment {
    let rest = || planned("rest", 1.0, None);
    let points = [11.0, 16.0, 0.0, 6.0, 0.0, 3.0, 1.0, 0.0, -7.0, -3.0, -1.0, -2.0];
    PursuitAssessment {
        worth: Summary::certain(24.0),
        margin: Summary::certain(5.0),
        margin_over_none: Summary::certain(13.0),
        contributions: contributions(points),
        plan_with: plan(vec![planned("mvp", 0.5, Some(true)), rest()], 30.0, 6.1),
        plan_without: plan(vec![rest()], 25.0, 3.0),
        plan_without_any: plan(vec![rest()], 17.0, 3.0),
        level: 0.5,
        work_worth: Some(19.0),
        work_margin: Some(8.0),
        title_premium: Some(5.0),
        hours_per_week: Summary::certain(3.1),
        extra_hours_per_week: 0.9,
        busiest_hours_per_week: Summary::certain(4.0),
        award: Some(AwardSummary {
            name: None,
            holding_share: 0.41,
            chance_ever: 0.7,
            hours_per_week_when_held: 4.0,
        }),
        ledger: Some(LedgerSummary {
            npv: -1200.0,
            benefit_cost_ratio: Some(0.8),
            payback_years: None,
            break_even_hour_value: Some(27.5),
        }),
        ..pursuit("mvp", "Microsoft MVP")
    }
}

fn rest() -> PursuitAssessment {
    pursuit("rest", "More rest")
}

fn pursuit(id: &str, name: &str) -> PursuitAssessment {
    let year = YearSummary {
        hours_per_week: 3.0,
        felt_hours_per_week: 1.5,
        burnout_risk: 0.25,
        money: 0.0,
        holding_share: None,
    };
    PursuitAssessment {
        id: id.to_owned(),
        name: name.to_owned(),
        verdict: Verdict::WorthIt,
        level: 1.0,
        confidence: None,
        close_call: false,
        worth: Summary::certain(17.0),
        margin: Summary::certain(6.0),
        margin_over_none: Summary::certain(6.0),
        contributions: contributions([17.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0, 0.0]),
        opportunity_cost: 11.0,
        plan_with: plan(vec![planned(id, 1.0, None)], 17.0, 3.0),
        plan_without: plan(Vec::new(), 0.0, 0.0),
        plan_without_any: plan(Vec::new(), 0.0, 0.0),
        work_worth: None,
        work_margin: None,
        title_premium: None,
        hours_per_week: Summary::certain(3.0),
        extra_hours_per_week: 3.0,
        busiest_hours_per_week: Summary::certain(3.0),
        felt_hours_per_week: Summary::certain(1.5),
        burnout_risk: Summary::certain(0.27),
        money_per_year: Summary::certain(0.0),
        margin_quantiles: Vec::new(),
        years: vec![year; 3],
        award: None,
        ledger: None,
        probabilities: None,
        rank_acceptability: Vec::new(),
        reasons: Vec::new(),
        warnings: Vec::new(),
    }
}
