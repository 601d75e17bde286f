//! The conversation: a question, a line, and on.

use std::io::Write;

use worthwhile::{Error, Interview, InterviewQuestion, Options, Questions};

use super::saved::Saved;
use super::shown;
use crate::failure::Failure;
use crate::format::Format;
use crate::lines::{Line, Lines, wrapped};
use crate::text::printable;

/// How a conversation ended.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ended {
    /// With the answer.
    Answer,
    /// The person goes on another day.
    Quit,
    /// Ctrl-C.
    Interrupted,
}

/// What a line asks for.
#[derive(Debug, PartialEq)]
enum Said<'l> {
    Answer(&'l str),
    Why,
    Back,
    Answers,
    Change(usize),
    Done,
    Quit,
    Keep,
}

impl<'l> Said<'l> {
    fn read(line: &'l str) -> Self {
        let lower = line.trim().to_lowercase();
        if let Some(number) = lower.strip_prefix("change ") {
            return number.trim().parse().map_or(Self::Answer(line), Self::Change);
        }
        match lower.as_str() {
            "" => Self::Keep,
            "why" | "why?" | "?" | "help" => Self::Why,
            "back" | "b" => Self::Back,
            "answers" => Self::Answers,
            "done" | "answer" => Self::Done,
            "quit" | "exit" | "q" => Self::Quit,
            _ => Self::Answer(line),
        }
    }
}

/// A conversation in a terminal.
pub(super) struct Talk<'t, 'c> {
    interview: &'t mut Interview<'c>,
    saved: &'t Saved,
    options: &'t Options,
    /// The questions in the order in which they were answered.
    trail: Vec<String>,
    /// How many of them come before the question at hand.
    at: usize,
    week: Option<String>,
    so_far: Option<String>,
}

impl<'t, 'c> Talk<'t, 'c> {
    pub(super) fn new(
        interview: &'t mut Interview<'c>,
        saved: &'t Saved,
        options: &'t Options,
    ) -> Self {
        let trail: Vec<String> = interview.answers().keys().cloned().collect();
        let at = trail.len();
        Self { interview, saved, options, trail, at, week: None, so_far: None }
    }

    /// Asks until there is an answer, or the person stops.
    pub(super) fn hold(&mut self, out: &mut impl Write) -> Result<Ended, Failure> {
        let mut lines = Lines::new()?;
        self.greet(out)?;
        loop {
            let next = self.interview.questions(self.options).map_err(refused)?;
            self.tell(&next, out)?;
            let ended = match self.question(&next) {
                Some(question) => {
                    write!(out, "{}", shown::question(&question, &self.place(&next)))?;
                    self.ask(&question, &next, &mut lines, out)?
                }
                None => self.last(&next, &mut lines, out)?,
            };
            if let Some(ended) = ended {
                return Ok(ended);
            }
        }
    }

    fn greet(&self, out: &mut impl Write) -> Result<(), Failure> {
        let name = self.saved.name();
        let kept = format!(
            "About fifteen short questions lead to a first answer. A guess is welcome everywhere, and so \
             is a range, such as 3 to 5. Every answer is saved at once in {name}, which only you can read."
        );
        write!(out, "Is it worth my time?\n\n{}\n", wrapped(&printable(&kept), 0))?;
        write!(out, "{}", wrapped(shown::COMMANDS, 0))?;
        Ok(())
    }

    /// The question at hand: one that was gone back to, or the next one. None if it is good enough.
    fn question(&self, next: &Questions) -> Option<InterviewQuestion> {
        let returned = self.trail.get(self.at);
        let returned = returned.and_then(|id| next.answered.iter().find(|own| own.id == *id));
        match returned {
            Some(question) => Some(question.clone()),
            None if next.good_enough => None,
            None => next.questions.first().cloned(),
        }
    }

    /// Which question it is, and of about how many before there is a first answer.
    fn place(&self, next: &Questions) -> String {
        match next.progress.before_first_answer {
            0 => (self.at + 1).to_string(),
            open => format!("{} of about {}", self.at + 1, self.trail.len() + open),
        }
    }

