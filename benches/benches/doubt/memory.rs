//! The most memory that a run takes, read in a process of its own.

use std::process::Command;

use worthwhile::Plan;

use crate::{CASE, engine};

const ASKED: &str = "--memory";

/// How many scenarios a child process is to run.
pub(crate) fn asked() -> Option<u32> {
    let mut arguments = std::env::args().skip_while(|argument| argument != ASKED).skip(1);
    arguments.next().map(|scenarios| scenarios.parse().unwrap())
}

/// Runs the whole analysis and prints the peak of resident memory in KiB.
pub(crate) fn child(scenarios: u32) {
    let plan = Plan::read(CASE).unwrap();
    if scenarios > 0 {
        drop(engine::assessment(&plan, scenarios, 1, 1));
    }
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    println!("{}", peak.trim().trim_end_matches(" kB"));
}

/// Where the system does not tell there is nothing to report.
pub(crate) fn report() {
    if !cfg!(target_os = "linux") {
        return;
    }
    let base = peak(0);
    println!("peak memory of the whole analysis, one thread (the program alone: {base:.0} MiB)");
    for power in [14, 17, 20] {
        let scenarios = 1_u32 << power;
        let above = (peak(scenarios) - base) * 1024.0 * 1024.0;
        let columns = above / f64::from(scenarios) / 8.0;
        let above = above / 1024.0 / 1024.0;
        println!("  {scenarios:>8} scenarios: {above:>6.1} MiB more, {columns:.1} numbers each");
    }
}

/// Peak memory in MiB.
fn peak(scenarios: u32) -> f64 {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args([ASKED, &scenarios.to_string()]).output().unwrap();
    let kib: f64 = String::from_utf8(output.stdout).unwrap().trim().parse().unwrap();
    kib / 1024.0
}
