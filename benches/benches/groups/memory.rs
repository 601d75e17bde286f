//! Tables in files, and the most memory that tables of any length take, read in processes of their own.

use std::ops::ControlFlow;
use std::path::Path;
use std::process::Command;

use worthwhile::Plan;
use worthwhile_groups::{Speed, TableReader, TableWriter, Tally};

use crate::engine::processor_seconds;
use crate::{CASE, TURNS, group, table};

const ASKED: &str = "--memory";

/// How many people a child process is to answer.
pub(crate) fn asked() -> Option<usize> {
    let mut arguments = std::env::args().skip_while(|argument| argument != ASKED).skip(1);
    arguments.next().map(|people| people.parse().unwrap())
}

/// Answers people block by block, as they come, and prints the peak of resident memory in KiB.
pub(crate) fn child(people: usize) {
    let plan = Plan::read(CASE).unwrap();
    let group = group(&plan, &table::people(0, 1), Speed::AtTheMeans, 2);
    let mut tally = Tally::new(&group, &[vec!["role".to_owned()]], &[]).unwrap();
    let path =
        std::env::temp_dir().join(format!("worthwhile-bench-{}.parquet", std::process::id()));
    let mut out = TableWriter::create(&path, &group.schema()).unwrap();
    for at in (0..people).step_by(table::BLOCK) {
        let block = table::people(at, table::BLOCK.min(people - at));
        let answered = group.answer(&block, at as u64, &mut |_| ControlFlow::Continue(())).unwrap();
        tally.add(&answered, &[]).unwrap();
        out.write(answered.batch()).unwrap();
    }
    out.finish().unwrap();
    std::fs::remove_file(&path).unwrap();
    assert_eq!(tally.summary(None).segments[0].people, people as u64);
    let status = std::fs::read_to_string("/proc/self/status").unwrap();
    let peak = status.lines().find_map(|line| line.strip_prefix("VmHWM:")).unwrap();
    println!("{}", peak.trim().trim_end_matches(" kB"));
}

/// Where the system does not tell there is nothing to report.
pub(crate) fn report() {
    files();
    if !cfg!(target_os = "linux") {
        return;
    }
    println!("peak memory at the means, written to Parquet as they come:");
    for people in [100_000, 1_000_000, 10_000_000] {
        println!("  {people:>9} people: {:>5.0} MiB", peak(people));
    }
}

/// Peak memory in MiB.
fn peak(people: usize) -> f64 {
    let program = std::env::current_exe().unwrap();
    let output = Command::new(program).args([ASKED, &people.to_string()]).output().unwrap();
    let kib: f64 = String::from_utf8(output.stdout).unwrap().trim().parse().unwrap();
    kib / 1024.0
}

/// What reading and writing Parquet leaves of the speed.
fn files() {
    const PEOPLE: usize = 65_536;
    let plan = Plan::read(CASE).unwrap();
    let folder = std::env::temp_dir().join(format!("worthwhile-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).unwrap();
    let (source, target) = (folder.join("people.parquet"), folder.join("answers.parquet"));
    let people = table::people(0, PEOPLE);
    let mut writer = TableWriter::create(&source, &people.schema()).unwrap();
    writer.write(&people).unwrap();
    writer.finish().unwrap();
    let schema = TableReader::open(&source).unwrap().schema();
    let read = crate::group_of(&plan, &schema, Speed::AtTheMeans, 1);
    let group = group(&plan, &people, Speed::AtTheMeans, 1);
    let [mut alone, mut with_files] = [f64::MAX; 2];
    for _ in 0..TURNS / 2 {
        alone = alone.min(processor_seconds(|| crate::answer(&group, &[], &people)));
        with_files = with_files.min(processor_seconds(|| through(&read, &source, &target)));
    }
    std::fs::remove_dir_all(&folder).unwrap();
    println!("from Parquet to Parquet: {:.2} of the speed", alone / with_files);
}

fn through(group: &worthwhile_groups::Group, source: &Path, target: &Path) -> Tally {
    let mut out = TableWriter::create(target, &group.schema()).unwrap();
    let mut tally = Tally::new(group, &[vec!["role".to_owned()]], &[]).unwrap();
    let mut first = 0;
    for block in TableReader::open(source).unwrap() {
        let block = block.unwrap();
        let answered = group.answer(&block, first, &mut |_| ControlFlow::Continue(())).unwrap();
        first += block.num_rows() as u64;
        tally.add(&answered, &[]).unwrap();
        out.write(answered.batch()).unwrap();
    }
    out.finish().unwrap();
    tally
}