    /// Shows the week and the answer so far whenever they change.
    fn tell(&mut self, next: &Questions, out: &mut impl Write) -> Result<(), Failure> {
        let week = next.week.as_ref().map(|week| week.picture.clone());
        if week.is_some() && week != self.week {
            write!(out, "\nYour week of 168 hours:\n{}", week.as_deref().unwrap_or_default())?;
            self.week = week;
        }
        let told = next.so_far.as_ref().map(shown::so_far);
        if told.is_some() && told != self.so_far {
            write!(out, "{}", told.as_deref().unwrap_or_default())?;
            self.so_far = told;
        }
        Ok(())
    }

    /// Waits for lines until one is an answer, or leads elsewhere. Some if the conversation ends.
    fn ask(
        &mut self,
        question: &InterviewQuestion,
        next: &Questions,
        lines: &mut Lines,
        out: &mut impl Write,
    ) -> Result<Option<Ended>, Failure> {
        loop {
            out.flush()?;
            let line = match lines.read()? {
                Line::Typed(line) => line,
                Line::End => return Ok(Some(Ended::Quit)),
                Line::Interrupted => return Ok(Some(Ended::Interrupted)),
            };
            match Said::read(&line) {
                Said::Why => write!(out, "{}", shown::why(question))?,
                Said::Answers => write!(out, "{}", shown::answers(&next.answered))?,
                Said::Keep if question.answer.is_some() => {
                    self.at = self.trail.len();
                    return Ok(None);
                }
                Said::Keep => write!(out, "{}", wrapped("Type an answer, or: don't know", 2))?,
                Said::Quit => return Ok(Some(Ended::Quit)),
                Said::Done => return Ok(Some(Ended::Answer)),
                Said::Back if self.at > 0 => {
                    self.at -= 1;
                    return Ok(None);
                }
                Said::Back => write!(out, "{}", wrapped("This is the first question.", 2))?,
                Said::Change(number) => {
                    if self.go_to(number, next) {
                        return Ok(None);
                    }
                    write!(out, "{}", wrapped("There is no answer with this number.", 2))?;
                }
                Said::Answer(text) => match self.interview.answer(&question.id, text) {
                    Ok(()) => {
                        self.answered(&question.id)?;
                        return Ok(None);
                    }
                    Err(error) => write!(out, "{}", in_words(&error))?,
                },
            }
        }
    }

    fn go_to(&mut self, number: usize, next: &Questions) -> bool {
        let chosen = number.checked_sub(1).and_then(|at| next.answered.get(at));
        let place = chosen.and_then(|own| self.trail.iter().position(|id| *id == own.id));
        if let Some(place) = place {
            self.at = place;
        }
        place.is_some()
    }

    /// Saves, and goes on after the last answer.
    fn answered(&mut self, question: &str) -> Result<(), Failure> {
        if !self.trail.iter().any(|id| id == question) {
            self.trail.push(question.to_owned());
        }
        self.at = self.trail.len();
        self.saved.keep(self.interview)
    }

    /// When it is good enough: the last chance to change something.
    fn last(
        &mut self,
        next: &Questions,
        lines: &mut Lines,
        out: &mut impl Write,
    ) -> Result<Option<Ended>, Failure> {
        let because = next.good_enough_because.as_deref().unwrap_or_default();
        let text = format!(
            "That is good enough. {because} Press Enter for the answer, or type back to change something."
        );
        write!(out, "\n{}", wrapped(&text, 0))?;
        loop {
            out.flush()?;
            let line = match lines.read()? {
                Line::Typed(line) => line,
                Line::End => return Ok(Some(Ended::Answer)),
                Line::Interrupted => return Ok(Some(Ended::Interrupted)),
            };
            match Said::read(&line) {
                Said::Back if self.at > 0 => {
                    self.at -= 1;
                    return Ok(None);
                }
                Said::Change(number) if self.go_to(number, next) => return Ok(None),
                Said::Answers => write!(out, "{}", shown::answers(&next.answered))?,
                Said::Quit => return Ok(Some(Ended::Quit)),
                _ => return Ok(Some(Ended::Answer)),
            }
        }
    }
}

/// What is wrong with an answer, in words.
fn in_words(error: &Error) -> String {
    let mut page = String::new();
    for problem in error.problems() {
        page += &wrapped(&format!("That was not understood: {}.", problem.message), 2);
        if let Some(help) = &problem.help {
            page += &wrapped(&format!("Please {help}."), 2);
        }
    }
    printable(&page)
}

fn refused(error: Error) -> Failure {
    Failure::new(&error, Format::Text)
}
