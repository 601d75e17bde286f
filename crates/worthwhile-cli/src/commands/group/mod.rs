//! `worthwhile group`

mod documents;
mod rows;
mod speed;

use std::io::Write;
use std::path::{Path, PathBuf};

use clap::{Args, value_parser};
use worthwhile::{Code, Error, Plan, Problem};
use worthwhile_groups::{Map, Summary, TableFormat, TableReader, TableWriter, Tally};

use crate::computing::Meter;
use crate::failure::Failure;
use crate::format::Format;
use crate::interrupt;
use crate::output;
use crate::paper::Paper;
use crate::preset_files::PresetFiles;
use crate::text;
use documents::Files;
use rows::{End, Rows, Run};
use speed::Speeds;

/// Arguments of `worthwhile group`.
#[derive(Debug, Args)]
#[command(after_help = "\
Everybody is the person of the base case, but for the inputs that columns of the table feed. Nobody is left \
out: who cannot be answered has a row that says why. Ctrl-C keeps what is done, and so does an error on the way: \
the file is whole, with fewer rows, and the summary is of these.")]
pub(crate) struct Group {
    /// Table of people, one row each: a file in Parquet, CSV, Arrow IPC or JSON lines
    people: PathBuf,
    /// File with the base case in JSON; `-` reads standard input
    #[arg(long, value_name = "FILE")]
    case: PathBuf,
    /// File with the map from columns to inputs [default: columns that are named as inputs]
    #[arg(long, value_name = "FILE")]
    map: Option<PathBuf>,
    /// Write a map to start from to this new file, and answer nobody
    #[arg(long, value_name = "FILE",
        conflicts_with_all = ["map", "by", "levers", "smallest_segment", "show_values", "output", "html", "format"])]
    write_map: Option<PathBuf>,
    /// Summarize each group of people that are alike in these columns, such as `country,role`; can be given
    /// more than once
    #[arg(long, value_name = "COLUMNS")]
    by: Vec<String>,
    /// File with levers, which are pulled for everybody; or `all`: a quarter less and a quarter more of each number
    /// of the pursuit in question
    #[arg(long, value_name = "FILE")]
    levers: Option<PathBuf>,
    #[command(flatten)]
    speeds: Speeds,
    /// Leave groups of fewer people than this out of the summary; 5 where no number is given
    #[arg(long, value_name = "N", num_args = 0..=1, default_missing_value = "5",
        value_parser = value_parser!(u64).range(1..))]
    smallest_segment: Option<u64>,
    /// Say what a person answered where it is a problem; left out otherwise
    #[arg(long)]
    show_values: bool,
    /// Write the answers to this file, one row a person, in place of one that is there; its name ends in
    /// parquet, csv, arrow, arrows or ndjson
    #[arg(short = 'o', long = "output", value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write the summary to this file as HTML, in place of one that is there
    #[arg(long, value_name = "FILE")]
    html: Option<PathBuf>,
    /// How to print the summary
    #[arg(long, value_enum, default_value_t)]
    format: Format,
    #[command(flatten)]
    preset_files: PresetFiles,
    #[command(flatten)]
    paper: Paper,
}

impl Group {
    /// Answers everybody, and prints what they say as a whole.
    pub(crate) fn run(&self, out: &mut impl Write, err: &mut impl Write) -> Result<(), Failure> {
        self.spare_what_is_read()?;
        let files = Files { format: self.format };
        let options = self.preset_files.options(self.format)?;
        let plan = files.plan(&self.case, &options)?;
        let table = files.table(&self.people)?;
        if let Some(path) = &self.write_map {
            return self.start_map(path, &plan, &table, err);
        }
        let map = match &self.map {
            Some(path) => files.map(path)?,
            None => self.inferred(&plan, &table, err)?,
        };
        let by = self.groupings(&table);
        let map = map.with_groupings(&by, &table.schema());
        let map = map.map_err(|error| files.refused(&self.people, &error))?;
        let (speed, options) = (self.speeds.speed(), self.speeds.options(options));
        let group = worthwhile_groups::Group::new(&plan, &map, &table.schema(), speed, &options);
        let group = group.map_err(|error| self.not_fitting(files, &error))?;
        let group = group.with_values_shown(self.show_values);
        let levers = match &self.levers {
            Some(path) => files.levers(path, &group)?,
            None => Vec::new(),
        };
        let tally = Tally::new(&group, &by, &levers);
        let mut tally = tally.map_err(|error| Failure::new(&error, self.format))?;
        interrupt::listen()
            .map_err(|error| Failure::Other(format!("Ctrl-C cannot be listened to: {error}.")))?;
        let writer = self.output.as_deref().map(|path| {
            let writer = TableWriter::create(path, &group.schema());
            let writer = writer.map_err(|error| output::unwritable(path, &error))?;
            writer.partial().into_iter().for_each(interrupt::leave_nothing_of);
            Ok::<_, Failure>((writer, path))
        });
        let writer = writer.transpose()?;
        let total = table.rows();
        let run = Run { group: &group, levers: &levers, people: &self.people, files, total };
        let mut meter = Meter::new(err);
        let rows = run.answer(table, &mut tally, writer, &mut meter);
        meter.end();
        if rows.count == 0 {
            match rows.end {
                End::All => {}
                End::Stopped => {
                    let sentence = "Stopped before anybody was answered.";
                    return Err(Failure::Interrupted(sentence.to_owned()));
                }
                End::Failed(failure) => return Err(failure),
            }
        }
        let how_far = self.how_far(&rows, total);
        let printed = self.print(&tally.summary(self.smallest_segment), out);
        match rows.end {
            End::All => printed,
            End::Stopped => printed.and(Err(Failure::Interrupted(how_far))),
            // What went wrong is told even if nobody reads what did not.
            End::Failed(failure) => Err(Failure::Late(Box::new(failure), how_far)),
        }
    }

