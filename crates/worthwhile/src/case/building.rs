//! What the types of a case have in common: setters, and their numbers as a group.

/// Methods that set one member and give the whole back. `into` takes what converts, `plain` the
/// type itself.
macro_rules! setters {
    ($owner:ident { $($(#[$doc:meta])* $name:ident: $how:ident $type:ty => $($member:ident).+,)* }) => {
        impl $owner {
            $(setter! { $how $(#[$doc])* $name: $type => $($member).+ })*
        }
    };
}

macro_rules! setter {
    (into $(#[$doc:meta])* $name:ident: $type:ty => $($member:ident).+) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: impl Into<$type>) -> Self {
            self.$($member).+ = Some(value.into());
            self
        }
    };
    (plain $(#[$doc:meta])* $name:ident: $type:ty => $($member:ident).+) => {
        $(#[$doc])*
        #[must_use]
        pub fn $name(mut self, value: $type) -> Self {
            self.$($member).+ = Some(value);
            self
        }
    };
}

/// Reads and writes the numbers of a group together.
macro_rules! grouped {
    ($owner:ident: $group:ident { $($member:ident),* $(,)? }) => {
        impl $owner {
            /// The numbers of the group, those that are given.
            pub(crate) fn numbers(&self) -> $group<Option<&Estimate>> {
                $group { $($member: self.$member.as_ref(),)* }
            }

            /// One with these numbers and nothing else.
            pub(crate) fn of_numbers(numbers: $group<Option<Estimate>>) -> Self {
                let $group { $($member,)* } = numbers;
                Self { $($member,)* ..Self::default() }
            }
        }
    };
}

pub(super) use {grouped, setter, setters};
