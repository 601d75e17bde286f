//! `worthwhile schema`

use std::io::Write;

use clap::{Args, ValueEnum};

use crate::failure::Failure;
use crate::format::Format;

/// Arguments of `worthwhile schema`.
#[derive(Debug, Args)]
pub(crate) struct Schema {
    /// What to print
    #[arg(value_enum)]
    document: Document,
    /// For this kind of tool; language models have only a case
    #[arg(long, value_enum)]
    profile: Option<Profile>,
    /// For the model of this host
    #[arg(long = "for", value_enum, value_name = "HOST", required_if_eq("document", "tool"))]
    host: Option<Host>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Document {
    /// The question: what `assess`, `check` and `expand` read
    Case,
    /// The answer: what `assess --format json` prints
    Assessment,
    /// What `ask` goes on from: a case as far as it is known, and answers
    Interview,
    /// The questions of an interview: what `ask --questions` prints
    Questions,
    /// Which columns of a table of people feed which inputs: what `group --map` reads
    Map,
    /// What could be different for everybody: what `group --levers` reads
    Levers,
    /// What a table of people says as a whole: what `group --format json` prints
    Group,
    /// Labels and order of a case's fields for a form, for react-jsonschema-form
    Form,
    /// `assess`, `ask`, `check` and `expand` as an OpenAPI 3.1 document
    Openapi,
    /// A tool definition for a language model
    Tool,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Profile {
    /// Code generators
    Codegen,
    /// Components of an OpenAPI 3.1 document
    Openapi,
    /// Strict functions of OpenAI
    Openai,
    /// Strict tools of Anthropic
    Anthropic,
    /// Function declarations of Gemini
    Gemini,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Host {
    /// A function of OpenAI's Responses API
    Openai,
    /// A tool of Anthropic's Messages API
    Anthropic,
    /// A function declaration of the Gemini API
    Gemini,
    /// A tool of the Model Context Protocol
    Mcp,
}

impl Schema {
    /// Prints the schema, or something derived from it.
    pub(crate) fn run(&self, out: &mut impl Write) -> Result<(), Failure> {
        let name = self.name()?;
        if let Some(schema) = worthwhile_groups::schema::named(&name) {
            writeln!(out, "{schema:#}")?;
            return Ok(());
        }
        let text = worthwhile::schema_text(&name);
        out.write_all(text.map_err(|error| Failure::new(&error, Format::Text))?.as_bytes())?;
        Ok(())
    }

    /// The library's name for it.
    fn name(&self) -> Result<String, Failure> {
        use Document::{Assessment, Case, Form, Tool};
        let name = match (self.document, self.profile, self.host) {
            (Case | Assessment, Some(profile), None) => {
                format!("{}.{}", word(&self.document), word(&profile))
            }
            (Tool, None, Some(host)) => format!("tool.{}", word(&host)),
            (Form, None, None) => "case.ui".to_owned(),
            (document, None, None) => word(&document),
            (_, Some(_), _) => return usage("`--profile` goes with `case` and `assessment`."),
            (_, _, Some(_)) => return usage("`--for` goes with `tool`."),
        };
        let mut names = worthwhile::schema::names().chain(worthwhile_groups::schema::NAMES);
        match names.any(|known| known == name) {
            true => Ok(name),
            false => {
                usage("A language model writes cases and reads answers: it has no `assessment`.")
            }
        }
    }
}

/// A value as one types it.
fn word(value: &impl ValueEnum) -> String {
    value.to_possible_value().map(|value| value.get_name().to_owned()).unwrap_or_default()
}

fn usage<T>(sentence: &str) -> Result<T, Failure> {
    Err(Failure::Usage(sentence.to_owned()))
}
