//! The figures that every pursuit has in every scenario and in every row of a table.

/// A struct with a member for each figure, whose names are those of the documents.
macro_rules! figures {
    ($($(#[$doc:meta])* $name:ident,)*) => {
        /// The figures of a pursuit, in some form: lanes of scenarios, columns, summaries.
        #[derive(Debug, Clone, Copy)]
        pub(crate) struct Figures<T> {
            $($(#[$doc])* pub(crate) $name: T,)*
        }

        impl<T> Figures<T> {
            /// Their names, in the order of columns.
            pub(crate) const NAMES: &'static [&'static str] = &[$(stringify!($name),)*];

            /// Each from the next of a row of them.
            pub(crate) fn of(mut next: impl FnMut() -> T) -> Self {
                Self { $($name: next(),)* }
            }

            /// All of them, in the order of columns.
            #[inline(always)]
            pub(crate) fn in_order(&self) -> impl ExactSizeIterator<Item = &T> {
                [$(&self.$name,)*].into_iter()
            }
        }
    };
}

figures! {
    /// Worth of the pursuit alone, in points.
    worth,
    /// Worth of the plan with it less that of the plan without it, in points.
    margin,
    /// Hours a week, over the years ahead.
    hours_per_week,
    /// Hours a week in the years that take most.
    peak_hours_per_week,
    /// Hours a week as felt.
    felt_hours_per_week,
    /// Chance of burnout with it, 0 to 1.
    burnout_risk,
    /// Money a year, in the person's currency.
    money_per_year,
}

/// How many figures a pursuit has.
pub(crate) const FIGURES: usize = Figures::<()>::NAMES.len();
