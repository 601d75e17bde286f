//! `worthwhile-js-bindgen WASM FOLDER` writes `worthwhile.js`, `worthwhile.d.ts` and
//! `worthwhile_bg.wasm`. The program of wasm-bindgen does the same, and takes thrice as long to build,
//! because it has a server for tests.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

/// Where the glue keeps what the library exports, once it is loaded.
const EXPORTS: &str = "let wasmModule, wasmInstance, wasm;\n";
/// A call before that says what is missing. Without this, it would say that `undefined` has no such member.
const UNTIL_THEN: &str = "const unloaded = new Proxy({}, {
    get() {
        throw new Error('the library is not loaded yet: call `await init()` first');
    },
});
let wasmModule, wasmInstance, wasm = unloaded;
";
/// Where the glue looks whether it is loaded.
const IS_LOADED: &str = "if (wasm !== undefined) return wasm;";
const IS_LOADED_NOW: &str = "if (wasm !== unloaded) return wasm;";

fn main() -> Result<(), Box<dyn Error>> {
    let [wasm, folder] = env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| USAGE)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("worthwhile").typescript(true).web(true)?;
    bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(&folder)?;
    let folder = Path::new(&folder);
    // What the module exports is for the glue alone.
    fs::remove_file(folder.join("worthwhile_bg.wasm.d.ts"))?;
    let path = folder.join("worthwhile.js");
    fs::write(&path, told(&fs::read_to_string(&path)?)?)?;
    Ok(())
}

const USAGE: &str = "usage: worthwhile-js-bindgen WASM FOLDER";

/// The glue, with a sentence for those who call too early. Another release of wasm-bindgen may write other
/// glue: then nothing is made.
fn told(glue: &str) -> Result<String, Box<dyn Error>> {
    if glue.matches(EXPORTS).count() != 1 || glue.matches(IS_LOADED).count() != 2 {
        return Err("wasm-bindgen writes other JavaScript than this program knows".into());
    }
    Ok(glue.replace(EXPORTS, UNTIL_THEN).replace(IS_LOADED, IS_LOADED_NOW))
}
