//! Calls of the program in numpy that looks at every mix.

use serde_json::Value;

use crate::numpy::run;

/// A table of people, by the program that looks at every mix.
pub(crate) struct People {
    pub(crate) seconds: f64,
    pub(crate) cases: Vec<Answered>,
}

/// Worth and margin, person by person.
pub(crate) struct Answered {
    pub(crate) worth: Vec<f64>,
    pub(crate) margin: Vec<f64>,
}

/// Asks the program about people: `tuned` or `plain`.
pub(crate) fn ask(question: &str, rounds: u32, how: &str) -> People {
    let told = run("benches/numpy_people.py", &[rounds.to_string(), how.to_owned()], question);
    let numbers = |own: &Value, name: &str| -> Vec<f64> {
        own[name].as_array().unwrap().iter().map(|own| own.as_f64().unwrap()).collect()
    };
    let answered =
        |own: &Value| Answered { worth: numbers(own, "worth"), margin: numbers(own, "margin") };
    let cases = told["cases"].as_array().unwrap().iter().map(answered).collect();
    People { seconds: told["seconds"].as_f64().unwrap(), cases }
}
