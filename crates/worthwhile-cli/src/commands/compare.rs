//! `worthwhile compare`

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::Args;
use worthwhile::{Call, Comparison, Document, Operation, Options, Problem};

use crate::computing::{Meter, Sampling};
use crate::failure::Failure;
use crate::format::Format;
use crate::input::read_case;
use crate::output::Output;
use crate::paper::Paper;
use crate::preset_files::PresetFiles;
use crate::text;

/// Arguments of `worthwhile compare`.
#[derive(Debug, Args)]
pub(crate) struct Compare {
    /// File with the first case in JSON; `-` reads standard input
    first: PathBuf,
    /// File with the second case in JSON; `-` reads standard input
    second: PathBuf,
    #[command(flatten)]
    preset_files: PresetFiles,
    #[command(flatten)]
    sampling: Sampling,
    #[command(flatten)]
    paper: Paper,
    /// How to print the comparison
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    output: Output,
}

impl Compare {
    /// Prints both cases side by side. In JSON it is the whole output: warnings of the reader are left to
    /// `worthwhile check`.
    pub(crate) fn run(&self, out: &mut impl Write, err: &mut impl Write) -> Result<(), Failure> {
        let options = self.sampling.options(self.preset_files.options(self.format)?);
        if [&self.first, &self.second].iter().all(|path| ***path == *Path::new("-")) {
            let message = "standard input can be read only once: name a file for one of the cases.";
            return Err(Failure::Usage(message.to_owned()));
        }
        self.output.is_none_of(
            [&*self.first, &*self.second].into_iter().chain(self.preset_files.paths()),
        )?;
        let (first, second) = (read_case(&self.first)?, read_case(&self.second)?);
        if self.format == Format::Text {
            self.warn([&first, &second], &options, err)?;
        }
        let mut meter = Meter::new(err);
        let mut watch = |now| meter.watch(now);
        let call = Call::new(Operation::Compare).case(first).other_case(second);
        let found = call.options(&options).watch(&mut watch).run();
        meter.end();
        let text = found.map_err(|error| Failure::new(&error, self.format))?;
        self.output.write(&self.written(text)?, out)
    }

    /// Writes the warnings about both cases. Their errors end it, each with the name of its file.
    fn warn(
        &self,
        cases: [&Document<'_>; 2],
        options: &Options,
        err: &mut impl Write,
    ) -> Result<(), Failure> {
        let found = cases.map(|case| case.check(options.catalogue()));
        let is_refused = found.iter().flatten().any(Problem::is_error);
        let files = [&self.first, &self.second].map(|path| path.display().to_string());
        let found: Vec<(String, Vec<Problem>)> = files.into_iter().zip(found).collect();
        if is_refused {
            return Err(Failure::FilesRefused(found));
        }
        for (file, problems) in &found {
            err.write_all(text::problems_of(file, problems).as_bytes())?;
        }
        Ok(())
    }

    /// The comparison as it was asked for.
    fn written(&self, text: String) -> Result<String, Failure> {
        if self.format == Format::Json {
            return Ok(text + "\n");
        }
        let comparison = Comparison::read(&text);
        let comparison = comparison.map_err(|error| Failure::new(&error, self.format))?;
        let is_file = self.output.is_file();
        let page = comparison.page().color(self.paper.has_color(is_file));
        let page = self.paper.width(is_file).map_or(page, |width| page.width(width));
        Ok(match names(&self.first, &self.second) {
            Some([first, second]) => page.names(&first, &second).to_string(),
            None => page.to_string(),
        })
    }
}

/// What people call the two: the names of their files, where these tell them apart.
fn names(first: &Path, second: &Path) -> Option<[String; 2]> {
    let stem = |path: &Path| Some(capital(&path.file_stem()?.to_string_lossy()));
    let named = |path: &Path| stem(path).filter(|_| path != Path::new("-"));
    let names = [named(first)?, named(second)?];
    let [one, other] = &names;
    (one != other).then_some(names)
}

fn capital(text: &str) -> String {
    let mut letters = text.chars();
    let first = letters.next().map(|first| first.to_uppercase().to_string());
    first.unwrap_or_default() + letters.as_str()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cases_are_called_by_their_files_where_these_differ() {
        let of = |first: &str, second: &str| names(Path::new(first), Path::new(second));
        assert_eq!(of("a/ana.json", "ben.json"), Some(["Ana".to_owned(), "Ben".to_owned()]));
        assert_eq!(of("a/case.json", "b/case.json"), None);
        assert_eq!(of("-", "ben.json"), None);
    }
}
