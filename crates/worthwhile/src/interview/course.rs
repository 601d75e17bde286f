//! The interview in its order.

use super::script::Script;
use super::{about, effort, facts, leaves_out, money, others, protections, rated, week};

/// Asks everything in its order. Each part puts what is answered into the case.
pub(super) fn play(mut script: Script<'_>) -> Script<'_> {
    match about::ask(&mut script) {
        Some(own) => {
            week::ask(&mut script);
            about::describe(&mut script, &own);
            effort::situation(&mut script);
        }
        None => {
            effort::situation(&mut script);
            week::ask(&mut script);
        }
    }
    effort::ask(&mut script);
    protections::drives(&mut script);
    protections::free_time(&mut script);
    let instead = others::instead(&mut script);
    protections::money(&mut script);
    facts::ask(&mut script);
    money::enough(&mut script);
    others::excludes(&mut script, &instead);
    facts::main_gain(&mut script);
    others::bothers(&mut script);
    effort::part(&mut script);
    protections::losses(&mut script);
    protections::years(&mut script);
    money::rate(&mut script);
    leaves_out::note_employer(&mut script);
    rated::ask(&mut script);
    script
}
