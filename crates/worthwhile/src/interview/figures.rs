//! The numbers in a sentence, in figures and in words: `depends, 40 to 50`, `ten to fifteen hours`, `$12k`.

use super::currency::is_currency;

/// A number of a sentence.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(super) struct Figure {
    pub(super) value: f64,
    /// What it was multiplied by: 1000 in `12k`.
    pub(super) factor: f64,
    pub(super) is_percent: bool,
    /// Whether it is tied to the number before it as the end of a range.
    pub(super) is_end: bool,
    /// Whether it is the end of a range in either order: `55, sometimes 60`, `8, some weeks none`.
    pub(super) is_either: bool,
}

/// How the numbers of a question are meant.
#[derive(Debug, Clone, Copy)]
pub(super) struct Sense {
    /// Whether `8,000` is eight thousand and `1.5m` a million and a half.
    pub(super) is_money: bool,
    /// Whether `half` is a part of the whole.
    pub(super) is_share: bool,
    /// Whether `none` is zero.
    pub(super) has_none: bool,
}

#[derive(Debug, Clone, Copy, PartialEq)]
enum Kind {
    Digits,
    Word,
    Mark,
}

/// A piece of a text: digits with their marks, a word, or a single sign.
#[derive(Debug, Clone, Copy)]
struct Piece<'t> {
    kind: Kind,
    text: &'t str,
    /// Whether nothing stands between it and the piece before.
    is_glued: bool,
}

/// Longer texts than this are no answers to how much.
const LONGEST: usize = 300;

/// The numbers of a text in lower case, in their order. None if something in it looks like a number and is
/// none.
pub(super) fn figures(text: &str, sense: Sense) -> Option<Vec<Figure>> {
    if text.len() > LONGEST {
        return None;
    }
    let pieces = pieces(text);
    let mut reader =
        Reader { pieces: &pieces, at: 0, sense, found: Vec::new(), gap: Gap::default() };
    while reader.at < pieces.len() {
        reader.step()?;
    }
    Some(reader.found)
}

/// Whether a text is nothing but numbers and words that leave them what they are.
pub(super) fn is_plain(text: &str) -> bool {
    let is_number = |word: &str| word.starts_with(|c: char| c.is_ascii_digit());
    let is_known = |word: &&str| {
        is_number(word)
            || small(word).is_some()
            || [FILLERS.as_slice(), &EITHER, &LINKS, &GUESS].iter().any(|all| all.contains(word))
    };
    text.split(|c: char| !c.is_alphanumeric())
        .filter(|own| !own.is_empty())
        .all(|own| is_known(&own))
}

fn pieces(text: &str) -> Vec<Piece<'_>> {
    let mut all: Vec<Piece<'_>> = Vec::new();
    let mut end = 0;
    while let Some(rest) = text.get(end..) {
        let trimmed = rest.trim_start();
        let is_glued = trimmed.len() == rest.len() && !all.is_empty();
        let Some(first) = trimmed.chars().next() else { break };
        let begins_decimal =
            ".,".contains(first) && trimmed.chars().nth(1).is_some_and(|c| c.is_ascii_digit());
        let (kind, length) = if first.is_ascii_digit() || begins_decimal {
            (Kind::Digits, digits(trimmed))
        } else if first.is_alphabetic() {
            let is_more = |c: char| c.is_alphabetic() || c == '\'';
            (Kind::Word, trimmed.find(|c| !is_more(c)).unwrap_or(trimmed.len()))
        } else {
            (Kind::Mark, first.len_utf8())
        };
        let Some(own) = trimmed.get(..length) else { break };
        all.push(Piece { kind, text: own, is_glued });
        end = text.len() - trimmed.len() + length;
    }
    all
}

