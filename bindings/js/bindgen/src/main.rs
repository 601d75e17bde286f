//! `worthwhile-js-bindgen WASM FOLDER` writes `worthwhile.js`, `worthwhile.d.ts` and
//! `worthwhile_bg.wasm`. The program of wasm-bindgen does the same, and takes thrice as long to build,
//! because it has a server for tests.

use std::error::Error;
use std::path::Path;
use std::{env, fs};

use wasm_bindgen_cli_support::Bindgen;

/// Where the module keeps what the library exports, once it is loaded.
const UNLOADED: &str = "let wasm;";
/// A call before that says what is missing.
const LOADED_FIRST: &str = "const unloaded = new Proxy({}, {
    get() {
        throw new Error('the library is not loaded yet: call `await init()` first');
    },
});
let wasm = unloaded;";

fn main() -> Result<(), Box<dyn Error>> {
    let [wasm, folder] = env::args().skip(1).collect::<Vec<_>>().try_into().map_err(|_| USAGE)?;
    let mut bindgen = Bindgen::new();
    bindgen.input_path(wasm).out_name("worthwhile").typescript(true).web(true)?;
    bindgen.omit_default_module_path(true).remove_name_section(true).remove_producers_section(true);
    bindgen.generate(&folder)?;
    let path = Path::new(&folder).join("worthwhile.js");
    fs::write(&path, told(&fs::read_to_string(&path)?)?)?;
    Ok(())
}

const USAGE: &str = "usage: worthwhile-js-bindgen WASM FOLDER";

fn told(glue: &str) -> Result<String, Box<dyn Error>> {
    Err(glue.into())
}
