//! `worthwhile ask`

mod saved;
mod shown;
mod talk;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::{Call, Interview, Operation, Options, Plan};

use crate::computing::{Meter, all_threads};
use crate::failure::Failure;
use crate::format::Format;
use crate::input::read_case;
use crate::paper::Paper;
use crate::preset_files::PresetFiles;
use saved::Saved;
use talk::{Ended, Talk};

/// Arguments of `worthwhile ask`.
#[derive(Debug, Args)]
#[command(after_help = "\
Every answer is saved at once, in a file that only you can read. It is a case: `assess` reads it, and \
`ask` goes on with it.")]
pub(crate) struct Ask {
    /// File to keep the case and the answers in; if it is there, the interview goes on with it [default: a
    /// new worthwhile.json]
    case: Option<PathBuf>,
    /// Take the answers from this file and ask nothing; its format is `schema interview`
    #[arg(long, value_name = "FILE")]
    answers: Option<PathBuf>,
    /// Print what there is to ask next as JSON, for an interview in this file, and ask nothing; `-` is
    /// standard input
    #[arg(long, value_name = "FILE", conflicts_with_all = ["case", "answers"])]
    questions: Option<PathBuf>,
    #[command(flatten)]
    preset_files: PresetFiles,
    #[command(flatten)]
    paper: Paper,
}

impl Ask {
    /// Asks, saves after each answer, and prints the answer.
    pub(crate) fn run(&self, out: &mut impl Write, err: &mut impl Write) -> Result<(), Failure> {
        if let Some(path) = &self.questions {
            return self.questions(path, out);
        }
        let options = self.preset_files.options(Format::Text)?.with_threads(all_threads());
        let refused = |error| Failure::new(&error, Format::Text);
        let (saved, text) = Saved::open(self.case.as_deref())?;
        let catalogue = options.catalogue();
        let mut interview = match &text {
            Some(text) => Interview::resume(text, catalogue).map_err(refused)?,
            None => Interview::new(catalogue),
        };
        let ended = match &self.answers {
            Some(path) => {
                let file = read_case(path)?;
                let given = file.text().and_then(|text| Interview::read(text, catalogue));
                let given = given.map_err(refused)?;
                let answers = given.answers().iter();
                let answers = answers.map(|(id, answer)| (id.as_str(), answer.as_str()));
                interview.answer_all(answers).map_err(refused)?;
                let order: Vec<String> = interview.answers().keys().cloned().collect();
                saved.keep(&interview, &order)?;
                Ended::Answer
            }
            None => Talk::new(&mut interview, &saved, &options).hold(out)?,
        };
        match ended {
            Ended::Answer => self.answer(&interview, &options, &saved, out, err),
            Ended::Quit => Ok(writeln!(out, "{}", saved.how_to_go_on())?),
            Ended::Interrupted => Err(Failure::Interrupted(saved.how_to_go_on())),
        }
    }

    /// Prints the questions as a document.
    fn questions(&self, path: &Path, out: &mut impl Write) -> Result<(), Failure> {
        let options = self.preset_files.options(Format::Json)?.with_threads(all_threads());
        let interview = read_case(path)?;
        let call = Call::new(Operation::Ask).case(interview).options(&options);
        let text = call.run().map_err(|error| Failure::new(&error, Format::Json))?;
        Ok(writeln!(out, "{text}")?)
    }

    /// Prints the answer in full, and where it is kept.
    fn answer(
        &self,
        interview: &Interview<'_>,
        options: &Options,
        saved: &Saved,
        out: &mut impl Write,
        err: &mut impl Write,
    ) -> Result<(), Failure> {
        let refused = |error| Failure::new(&error, Format::Text);
        let case = super::typed_json(&interview.case().map_err(refused)?)?;
        let plan = Plan::read_with(&case, options.catalogue()).map_err(refused)?;
        let mut meter = Meter::new(err);
        let answer = plan.run().options(options).watch(&mut |at| meter.watch(at)).assess();
        meter.end();
        let answer = answer.map_err(refused)?;
        write!(out, "\n{}", self.paper.lay(answer.page(), false))?;
        write!(out, "\n{}", saved.where_it_is())?;
        Ok(())
    }
}
