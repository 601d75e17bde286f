//! Usage, help, completions and man pages.

use worthwhile_conformance::surfaces::{Cell, ENDINGS, FORMS, OPERATIONS, OPTIONS, Surface};

use super::*;

#[test]
fn wrong_usage_has_a_code_of_its_own() {
    for args in [
        &[][..],
        &["asses"],
        &["assess", "--format", "yaml"],
        &["expand", "--format", "json"],
        &["assess", "--scenarios", "0"],
        &["assess", "--quick", "--precise"],
        &["assess", "--threads", "many"],
        &["completions"],
        &["completions", "dos"],
        &["man", "asses"],
    ] {
        let run = run(args);
        assert_eq!((run.code, run.out.as_str()), (Some(2), ""), "{args:?}");
        assert!(!run.err.is_empty(), "{args:?}");
    }
}

#[test]
fn commands_and_options_are_those_of_the_table_of_surfaces() {
    let help = run(&["--help"]).out;
    for row in OPERATIONS {
        let is_there = help.contains(&format!("\n  {} ", row.name));
        assert_eq!(is_there, matches!(row.on(Surface::Command), Cell::Has(_)), "{}", row.name);
    }
    let help = run(&["assess", "--help"]).out;
    for row in OPTIONS {
        match row.on(Surface::Command) {
            Cell::Has(flag) => assert!(
                help.contains(&format!(" {flag} ")) || help.contains(&format!(" {flag}\n")),
                "{flag}"
            ),
            Cell::Lacks(_) => assert!(!help.contains(&format!("--{}", row.name)), "{}", row.name),
        }
    }
}

#[test]
fn formats_are_those_of_the_table_of_surfaces() {
    let help = run(&["assess", "--help"]).out;
    for row in FORMS {
        let Cell::Has(how) = row.on(Surface::Command) else { panic!("{}", row.name) };
        let word = how.strip_prefix("--format ").unwrap();
        assert!(help.contains(&format!("- {word}:")), "{word}: {help}");
    }
}

#[test]
fn exit_codes_are_those_of_the_table_of_surfaces() {
    let code = |kind: &str| ENDINGS.iter().find(|own| own.kind == kind).map(|own| own.exit_code);
    assert_eq!(run_with(&["assess"], REFUSED).code, code("invalid"));
    assert_eq!(run(&["presets", "resst"]).code, code("not_found"));
}

#[test]
fn help_and_version_are_answers() {
    let help = run(&["--help"]);
    assert_eq!(help.code, Some(0));
    for command in
        ["assess", "ask", "group", "check", "expand", "presets", "new", "completions", "man"]
    {
        assert!(help.out.contains(&format!("\n  {command} ")), "{command}: {}", help.out);
        assert_eq!(run(&[command, "--help"]).code, Some(0), "{command}");
    }
    assert!(help.out.contains("Exit codes: 0"), "{}", help.out);
    let version = run(&["--version"]);
    assert_eq!(version.out, format!("worthwhile {}\n", env!("CARGO_PKG_VERSION")));
}

#[test]
fn there_are_completions_for_each_shell() {
    for shell in ["bash", "elvish", "fish", "powershell", "zsh"] {
        let run = run(&["completions", shell]);
        assert_eq!((run.code, run.err.as_str()), (Some(0), ""), "{shell}");
        assert!(run.out.contains("assess") && run.out.contains("format"), "{shell}");
    }
}

#[test]
fn there_is_a_man_page_for_the_program_and_each_subcommand() {
    let page = run(&["man"]);
    assert_eq!((page.code, page.err.as_str()), (Some(0), ""));
    assert!(page.out.contains(".TH worthwhile 1"), "{}", page.out);
    assert!(page.out.contains("Exit codes"), "{}", page.out);
    for command in
        ["assess", "ask", "group", "check", "expand", "presets", "new", "completions", "man"]
    {
        assert!(page.out.contains(&format!("worthwhile\\-{command}(1)")), "{}", page.out);
        let own = run(&["man", command]);
        assert!(own.out.contains(&format!(".TH worthwhile-{command} 1")), "{}", own.out);
        let version = format!("\"worthwhile {}\"", env!("CARGO_PKG_VERSION"));
        assert!(own.out.contains(&version), "{version}: {}", own.out);
    }
}

#[cfg(unix)]
#[test]
fn nothing_is_coloured() {
    for args in [&["--help"][..], &["asses"], &["presets", "rest"]] {
        let done = Command::new(env!("CARGO_BIN_EXE_worthwhile"))
            .args(args)
            .env("CLICOLOR_FORCE", "1")
            .output()
            .unwrap();
        assert!(!done.stdout.contains(&0x1b) && !done.stderr.contains(&0x1b), "{args:?}");
    }
}