/// How far digits go, with the marks between them, and with blanks before groups of three.
fn digits(text: &str) -> usize {
    let mut end = 0;
    loop {
        let rest = text.get(end..).unwrap_or_default();
        let run = rest.find(|c: char| !c.is_ascii_digit()).unwrap_or(rest.len());
        let after = rest.get(run..).unwrap_or_default();
        let mut next = after.chars();
        let Some(mark) = next.next() else { return end + run };
        let follow = next.as_str();
        let group = follow.find(|c: char| !c.is_ascii_digit()).unwrap_or(follow.len());
        let is_mark = matches!(mark, '.' | ',' | '\'') && group > 0;
        let is_blank = matches!(mark, ' ' | '\u{a0}' | '\u{202f}') && group == 3 && run <= 3;
        if !is_mark && !is_blank {
            return end + run;
        }
        end += run + mark.len_utf8();
    }
}

/// What stands between the number before and here.
#[derive(Debug, Default)]
struct Gap {
    has_link: bool,
    is_either: bool,
    has_other: bool,
    is_minus: bool,
}

struct Reader<'p, 't> {
    pieces: &'p [Piece<'t>],
    at: usize,
    sense: Sense,
    found: Vec<Figure>,
    gap: Gap,
}

impl Reader<'_, '_> {
    fn piece(&self, at: usize) -> Option<Piece<'_>> {
        self.pieces.get(at).copied()
    }

    /// The word at a place, or nothing.
    fn word(&self, at: usize) -> &str {
        self.pieces.get(at).filter(|own| own.kind == Kind::Word).map_or("", |own| own.text)
    }

    fn is_mark(&self, at: usize, mark: &str) -> bool {
        self.pieces.get(at).is_some_and(|own| own.kind == Kind::Mark && own.text == mark)
    }

    /// Reads the next piece or number. None if it is neither.
    fn step(&mut self) -> Option<()> {
        let piece = self.piece(self.at)?;
        match piece.kind {
            Kind::Digits => {
                let before = self.at.checked_sub(1).map_or("", |at| self.word(at));
                if piece.is_glued && !before.is_empty() && !is_currency(before) {
                    return None;
                }
                let value = decimal(piece.text, self.sense.is_money)?;
                self.at += 1;
                self.number(value)
            }
            Kind::Word => match self.spelled() {
                Some((value, end)) => {
                    self.at = end;
                    self.number(value)
                }
                None => {
                    self.plain_word();
                    Some(())
                }
            },
            Kind::Mark => {
                self.sign();
                Some(())
            }
        }
    }

    fn plain_word(&mut self) {
        match self.word(self.at) {
            word if LINKS.contains(&word) => self.gap.has_link = true,
            word if EITHER.contains(&word) && !self.found.is_empty() => {
                self.gap.has_link = true;
                self.gap.is_either = true;
            }
            "minus" => self.gap.is_minus = true,
            word if FILLERS.contains(&word) || is_currency(word) => {}
            _ => {
                self.gap.has_other = true;
                self.gap.is_minus = false;
            }
        }
        self.at += 1;
    }

    /// A hyphen is between the ends of a range, and otherwise a minus.
    fn sign(&mut self) {
        let Some(piece) = self.piece(self.at) else { return };
        let is_after_word = piece.is_glued && self.at > 0 && !self.word(self.at - 1).is_empty();
        match piece.text {
            "-" | "\u{2013}" | "\u{2014}" | "\u{2212}" => {
                let is_next = !self.found.is_empty() && !self.gap.has_other && !self.gap.has_link;
                if is_next {
                    self.gap.has_link = true;
                } else if !is_after_word {
                    self.gap.is_minus = true;
                }
            }
            "." if self.is_mark(self.at + 1, ".") => self.gap.has_link = true,
            "\u{2026}" => self.gap.has_link = true,
            "." | "," | "~" | "(" | ")" | "%" | "+" | "\u{2248}" => {}
            sign if is_currency(sign) => {}
            _ => self.gap.has_other = true,
        }
        self.at += 1;
    }

    /// Notes a number, with what follows it and belongs to it.
    fn number(&mut self, value: f64) -> Option<()> {
        let mut value = value;
        if [self.word(self.at), self.word(self.at + 1), self.word(self.at + 2)]
            == ["and", "a", "half"]
        {
            value += 0.5;
            self.at += 3;
        }
        if self.sense.is_share && ["quarter", "quarters"].contains(&self.word(self.at)) {
            value *= 0.25;
            self.at += 1;
        }
        let mut factor = 1.0;
        if let Some(by) = self.factor() {
            factor = by;
            self.at += 1;
        }
        let next = self.word(self.at);
        let is_glued = self.piece(self.at).is_some_and(|own| own.is_glued);
        if is_glued && !next.is_empty() && !FILLERS.contains(&next) && !is_currency(next) {
            return None;
        }
        let is_percent = self.is_mark(self.at, "%")
            || ["percent", "pct"].contains(&next)
            || (next == "per" && self.word(self.at + 1) == "cent");
        let sign = if self.gap.is_minus { -1.0 } else { 1.0 };
        let is_end = !self.found.is_empty() && self.gap.has_link && !self.gap.has_other;
        let is_either = self.gap.is_either;
        let value = sign * value * factor;
        self.found.push(Figure { value, factor, is_percent, is_end, is_either });
        self.gap = Gap::default();
        Some(())
    }

    /// What the word after a number multiplies it by.
    fn factor(&self) -> Option<f64> {
        Some(match self.word(self.at) {
            "k" | "thousand" => 1e3,
            "hundred" => 1e2,
            "million" | "mio" | "mln" => 1e6,
            "m" if self.sense.is_money => 1e6,
            _ => return None,
        })
    }

    /// The number that is spelled out here, and where it ends.
    fn spelled(&self) -> Option<(f64, usize)> {
        let at = self.at;
        let next = self.word(at + 1);
        let is_last = at + 1 >= self.pieces.len();
        let ends = is_last || self.piece(at + 1).is_some_and(|own| own.kind == Kind::Mark);
        match self.word(at) {
            "half" => {
                let is_hour = ["an", "hour"].contains(&next);
                (self.sense.is_share || is_last || is_hour).then_some((0.5, at + 1))
            }
            "quarter" if self.sense.is_share => Some((0.25, at + 1)),
            "none" | "nothing" | "nil" => {
                let is_first = at == 0 && (ends || next == "at");
                let is_end = self.gap.has_link && !self.gap.has_other && is_last;
                let is_meant = self.sense.has_none && (is_first || is_end);
                is_meant.then_some((0.0, at + 1))
            }
            "no" => {
                let is_meant = is_last || ["job", "work"].contains(&next);
                (self.sense.has_none && at == 0 && is_meant).then_some((0.0, at + 1))
            }
            "one" if next == "of" => None,
            "one" if at > 0 && BEFORE_ONE.contains(&self.word(at - 1)) => None,
            "once" => Some((1.0, at + 1)),
            "twice" => Some((2.0, at + 1)),
            _ => self.in_words(),
        }
    }

    /// `twenty-five`, `two hundred and fifty`, `a thousand`.
    fn in_words(&self) -> Option<(f64, usize)> {
        let (mut whole, mut part, mut at) = (0_u32, None::<u32>, self.at);
        loop {
            let word = self.word(at);
            let is_joined = part.is_some_and(|own| own >= 20)
                && (self.is_mark(at, "-") || word == "and" && part.is_some_and(|own| own >= 100));
            let (at_next, word) = if is_joined { (at + 1, self.word(at + 1)) } else { (at, word) };
            let (next, is_free) = match (small(word), part) {
                (Some(value), None) => (value, true),
                (Some(value), Some(own)) if own >= 100 => (own + value, own % 100 == 0),
                (Some(value), Some(own)) => {
                    (own + value, own >= 20 && own % 10 == 0 && (1..10).contains(&value))
                }
                (None, own) if word == "hundred" && !is_joined => {
                    let own = own.unwrap_or(1);
                    (own * 100, own < 100)
                }
                (None, own) if word == "thousand" && !is_joined && whole == 0 => {
                    whole = 1000 * own.unwrap_or(1);
                    part = None;
                    at = at_next + 1;
                    continue;
                }
                _ => (0, false),
            };
            if !is_free {
                break;
            }
            part = Some(next);
            at = at_next + 1;
        }
        (at > self.at).then(|| (f64::from(whole + part.unwrap_or(0)), at))
    }
}

