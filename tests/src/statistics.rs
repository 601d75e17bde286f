//! How far apart two estimates of one number may be by chance alone.

/// An estimate of a number, with its standard error and the degrees of freedom behind that error.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Estimated {
    /// The estimate.
    pub mean: f64,
    /// Its standard error.
    pub standard_error: f64,
    /// How many independent values the error comes from, less one.
    pub freedom: f64,
}

/// The chance that two right estimates of one number would be nearer to each other than these are:
/// Welch's test. Right ones are within 0.95 in 95 of 100 cases, within 0.5 in half of them.
///
/// With the second error far below the first one, this is Student's t with the freedom of the
/// first.
#[must_use]
pub fn distance(one: Estimated, other: Estimated) -> f64 {
    let (a, b) = (one.standard_error.powi(2), other.standard_error.powi(2));
    let freedom = (a + b).powi(2) / (a * a / one.freedom + b * b / other.freedom);
    student((one.mean - other.mean) / (a + b).sqrt(), freedom)
}

/// The chance that Student's t is within `t` of 0.
///
/// Put t as the square root of the freedom times the tangent of an angle: then the density is a
/// power of the cosine, on a quarter of the circle.
#[must_use]
pub fn student(t: f64, freedom: f64) -> f64 {
    // Beyond this t is normal to four digits, and the cosine's power would need finer steps.
    let freedom = freedom.min(2000.0);
    let density = |angle: f64| angle.cos().powf(freedom - 1.0);
    let angle = (t.abs() / freedom.sqrt()).atan();
    let quarter = std::f64::consts::FRAC_PI_2;
    let within = simpson(density, 0.0, angle);
    (within / (within + simpson(density, angle, quarter))).min(1.0)
}

fn simpson(of: impl Fn(f64) -> f64, from: f64, to: f64) -> f64 {
    let steps = 1000;
    let at = |step: i32| of(from + (to - from) * f64::from(step) / f64::from(steps)).max(0.0);
    let mut sum = at(0) + at(steps);
    for step in 1..steps {
        sum += at(step) * if step % 2 == 1 { 4.0 } else { 2.0 };
    }
    sum * (to - from) / f64::from(steps) / 3.0
}

/// The smallest range of counts around the middle that leaves out, on each side, at most half of
/// `outside`: where the number of hits in `trials` of chance `chance` is, all but always.
#[must_use]
pub fn binomial_band(trials: usize, chance: f64, outside: f64) -> (usize, usize) {
    let mut logs = vec![trials as f64 * (1.0 - chance).ln()];
    for hits in 1..=trials {
        let ways = (trials - hits + 1) as f64 / hits as f64;
        logs.push(logs[hits - 1] + (ways * chance / (1.0 - chance)).ln());
    }
    let shares: Vec<f64> = logs.into_iter().map(f64::exp).collect();
    let skipped = |shares: &mut dyn Iterator<Item = &f64>| {
        let mut sum = 0.0;
        let is_outside = |share: &&f64| {
            sum += **share;
            sum <= outside / 2.0
        };
        shares.take_while(is_outside).count()
    };
    (skipped(&mut shares.iter()), trials - skipped(&mut shares.iter().rev()))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn assert_near(found: f64, expected: f64, tolerance: f64) {
        assert!((found - expected).abs() <= tolerance, "found {found}, expected {expected}");
    }

    /// The percentiles are those of every printed table of t.
    #[test]
    fn student_has_the_percentiles_of_the_tables() {
        assert_near(student(2.364_624_251_592_784, 7.0), 0.95, 1e-9);
        assert_near(student(-2.364_624_251_592_784, 7.0), 0.95, 1e-9);
        assert_near(student(0.711_141_778_081_786, 7.0), 0.5, 1e-9);
        assert_near(student(12.706_204_736_174_7, 1.0), 0.95, 1e-9);
        assert_near(student(1.959_963_984_540_054, 1e9), 0.95, 2e-4);
        assert_near(student(0.0, 7.0), 0.0, 1e-12);
        assert_near(student(f64::INFINITY, 7.0), 1.0, 1e-12);
    }

    #[test]
    fn welch_leans_on_the_larger_error() {
        let of =
            |standard_error: f64, freedom: f64| Estimated { mean: 0.0, standard_error, freedom };
        let at = |mean: f64| Estimated { mean, ..of(1.0, 7.0) };
        assert_near(distance(at(2.364_624_251_592_784), of(1e-6, 9999.0)), 0.95, 1e-6);
        // Two equal errors of 7 each have a freedom of 14, where 95 % are within 2.144787.
        let off = 2.144_786_687_916_93 * 2.0_f64.sqrt();
        assert_near(distance(at(off), of(1.0, 7.0)), 0.95, 1e-9);
    }

    #[test]
    fn a_band_leaves_out_no_more_than_it_says() {
        // Of 3 fair coins, 0 or 3 heads come up with 1/8 each.
        assert_eq!(binomial_band(3, 0.5, 0.26), (1, 2));
        assert_eq!(binomial_band(3, 0.5, 0.24), (0, 3));
        // 50 of chance 0.95: 43 or fewer hits in 1.2 %, 44 or fewer in 3.8 %.
        assert_eq!(binomial_band(50, 0.95, 0.05).0, 44);
        assert_eq!(binomial_band(1000, 0.95, 1.0).0, 950);
    }
}
