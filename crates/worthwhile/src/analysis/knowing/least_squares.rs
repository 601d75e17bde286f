//! Least squares with few unknowns.

/// A pivot below this share of its own diagonal says that the number depends on those before it.
const DEPENDENT: f64 = 1e-9;

/// Solves for the coefficients of three sums at once. `matrix` has the products of the numbers with
/// each other, its lower triangle row by row, and is used up; `sums` has their products with what
/// they are to explain, and becomes the coefficients. A number that depends on those before it has
/// the coefficient 0.
// INVARIANT: a lower triangle of n rows has n (n + 1) / 2 numbers, and `sums` has n.
#[expect(clippy::indexing_slicing, reason = "see the invariant above")]
pub(super) fn solve(matrix: &mut [f64], sums: &mut [[f64; 3]]) {
    let count = sums.len();
    let at = |row: usize, column: usize| row * (row + 1) / 2 + column;
    // Cholesky without roots: the triangle becomes L, its diagonal D.
    for row in 0..count {
        let diagonal = matrix[at(row, row)];
        for column in 0..row {
            let mut own = matrix[at(row, column)];
            for before in 0..column {
                let scale = matrix[at(before, before)];
                own -= matrix[at(row, before)] * matrix[at(column, before)] * scale;
            }
            let pivot = matrix[at(column, column)];
            matrix[at(row, column)] = if pivot > 0.0 { own / pivot } else { 0.0 };
        }
        let known: f64 = (0..row)
            .map(|before| {
                let own = matrix[at(row, before)];
                own * own * matrix[at(before, before)]
            })
            .sum();
        let pivot = diagonal - known;
        matrix[at(row, row)] = if pivot > DEPENDENT * diagonal { pivot } else { 0.0 };
        for before in 0..row {
            let factor = matrix[at(row, before)];
            let other = sums[before];
            sums[row].iter_mut().zip(other).for_each(|(own, other)| *own -= factor * other);
        }
    }
    for row in (0..count).rev() {
        let pivot = matrix[at(row, row)];
        let mut own = sums[row].map(|sum| if pivot > 0.0 { sum / pivot } else { 0.0 });
        for below in row + 1..count {
            let factor = matrix[at(below, row)];
            own.iter_mut().zip(sums[below]).for_each(|(own, other)| *own -= factor * other);
        }
        sums[row] = if pivot > 0.0 { own } else { [0.0; 3] };
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn coefficients_are_found() {
        // Rows (1, x, y) at four points; sums of 2 + 3 x - y, of x and of nothing.
        let points = [[1.0, 0.0, 1.0], [1.0, 1.0, 0.0], [1.0, 2.0, 5.0], [1.0, -1.0, 2.0]];
        let (mut matrix, mut sums) = (vec![0.0; 6], vec![[0.0; 3]; 3]);
        for [one, x, y] in points {
            let row = [one, x, y];
            let explained = [2.0 + 3.0 * x - y, x, 0.0];
            let pairs = [(0, 0), (1, 0), (1, 1), (2, 0), (2, 1), (2, 2)];
            matrix.iter_mut().zip(pairs).for_each(|(own, (a, b))| *own += row[a] * row[b]);
            for (sum, number) in sums.iter_mut().zip(row) {
                sum.iter_mut().zip(explained).for_each(|(own, value)| *own += number * value);
            }
        }
        solve(&mut matrix, &mut sums);
        let exact = [[2.0, 0.0, 0.0], [3.0, 1.0, 0.0], [-1.0, 0.0, 0.0]];
        for (found, exact) in sums.iter().flatten().zip(exact.iter().flatten()) {
            assert!((found - exact).abs() < 1e-12, "{sums:?}");
        }
    }

    #[test]
    fn what_depends_on_others_has_no_coefficient() {
        // The second number is twice the first.
        let (mut matrix, mut sums) =
            (vec![4.0, 8.0, 16.0], vec![[12.0, 4.0, 0.0], [24.0, 8.0, 0.0]]);
        solve(&mut matrix, &mut sums);
        assert_eq!(sums, [[3.0, 1.0, 0.0], [0.0; 3]]);
    }
}
