//! Definitions of the tool with which a language model submits a case.

use serde_json::{Value, json};

use super::{Profile, assessment_schema, profile};
use crate::operation::Operation;

/// The host that runs the model.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Host {
    /// A function tool of OpenAI's Responses API, strict.
    OpenAi,
    /// A tool of Anthropic's Messages API, strict.
    Anthropic,
    /// A function declaration of the Gemini API.
    Gemini,
    /// A tool of the Model Context Protocol.
    Mcp,
}

impl Host {
    /// Every host.
    pub const ALL: [Self; 4] = [Self::OpenAi, Self::Anthropic, Self::Gemini, Self::Mcp];

    /// Its name on the command line, for example `mcp`.
    #[must_use]
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::OpenAi => "openai",
            Self::Anthropic => "anthropic",
            Self::Gemini => "gemini",
            Self::Mcp => "mcp",
        }
    }
}

/// A model sees the tool alongside others, so the name says what it assesses.
fn name() -> String {
    format!("{}_commitment", Operation::Assess)
}

/// A ready definition of the tool: its name, a description for the model, and its input.
///
/// For every host, the input is the short case of [`Profile::Anthropic`], in the keywords that the
/// host knows: 20 kilobytes, not 100. If a model needs every field, use [`Profile::case`] instead.
/// Pass the arguments of the call to [`assess`](crate::assess), and give the answer, or the
/// [`problems_document`](crate::problems_document), back to the model.
///
/// # Example
/// ```
/// use worthwhile::schema::{Host, tool};
/// let tool = tool(Host::Anthropic);
/// assert_eq!(tool["name"], "assess_commitment");
/// assert!(tool["description"].as_str().is_some_and(|text| text.contains("worth")));
/// assert_eq!(tool["input_schema"]["type"], "object");
/// ```
#[must_use]
pub fn tool(host: Host) -> Value {
    match host {
        Host::OpenAi => json!({
            "type": "function",
            "name": name(),
            "description": description("Give null for anything the person did not say."),
            "strict": true,
            "parameters": profile::openai_brief(),
        }),
        Host::Anthropic => json!({
            "name": name(),
            "description": description(LEAVE_OUT),
            "strict": true,
            "input_schema": Profile::Anthropic.case(),
        }),
        Host::Gemini => json!({
            "name": name(),
            "description": description(LEAVE_OUT),
            "parameters": Profile::Gemini.case(),
        }),
        Host::Mcp => json!({
            "name": name(),
            "title": "Is it worth my time?",
            "description": description(LEAVE_OUT),
            "inputSchema": profile::short(),
            "outputSchema": assessment_schema(),
            "annotations": {
                "readOnlyHint": true,
                "destructiveHint": false,
                "idempotentHint": true,
                "openWorldHint": false,
            },
        }),
    }
}

const LEAVE_OUT: &str = "Leave out anything the person did not say.";

/// At most 1,024 characters: more is refused by some hosts.
fn description(unknown: &str) -> String {
    format!(
        "Tells one person whether a commitment of free time (an award, a certification, a side \
         project) is worth it, how much of it, and why. Ask first what drives them (eight motives, \
         0 to 10) and how many free hours a week they have; for each pursuit, how much of it they \
         would do anyway, then the rest. The first pursuit is the one in question; add what they \
         would do instead, as all compete for the same hours. Use a preset if one fits and give \
         only what differs. {unknown} Defaults fill in; the answer lists them under `assumptions`. \
         Give an interval if the person is unsure. Ask rather than invent. The answer is under \
         `question`, with reasons for each pursuit, in points: 0 is as good as life without it, \
         100 serves everything that drives them at no cost. Report the answer, the main reasons \
         and which assumptions to check. If `problems` come back instead, fix every error at its \
         `path` as `message` and `help` say, and call again."
    )
}