    /// Refuses to put an answer into the place of what it is about, or of another answer.
    fn spare_what_is_read(&self) -> Result<(), Failure> {
        let read = [Some(&self.people), Some(&self.case), self.map.as_ref(), self.levers.as_ref()];
        let read =
            || read.into_iter().flatten().map(PathBuf::as_path).chain(self.preset_files.paths());
        for path in [&self.output, &self.html].into_iter().flatten() {
            output::is_none_of(path, read())?;
        }
        if let (Some(rows), Some(page)) = (&self.output, &self.html)
            && output::is_same(rows, page)
        {
            return Err(Failure::Usage(format!(
                "`{}` and `{}` are one file. Choose another one for the summary.",
                rows.display(),
                page.display()
            )));
        }
        let is_table = |path: &PathBuf| TableFormat::of_path(path).is_some();
        if let Some(path) = self.output.as_ref().filter(|path| !is_table(path)) {
            let names: Vec<&str> = TableFormat::ALL.iter().map(|own| own.as_str()).collect();
            return Err(Failure::Usage(format!(
                "`{}` does not say in which format to write: its name has to end in one of {}.",
                path.display(),
                names.join(", ")
            )));
        }
        Ok(())
    }

    /// The groupings: columns that commas separate, or one whose own name has commas.
    fn groupings(&self, table: &TableReader) -> Vec<Vec<String>> {
        let schema = table.schema();
        let columns = |text: &String| {
            if schema.column_with_name(text).is_some() {
                return vec![text.clone()];
            }
            let names = text.split(',').map(str::trim).filter(|name| !name.is_empty());
            names.map(str::to_owned).collect()
        };
        self.by.iter().map(columns).collect()
    }

    /// The case, the map, the table and the options do not go together. Options are in no file.
    fn not_fitting(&self, files: Files, error: &Error) -> Failure {
        const OF_OPTIONS: [&str; 4] = ["/scenarios", "/replicates", "/seed", "/threads"];
        let is_of_options = |own: &Problem| OF_OPTIONS.contains(&own.path.as_str());
        if error.problems().iter().all(is_of_options) {
            return Failure::new(error, self.format);
        }
        files.refused(self.map.as_ref().unwrap_or(&self.people), error)
    }

    /// Writes a map to start from, and says what is in it.
    fn start_map(
        &self,
        path: &Path,
        plan: &Plan,
        table: &TableReader,
        err: &mut impl Write,
    ) -> Result<(), Failure> {
        if path.exists() {
            return Err(Failure::Usage(format!(
                "`{}` is there already. Choose another file, so that nothing is lost.",
                path.display()
            )));
        }
        let map = Map::starter(plan, &table.schema());
        let json = serde_json::to_string_pretty(&map)
            .map_err(|error| Failure::Other(format!("the map could not be written: {error}.")))?;
        output::keep(path, &(json + "\n"))?;
        let count = map.columns().count();
        let (columns, feed) = if count == 1 { ("column", "feeds") } else { ("columns", "feed") };
        writeln!(
            err,
            "{count} {columns} of the table {feed} an input by name; the others stand under `keep`. To feed an input \
             from one of them, move it to `columns`."
        )?;
        Ok(())
    }

    /// The map that the names of columns make, told to whoever reads it.
    fn inferred(
        &self,
        plan: &Plan,
        table: &TableReader,
        err: &mut impl Write,
    ) -> Result<Map, Failure> {
        let map = Map::inferred(plan, &table.schema());
        if map.columns().next().is_none() {
            let message = "no column of the table is named as an input of the case";
            let help = "name columns as inputs, such as free_hours_per_week, or give a map: `--write-map FILE` writes one \
                 to start from";
            let problem = Problem::new("/columns", Code::EmptyList, message).with_help(help);
            let file = self.people.display().to_string();
            return Err(Failure::FileRefused("file", file, vec![problem], self.format));
        }
        for (column, own) in map.columns() {
            let (column, input) = (text::one_line(column), text::one_line(own.input()));
            writeln!(err, "`{column}` feeds {input}")?;
        }
        Ok(map)
    }

    /// Prints the summary, and writes it as HTML where that is asked for: also if nobody reads what is printed.
    fn print(&self, summary: &Summary, out: &mut impl Write) -> Result<(), Failure> {
        let kept = match &self.html {
            Some(path) => output::keep(path, &summary.to_html()),
            None => Ok(()),
        };
        match self.format {
            Format::Json => {
                let json = serde_json::to_string(summary).map_err(|error| {
                    Failure::Other(format!("the summary could not be written: {error}."))
                })?;
                writeln!(out, "{json}")?;
            }
            Format::Text => {
                let page = summary.page().color(self.paper.has_color(false));
                let page = self.paper.width(false).map_or(page, |width| page.width(width));
                write!(out, "{page}")?;
            }
        }
        out.flush()?;
        kept
    }

    /// What Ctrl-C or an error has left.
    fn how_far(&self, rows: &Rows, total: Option<u64>) -> String {
        let of = total.map_or_else(String::new, |total| format!(" of {total}"));
        let kept = match &self.output {
            Some(path) if rows.are_kept => format!(" `{}` has their rows.", path.display()),
            Some(path) => format!(" `{}` does not have their rows.", path.display()),
            None => String::new(),
        };
        format!("Stopped after {}{of} people: the summary is of these.{kept}", rows.count)
    }
}