/// Before these `one` is no number: `no one`, `this one`.
const BEFORE_ONE: [&str; 8] = ["no", "the", "this", "that", "any", "each", "every", "which"];

/// Words between the ends of a range.
const LINKS: [&str; 6] = ["to", "or", "and", "until", "till", "through"];

/// Words before a number that someone guesses.
const GUESS: [&str; 10] =
    ["i", "guess", "would", "say", "think", "probably", "something", "like", "but", "so"];

/// Words before another number that holds at other times.
const EITHER: [&str; 5] = ["sometimes", "occasionally", "some", "other", "others"];

/// Words that may stand beside a number and change nothing; the question says the unit.
const FILLERS: [&str; 55] = [
    "usually", "mostly", "normally", "often", "in", "on", "about", "around", "roughly", "maybe",
    "perhaps", "ca", "up", "between", "from", "even", "some", "hours", "hour", "hrs", "hr", "h",
    "hs", "times", "time", "a", "an", "per", "the", "week", "weeks", "weekly", "night", "nights",
    "day", "days", "month", "months", "year", "years", "yrs", "yr", "y", "yearly", "minutes",
    "minute", "min", "mins", "percent", "pct", "cent", "points", "x", "of", "ish",
];

fn small(word: &str) -> Option<u32> {
    const FIRST: &str = "zero one two three four five six seven eight nine ten eleven twelve \
                         thirteen fourteen fifteen sixteen seventeen eighteen nineteen";
    const TENS: &str = "twenty thirty forty fifty sixty seventy eighty ninety";
    let word = word.strip_suffix("ish").unwrap_or(word);
    let place = |of: &str| of.split(' ').position(|own| own == word);
    let first = place(FIRST);
    first.or_else(|| Some(10 * (place(TENS)? + 2))).and_then(|value| u32::try_from(value).ok())
}

