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
            let number = number.trim().trim_start_matches("question").trim();
            return number.parse().map_or(Self::Answer(line), Self::Change);
        }
        match lower.as_str() {
            "" => Self::Keep,
            "why" | "why?" | "?" | "help" => Self::Why,
            "back" | "b" => Self::Back,
            "answers" | "change" => Self::Answers,
            "done" | "answer" => Self::Done,
            "quit" | "exit" | "q" => Self::Quit,
            _ => Self::Answer(line),
        }
    }
}

/// What `change` says to a number under which nothing was answered.
const NO_SUCH_NUMBER: &str =
    "No question with this number has an answer. To see the numbers, type: answers";

/// What is said to bytes that are not text.
const NOT_TEXT: &str =
    "That was not UTF-8 text. Type it again, if need be without special letters.";

/// A conversation in a terminal.
pub(super) struct Talk<'t, 'c> {
    interview: &'t mut Interview<'c>,
    saved: &'t Saved,
    options: &'t Options,
    /// The questions in the order in which they were asked. The place of each is its number, from 1.
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
            "About a dozen short questions lead to a first answer; the others after it make that answer surer. A \
             guess is welcome everywhere, and so is a range, such as 3 to 5. Every answer is saved at once in \
             {name}, which only you can read."
        );
        write!(out, "Is it worth my time?\n\n{}\n", wrapped(&printable(&kept), 0))?;
        write!(out, "{}", wrapped(shown::COMMANDS, 0))?;
        Ok(())
    }

    /// The question at hand: one that was gone back to, or the next one. None if none is worth asking.
    fn question(&self, next: &Questions) -> Option<InterviewQuestion> {
        let returned = self.trail.get(self.at);
        let returned = returned.and_then(|id| next.answered.iter().find(|own| own.id == *id));
        match returned {
            Some(question) => Some(question.clone()),
            None if next.progress.worth_asking == 0 => None,
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
            if self.so_far.is_none() && next.progress.worth_asking > 0 {
                write!(out, "{}", wrapped(shown::FIRST_ANSWER, 0))?;
            }
            self.so_far = told;
        }
        Ok(())
    }

    /// What has an answer in this course of the interview, with its number, by number.
    fn numbered<'n>(&self, next: &'n Questions) -> Vec<(usize, &'n InterviewQuestion)> {
        let found = |id: &String| next.answered.iter().find(|own| own.id == *id);
        let numbers = (1_usize..).zip(&self.trail);
        numbers.filter_map(|(number, id)| Some((number, found(id)?))).collect()
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
                Line::NotText => {
                    write!(out, "{}", wrapped(NOT_TEXT, 2))?;
                    continue;
                }
                Line::End => return Ok(Some(Ended::Quit)),
                Line::Interrupted => return Ok(Some(Ended::Interrupted)),
            };
            match Said::read(&line) {
                Said::Why => write!(out, "{}", shown::why(question))?,
                Said::Answers => write!(out, "{}", shown::answers(&self.numbered(next)))?,
                Said::Keep if question.answer.is_some() => {
                    self.at = self.trail.len();
                    return Ok(None);
                }
                Said::Keep => write!(out, "{}", wrapped("Type an answer, or: don't know", 2))?,
                Said::Quit => return Ok(Some(Ended::Quit)),
                Said::Done => return Ok(Some(Ended::Answer)),
                Said::Back if self.go_back(next) => return Ok(None),
                Said::Back => write!(out, "{}", wrapped("This is the first question.", 2))?,
                Said::Change(number) => {
                    if self.go_to(number, next) {
                        return Ok(None);
                    }
                    write!(out, "{}", wrapped(NO_SUCH_NUMBER, 2))?;
                }
                Said::Answer(text) => match self.interview.answer(&question.id, text) {
                    Ok(()) => {
                        let number = self.answered(&question.id)?;
                        write!(out, "{}", shown::understood(question, number, text))?;
                        return Ok(None);
                    }
                    Err(error) => write!(out, "{}", in_words(&error))?,
                },
            }
        }
    }

    /// Goes to the question before that has an answer in this course of the interview.
    fn go_back(&mut self, next: &Questions) -> bool {
        let before = self.numbered(next).into_iter().rev().find(|(number, _)| *number <= self.at);
        if let Some((number, _)) = before {
            self.at = number - 1;
        }
        before.is_some()
    }

    fn go_to(&mut self, number: usize, next: &Questions) -> bool {
        let is_there = self.numbered(next).iter().any(|(own, _)| *own == number);
        if is_there {
            self.at = number - 1;
        }
        is_there
    }

    /// Saves, and goes on after the last answer. The number of the question.
    fn answered(&mut self, question: &str) -> Result<usize, Failure> {
        let place = self.trail.iter().position(|id| id == question);
        if place.is_none() {
            self.trail.push(question.to_owned());
        }
        self.at = self.trail.len();
        self.saved.keep(self.interview, &self.trail)?;
        Ok(place.map_or(self.trail.len(), |at| at + 1))
    }

    /// When nothing more is worth asking: the last chance to change something.
    fn last(
        &mut self,
        next: &Questions,
        lines: &mut Lines,
        out: &mut impl Write,
    ) -> Result<Option<Ended>, Failure> {
        let number = |id: &str| self.trail.iter().position(|own| own == id).map(|at| at + 1);
        write!(out, "\n{}", shown::end(next, number))?;
        loop {
            out.flush()?;
            let line = match lines.read()? {
                Line::Typed(line) => line,
                Line::NotText => {
                    write!(out, "{}", wrapped(NOT_TEXT, 2))?;
                    continue;
                }
                Line::End => return Ok(Some(Ended::Answer)),
                Line::Interrupted => return Ok(Some(Ended::Interrupted)),
            };
            match Said::read(&line) {
                Said::Back if self.go_back(next) => return Ok(None),
                Said::Change(number) if self.go_to(number, next) => return Ok(None),
                Said::Answers => write!(out, "{}", shown::answers(&self.numbered(next)))?,
                Said::Change(_) => write!(out, "{}", wrapped(NO_SUCH_NUMBER, 2))?,
                Said::Quit => return Ok(Some(Ended::Quit)),
                Said::Keep | Said::Done => return Ok(Some(Ended::Answer)),
                Said::Back | Said::Why | Said::Answer(_) => {
                    write!(out, "{}", shown::not_understood_at_the_end())?;
                }
            }
        }
    }
}

/// What is wrong with an answer, in words.
fn in_words(error: &Error) -> String {
    let mut page = String::new();
    for problem in error.problems() {
        page += &wrapped(&format!("That was not understood: {}.", problem.message), 2);
        match &problem.help {
            Some(question) if question.ends_with('?') => {
                let question = question.replacen("did you", "Did you", 1);
                let question = question.replacen("which number", "Which number", 1);
                page += &wrapped(&question, 2);
            }
            Some(help) => page += &wrapped(&format!("Please {help}."), 2),
            None => {}
        }
    }
    printable(&page)
}

fn refused(error: Error) -> Failure {
    Failure::new(&error, Format::Text)
}
