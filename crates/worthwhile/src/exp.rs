//! Exponentials and logarithms that give the same bits on every machine and that the compiler can
//! compute for several numbers at once: no call, no branch, no fused multiplication. Accurate to a
//! few units in the last place.

/// Arguments beyond these bounds are taken at them: e^700 is near the largest number.
const LARGEST: f64 = 700.0;
const LOG2_E: f64 = std::f64::consts::LOG2_E;
/// ln 2 in two parts; the first has few enough bits that its multiples are exact.
const LN_2_HIGH: f64 = 6.931_471_803_691_238e-1;
const LN_2_LOW: f64 = 1.908_214_929_270_587_7e-10;
/// Added to a number it rounds it to a whole one, which its last bits then hold.
const ROUNDING: f64 = 6_755_399_441_055_744.0;
/// 1/13!, 1/12!, …, 1/2!
const TAYLOR: [f64; 12] = [
    1.605_904_383_682_161_5e-10,
    2.087_675_698_786_81e-9,
    2.505_210_838_544_172e-8,
    2.755_731_922_398_589_3e-7,
    2.755_731_922_398_589e-6,
    2.480_158_730_158_73e-5,
    1.984_126_984_126_984e-4,
    1.388_888_888_888_889e-3,
    8.333_333_333_333_333e-3,
    4.166_666_666_666_666_4e-2,
    1.666_666_666_666_666_6e-1,
    0.5,
];

/// e^x
#[inline(always)]
pub(crate) fn exp(x: f64) -> f64 {
    let (scale, rest) = parts(x);
    scale + scale * rest
}

/// e^x - 1, accurate near zero.
#[inline(always)]
pub(crate) fn exp_m1(x: f64) -> f64 {
    let (scale, rest) = parts(x);
    scale * rest + (scale - 1.0)
}

/// 2/23, 2/21, …, 2/3: the series of ln((1+s)/(1-s)) without its first term 2s.
const ATANH: [f64; 11] = [
    2.0 / 23.0,
    2.0 / 21.0,
    2.0 / 19.0,
    2.0 / 17.0,
    2.0 / 15.0,
    2.0 / 13.0,
    2.0 / 11.0,
    2.0 / 9.0,
    2.0 / 7.0,
    2.0 / 5.0,
    2.0 / 3.0,
];
/// Bits of the square root of 1/2.
const ROOT_OF_HALF: u64 = 0x3fe6_a09e_667f_3bcd;
const MANTISSA: u64 = (1 << 52) - 1;

/// ln x of a positive number; a number too small for 52 bits of its own counts as the smallest.
#[inline(always)]
pub(crate) fn ln(x: f64) -> f64 {
    let x = if x > f64::MIN_POSITIVE { x } else { f64::MIN_POSITIVE };
    // x = 2^k m with m between the square roots of 1/2 and of 2.
    let shifted = x.to_bits().wrapping_sub(ROOT_OF_HALF);
    let k = ((shifted as i64) >> 52) as f64;
    let m = f64::from_bits((shifted & MANTISSA).wrapping_add(ROOT_OF_HALF));
    let s = (m - 1.0) / (m + 1.0);
    let square = s * s;
    let sum = series(&ATANH, square);
    k * LN_2_HIGH + (k * LN_2_LOW + (2.0 * s + s * square * sum))
}

/// x^y for x of at least 0 and y above 0.
#[inline(always)]
pub(crate) fn pow(x: f64, y: f64) -> f64 {
    let power = exp(y * ln(x));
    if x > 0.0 { power } else { 0.0 }
}

/// A series at x, its coefficient of the highest power first.
#[inline(always)]
fn series(coefficients: &[f64], x: f64) -> f64 {
    let Some((first, rest)) = coefficients.split_first() else { return 0.0 };
    let mut sum = *first;
    for coefficient in rest {
        sum = sum * x + coefficient;
    }
    sum
}

/// 2^k and e^r - 1 with x = k ln 2 + r, r between -ln 2 / 2 and ln 2 / 2.
#[inline(always)]
fn parts(x: f64) -> (f64, f64) {
    let x = if x > LARGEST { LARGEST } else { x };
    let x = if x < -LARGEST { -LARGEST } else { x };
    let rounded = x * LOG2_E + ROUNDING;
    let k = rounded - ROUNDING;
    let r = (x - k * LN_2_HIGH) - k * LN_2_LOW;
    let sum = series(&TAYLOR, r);
    let scale = f64::from_bits((rounded.to_bits() << 52).wrapping_add(1023 << 52));
    (scale, r + r * r * sum)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn is_close(found: f64, exact: f64) -> bool {
        (found - exact).abs() <= 3.0 * f64::EPSILON * exact.abs()
    }

    #[test]
    fn both_agree_with_another_library() {
        let mut x = -699.0;
        while x < 699.0 {
            assert!(is_close(exp(x), libm::exp(x)), "{x}");
            assert!(is_close(exp_m1(x), libm::expm1(x)), "{x}");
            x += 0.0137;
        }
    }

    #[test]
    fn small_numbers_keep_all_their_digits() {
        let mut x = 1e-300;
        while x < 1.0 {
            assert!(is_close(exp_m1(x), libm::expm1(x)), "{x}");
            assert!(is_close(exp_m1(-x), libm::expm1(-x)), "{x}");
            x *= 1.7;
        }
    }

    #[test]
    fn logarithms_and_powers_agree_with_another_library() {
        let mut x = 1e-300;
        while x < 1e300 {
            let exact = libm::log(x);
            assert!((ln(x) - exact).abs() <= 4.0 * f64::EPSILON * exact.abs(), "{x}");
            x *= 1.37;
        }
        let mut x = 0.5;
        while x < 2.0 {
            let exact = libm::log(x);
            assert!((ln(x) - exact).abs() <= 4.0 * f64::EPSILON * exact.abs(), "{x}");
            let exact = libm::pow(x, 0.7);
            assert!((pow(x, 0.7) - exact).abs() <= 4.0 * f64::EPSILON * exact, "{x}");
            x += 0.000_37;
        }
    }

    #[test]
    #[expect(clippy::float_cmp, reason = "exact by construction")]
    fn nothing_is_special() {
        assert_eq!(exp(0.0), 1.0);
        assert_eq!(exp_m1(0.0), 0.0);
        assert_eq!((ln(1.0), pow(1.0, 0.7), pow(0.0, 0.7)), (0.0, 1.0, 0.0));
        assert!(exp(1e9).is_finite() && exp(-1e9) < 1e-300 && exp(f64::NAN).is_nan());
    }
}
