//! Currencies as people name them: `euro`, `$`, `KSh`.

/// What people write, in lower case, and the ISO 4217 code that it means. The unit without a country is
/// taken for the currency that is most often meant by it.
const NAMES: [(&str, &str); 50] = [
    ("€", "EUR"),
    ("euro", "EUR"),
    ("euros", "EUR"),
    ("$", "USD"),
    ("us$", "USD"),
    ("dollar", "USD"),
    ("dollars", "USD"),
    ("bucks", "USD"),
    ("£", "GBP"),
    ("pound", "GBP"),
    ("pounds", "GBP"),
    ("quid", "GBP"),
    ("sterling", "GBP"),
    ("zł", "PLN"),
    ("zl", "PLN"),
    ("zloty", "PLN"),
    ("złoty", "PLN"),
    ("zlotys", "PLN"),
    ("złotych", "PLN"),
    ("ksh", "KES"),
    ("kshs", "KES"),
    ("shilling", "KES"),
    ("shillings", "KES"),
    ("franc", "CHF"),
    ("francs", "CHF"),
    ("sfr", "CHF"),
    ("¥", "JPY"),
    ("yen", "JPY"),
    ("yuan", "CNY"),
    ("rmb", "CNY"),
    ("₹", "INR"),
    ("rupee", "INR"),
    ("rupees", "INR"),
    ("rs", "INR"),
    ("kč", "CZK"),
    ("koruna", "CZK"),
    ("forint", "HUF"),
    ("ft", "HUF"),
    ("rand", "ZAR"),
    ("naira", "NGN"),
    ("₦", "NGN"),
    ("real", "BRL"),
    ("reais", "BRL"),
    ("r$", "BRL"),
    ("a$", "AUD"),
    ("c$", "CAD"),
    ("₺", "TRY"),
    ("lira", "TRY"),
    ("won", "KRW"),
    ("shekel", "ILS"),
];

/// Codes that may stand beside an amount.
const CODES: [&str; 28] = [
    "eur", "usd", "gbp", "chf", "cad", "aud", "nzd", "jpy", "cny", "inr", "kes", "ngn", "zar",
    "pln", "czk", "huf", "sek", "nok", "dkk", "try", "brl", "mxn", "ils", "krw", "ugx", "tzs",
    "ghs", "sgd",
];

/// Whether a word or a sign, in lower case, names a currency.
pub(super) fn is_currency(word: &str) -> bool {
    CODES.contains(&word) || by_name(word).is_some()
}

fn by_name(word: &str) -> Option<&'static str> {
    NAMES.iter().find(|(name, _)| *name == word).map(|(_, code)| *code)
}

/// The code of the one currency that an answer names; otherwise the answer in capitals, to be judged as a
/// code.
pub(super) fn code(answer: &str) -> String {
    const LONGEST: usize = 80;
    let whole = answer.trim().to_uppercase();
    if answer.len() > LONGEST {
        return whole;
    }
    let lower = answer.to_lowercase();
    let words = lower.split(|c: char| c.is_whitespace() || ",.;:()!?".contains(c));
    let mut named: Vec<String> = words
        .filter_map(|word| {
            let code = CODES.contains(&word).then(|| word.to_uppercase());
            by_name(word).map(str::to_owned).or(code)
        })
        .collect();
    named.dedup();
    match named.as_slice() {
        [only] => only.clone(),
        _ => whole,
    }
}

/// What several units of a currency are called: `euros`. One that people name by its code keeps it.
pub(super) fn plural(code: &str) -> String {
    let named = PLURALS.iter().find(|(own, _)| *own == code);
    named.map_or(code, |(_, plural)| *plural).to_owned()
}

const PLURALS: [(&str, &str); 14] = [
    ("EUR", "euros"),
    ("GBP", "pounds"),
    ("CHF", "francs"),
    ("PLN", "zlotys"),
    ("KES", "shillings"),
    ("JPY", "yen"),
    ("CNY", "yuan"),
    ("INR", "rupees"),
    ("CZK", "koruna"),
    ("HUF", "forints"),
    ("ZAR", "rand"),
    ("NGN", "naira"),
    ("BRL", "reais"),
    ("ILS", "shekels"),
];

#[cfg(test)]
mod tests {
    use super::code;

    #[test]
    fn a_currency_is_known_by_its_code_its_name_and_its_sign() {
        for (text, known) in [
            ("eur", "EUR"),
            ("Euro", "EUR"),
            ("€", "EUR"),
            ("$", "USD"),
            ("US dollars", "USD"),
            ("pounds, please", "GBP"),
            ("£", "GBP"),
            ("zł", "PLN"),
            ("KSh", "KES"),
            ("in KES", "KES"),
            ("Swiss francs", "CHF"),
            ("xdr", "XDR"),
        ] {
            assert_eq!(code(text), known, "{text}");
        }
        for text in ["", "euros or dollars", "doubloons"] {
            assert!(code(text).len() != 3, "{text}");
        }
    }
}
