//! The figures that every pursuit has in every scenario and in every row of a table.

use std::borrow::Cow;

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
    /// Worth of the plan with it less that of the plan without any of it, in points.
    margin_over_none,
    /// Hours a week, over the years ahead.
    hours_per_week,
    /// Hours a week of the year that takes most.
    busiest_hours_per_week,
    /// Hours a week as felt, over the years ahead.
    felt_hours_per_week,
    /// Chance of burnout with it, 0 to 1, over the years ahead.
    burnout_risk,
    /// Money a year, over the years ahead, in the person's currency.
    money_per_year,
}

/// How many figures a pursuit has.
pub(crate) const FIGURES: usize = Figures::<()>::NAMES.len();

/// The figures that a pursuit has at a level, whatever is planned beside it.
#[derive(Debug, Clone, Copy)]
pub(crate) struct OwnFigures<T> {
    pub(crate) worth: T,
    pub(crate) hours_per_week: T,
    pub(crate) busiest_hours_per_week: T,
    pub(crate) felt_hours_per_week: T,
    pub(crate) burnout_risk: T,
    pub(crate) money_per_year: T,
}

/// How many of its own.
pub(crate) const OWN_FIGURES: usize = 6;

impl<T: Copy> OwnFigures<T> {
    #[inline(always)]
    pub(crate) fn in_order(&self) -> [T; OWN_FIGURES] {
        [
            self.worth,
            self.hours_per_week,
            self.busiest_hours_per_week,
            self.felt_hours_per_week,
            self.burnout_risk,
            self.money_per_year,
        ]
    }

    pub(crate) fn from_order(all: [T; OWN_FIGURES]) -> Self {
        let [
            worth,
            hours_per_week,
            busiest_hours_per_week,
            felt_hours_per_week,
            burnout_risk,
            money_per_year,
        ] = all;
        Self {
            worth,
            hours_per_week,
            busiest_hours_per_week,
            felt_hours_per_week,
            burnout_risk,
            money_per_year,
        }
    }

    /// With both margins.
    pub(crate) fn and(self, margin: T, margin_over_none: T) -> Figures<T> {
        Figures {
            worth: self.worth,
            margin,
            margin_over_none,
            hours_per_week: self.hours_per_week,
            busiest_hours_per_week: self.busiest_hours_per_week,
            felt_hours_per_week: self.felt_hours_per_week,
            burnout_risk: self.burnout_risk,
            money_per_year: self.money_per_year,
        }
    }
}

impl<'c> OwnFigures<&'c [f64]> {
    /// With the columns of both margins.
    pub(crate) fn with_margins(
        self,
        [margin, over_none]: [Cow<'c, [f64]>; 2],
    ) -> Figures<Cow<'c, [f64]>> {
        Figures {
            worth: self.worth.into(),
            margin,
            margin_over_none: over_none,
            hours_per_week: self.hours_per_week.into(),
            busiest_hours_per_week: self.busiest_hours_per_week.into(),
            felt_hours_per_week: self.felt_hours_per_week.into(),
            burnout_risk: self.burnout_risk.into(),
            money_per_year: self.money_per_year.into(),
        }
    }
}
