//! Laws of the formulas, each where it stands alone.

use proptest::array::uniform7;
use proptest::prelude::*;

use super::row::Row;
use crate::lanes::Lanes;

fn row() -> impl Strategy<Value = Row<1>> {
    let shares = (uniform7(0.0..=1.0_f64), 0.0..=1.0_f64);
    (shares, 0.0..60.0, 0.0..=1.0, 0.0..=2.0, -9e4..9e4, 0.0..9e4).prop_map(
        |((unmet, ease), hours, loaded, felt, money, spending): (_, f64, f64, f64, f64, f64)| {
            let lanes = Lanes::<1>::all;
            Row {
                unmet: unmet.map(lanes),
                ease: lanes(ease),
                hours: lanes(hours),
                loaded_hours: lanes(hours * loaded),
                felt_hours: lanes(hours * loaded * felt),
                rest: lanes(hours - hours * loaded),
                money: lanes(money),
                spending: lanes(spending),
            }
        },
    )
}

fn merged(rows: &[Row<1>]) -> Vec<f64> {
    let mut sum = Row::NOTHING;
    rows.iter().for_each(|row| sum.merge(row));
    let rest =
        [sum.ease, sum.hours, sum.loaded_hours, sum.felt_hours, sum.rest, sum.money, sum.spending];
    sum.unmet.iter().chain(&rest).map(Lanes::first).collect()
}

fn near(a: &[f64], b: &[f64]) -> bool {
    a.iter().zip(b).all(|(a, b)| (a - b).abs() <= 1e-12 * a.abs().max(b.abs()).max(1.0))
}

proptest! {
    #[test]
    fn merging_is_associative(a in row(), b in row(), c in row()) {
        let mut pair = b;
        pair.merge(&c);
        prop_assert!(near(&merged(&[a, b, c]), &merged(&[a, pair])));
    }

    #[test]
    fn merging_is_commutative_to_the_bit(a in row(), b in row()) {
        prop_assert_eq!(merged(&[a, b]), merged(&[b, a]));
    }

    #[test]
    fn nothing_is_the_identity_to_the_bit(a in row()) {
        prop_assert_eq!(merged(&[a, Row::NOTHING]), merged(&[a]));
    }
}
