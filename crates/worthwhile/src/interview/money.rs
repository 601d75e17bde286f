//! How much money would be plenty, and what a dollar is: asked once it is known which amounts are in play.

use super::facts;
use super::protections::{CURRENCY_AT, ENOUGH_AT, MONEY_AT, is_driven_by_income};
use super::question::{InterviewQuestion, QuestionKind};
use super::script::{Script, Turn};
use crate::field::{MEANINGFUL_YEARLY_AMOUNT, USD_RATE};
use crate::problem::number;
use crate::words::questions::{MONEY, RATE};

/// Up to this amount a year, in whatever currency, nobody is asked how much would be plenty. Illustrative.
const SMALL_AMOUNT: f64 = 500.0;

/// Asks how much extra money would be plenty, where more than a small amount is in play or money is what
/// drives the person.
pub(super) fn enough(script: &mut Script<'_>) {
    if !script.case.has(MONEY_AT) {
        return;
    }
    let is_in_case = script.in_base(MONEY_AT);
    let is_large = is_driven_by_income(script) || facts::largest_amount(script) > SMALL_AMOUNT;
    if is_large || is_in_case || script.is_answered(MONEY.id) {
        let question = script.question(QuestionKind::Amount, MONEY);
        let question = question.of_field(&MEANINGFUL_YEARLY_AMOUNT, ENOUGH_AT.to_owned());
        let question = InterviewQuestion { help: MONEY.help.to_owned(), ..question };
        let reply = script.ask(question, Turn::Soon, is_in_case);
        if let Some(enough) = reply.number() {
            script.say(ENOUGH_AT, enough.estimate(&MEANINGFUL_YEARLY_AMOUNT.domain));
        }
    }
    if script.unsaid.contains(ENOUGH_AT) {
        script.stands_in("the money that would satisfy you");
    }
}

/// Asks what a dollar is in another currency, where an amount of a preset counts.
pub(super) fn rate(script: &mut Script<'_>) {
    let code = script.case.text(CURRENCY_AT).filter(|code| *code != "USD");
    let Some(currency) = code.map(super::currency::plural) else { return };
    if !facts::has_amount_of_a_preset(script) && !script.is_answered(RATE.id) {
        return;
    }
    let question = script.question(QuestionKind::Amount, RATE);
    let text = question.text.replace("{currency}", &currency);
    let question = InterviewQuestion { text, ..question };
    let pointer = "/person/money/usd_rate";
    let question = question.of_field(&USD_RATE, pointer.to_owned());
    if let Some(rate) = script.ask(question, Turn::Soon, script.in_base(pointer)).number() {
        script.case.set(pointer, number(rate.middle()));
    }
}
