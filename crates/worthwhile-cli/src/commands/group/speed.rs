//! How people are answered.

use clap::{Args, value_parser};
use worthwhile::{Options, limits};
use worthwhile_groups::Speed;

use crate::computing::{LARGEST_SEED, all_threads};

/// Arguments about how people are answered.
#[derive(Debug, Args)]
pub(super) struct Speeds {
    /// Draw nothing, so that every number is at its mean: the quickest, but it says nothing of doubt
    #[arg(long)]
    at_the_means: bool,
    /// Number of scenarios, which all people share, rounded up to a power of two for each replicate [default: 256]
    #[arg(long, value_name = "N", conflicts_with = "at_the_means",
        value_parser = value_parser!(u32).range(1..=i64::from(limits::MAX_SURVEY_SCENARIOS)))]
    scenarios: Option<u32>,
    /// In how many replicates the scenarios are, which standard errors come from [default: that of the case, or 8]
    #[arg(long, value_name = "N", conflicts_with = "at_the_means", value_parser = value_parser!(u32).range(2..=64))]
    replicates: Option<u32>,
    /// Seed of the scenarios: the same seed gives the same answers [default: that of the case]
    #[arg(long, value_name = "N", value_parser = value_parser!(u64).range(..=LARGEST_SEED))]
    seed: Option<u64>,
    /// Number of threads; does not affect the answers [default: all available]
    #[arg(long, value_name = "N", value_parser = value_parser!(u32).range(1..=256))]
    threads: Option<u32>,
}

impl Speeds {
    pub(super) fn speed(&self) -> Speed {
        if self.at_the_means { Speed::AtTheMeans } else { Speed::WithDoubt }
    }

    /// The library's options, in addition to the existing ones.
    pub(super) fn options(&self, options: Options) -> Options {
        let mut options = options.with_threads(self.threads.unwrap_or_else(all_threads));
        if let Some(scenarios) = self.scenarios {
            options = options.with_scenarios(scenarios);
        }
        if let Some(replicates) = self.replicates {
            options = options.with_replicates(replicates);
        }
        if let Some(seed) = self.seed {
            options = options.with_seed(seed);
        }
        options
    }
}
