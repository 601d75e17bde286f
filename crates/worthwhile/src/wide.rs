//! Instructions for more numbers at once, where the processor has them. They never change a
//! result: no multiplication is fused with an addition.

use fearless_simd::{Level, Simd};

/// Does some work with the widest vectors that pay. What is called in it has to be inlined, or it
/// is done with the ordinary ones.
#[inline(always)]
pub(crate) fn wide<T>(work: impl FnOnce() -> T) -> T {
    match Level::new().as_avx2() {
        Some(avx2) => avx2.vectorize(work),
        None => work(),
    }
}
