//! `worthwhile assess`

use std::io::Write;

use clap::Args;
use worthwhile::{Assessment, Plan};
use worthwhile_report::Report;

use crate::computing::{Computing, Meter};
use crate::failure::Failure;
use crate::format::AnswerFormat;
use crate::input::Input;
use crate::output::Output;
use crate::paper::Paper;
use crate::preset_files::PresetFiles;
use crate::redacting::Redacting;
use crate::text;

/// Arguments of `worthwhile assess`.
#[derive(Debug, Args)]
pub(crate) struct Assess {
    #[command(flatten)]
    input: Input,
    #[command(flatten)]
    preset_files: PresetFiles,
    #[command(flatten)]
    computing: Computing,
    #[command(flatten)]
    paper: Paper,
    /// Explain every pursuit, and not only the one in question
    #[arg(long)]
    all: bool,
    /// Print the first lines alone: the answer, how much, how sure, why, and what would change it
    #[arg(long, conflicts_with = "all")]
    brief: bool,
    /// How to print the answer [default: what the name of the file ends in, text elsewhere]
    #[arg(long, value_enum)]
    format: Option<AnswerFormat>,
    #[command(flatten)]
    output: Output,
    #[command(flatten)]
    redacting: Redacting,
}

impl Assess {
    /// Prints the answer. In JSON it is the whole output: warnings of the reader are left to
    /// `worthwhile check`.
    pub(crate) fn run(&self, out: &mut impl Write, err: &mut impl Write) -> Result<(), Failure> {
        let format = self.format.or_else(|| self.output.format()).unwrap_or_default();
        if self.brief && format != AnswerFormat::Text {
            return Err(Failure::Usage(
                "`--brief` is about text; leave it or the format out.".into(),
            ));
        }
        self.output.is_none_of(self.input.file().into_iter().chain(self.preset_files.paths()))?;
        let refusal = format.of_refusal();
        let options = self.preset_files.add_to(self.redacting.options(), refusal)?;
        let options = self.computing.options(options);
        let case = self.input.read()?;
        let refused = |error| Failure::new(&options.told(error), refusal);
        let plan = case.text().and_then(|text| Plan::read_with(text, options.catalogue()));
        let plan = plan.map_err(refused)?;
        let mut meter = Meter::new(err);
        let answer = plan.run().options(&options).watch(&mut |at| meter.watch(at)).assess();
        meter.end();
        let answer = answer.map_err(refused)?;
        if format != AnswerFormat::Json {
            let warnings = self.redacting.problems(plan.warnings());
            err.write_all(text::problems(&warnings).as_bytes())?;
        }
        self.output.write(&self.written(&answer, format), out)
    }

    /// The answer as it was asked for.
    fn written(&self, answer: &Assessment, format: AnswerFormat) -> String {
        let report = Report::new(answer).all(self.all);
        match format {
            AnswerFormat::Json => answer.to_json() + "\n",
            AnswerFormat::Text => {
                let page = self.paper.lay(answer.page(), self.output.is_file());
                page.all(self.all).brief(self.brief).to_string()
            }
            AnswerFormat::Html => report.html(),
            AnswerFormat::Md => report.markdown(),
        }
    }
}