/// A number with a decimal comma or point, and thousands in groups. `8,000` is eight thousand of money,
/// and eight of anything else.
fn decimal(text: &str, is_money: bool) -> Option<f64> {
    const LONGEST: usize = 40;
    if text.len() > LONGEST {
        return None;
    }
    let digits: String =
        text.chars().filter(|c| !matches!(c, ' ' | '\u{a0}' | '\u{202f}' | '\'')).collect();
    let marks: Vec<(usize, char)> =
        digits.char_indices().filter(|(_, c)| !c.is_ascii_digit()).collect();
    let decimal = match marks.as_slice() {
        [] => None,
        [(at, _)] => {
            let is_group = is_money
                && digits.len() - at == 4
                && (1..=3).contains(at)
                && !digits.starts_with('0');
            (!is_group).then_some(*at)
        }
        [rest @ .., (at, last)] => {
            let is_last_another = rest.iter().all(|(_, mark)| mark != last);
            is_last_another.then_some(*at)
        }
    };
    let (whole, part) = match decimal {
        Some(at) => (digits.get(..at)?, digits.get(at + 1..)?),
        None => (digits.as_str(), ""),
    };
    let groups: Vec<&str> = whole.split([',', '.']).collect();
    let is_grouped = |rest: &[&str]| {
        rest.last().is_none_or(|last| last.len() == 3)
            && rest.iter().all(|group| group.len() == 3 || group.len() == 2)
    };
    let (first, rest) = groups.split_first()?;
    if !rest.is_empty() && (!(1..=3).contains(&first.len()) || !is_grouped(rest)) {
        return None;
    }
    let plain = format!("{}.{part}", groups.concat());
    let plain = if plain.starts_with('.') { format!("0{plain}") } else { plain };
    plain.parse::<f64>().ok().filter(|value| value.is_finite())
}
