//! Instructions for more numbers at once, where the processor has them. They never change a
//! result: no multiplication is fused with an addition.

/// Does some work on so many lanes; a single one needs no vectors.
#[inline(always)]
pub(crate) fn in_lanes<const W: usize, T>(work: impl FnOnce() -> T) -> T {
    if W == 1 { work() } else { wide(work) }
}

/// Does some work with the widest vectors that pay. What is called in it has to be inlined, or it
/// is done with the ordinary ones.
#[inline(always)]
pub(crate) fn wide<T>(work: impl FnOnce() -> T) -> T {
    // Elsewhere the ordinary instructions are the wide ones.
    #[cfg(target_arch = "x86_64")]
    if let Some(avx2) = fearless_simd::Level::new().as_avx2() {
        return fearless_simd::Simd::vectorize(avx2, work);
    }
    work()
}
