//! The pictures of the page. Widths are percent of whatever room there is, and heights are pixels.

use maud::{Markup, html};
use worthwhile::writing::share;
use worthwhile_report::drawing::{Scale, bar, upright};

use crate::summary::{LeverEffect, SegmentSummary, Teller};
use crate::words;

/// Pixels of a picture, and of the bar in it.
const HEIGHT: u32 = 28;
const BAR: u32 = 10;
/// Where the line of a range lies, and how far its ends go up and down.
const RANGE: u32 = 18;
const END: u32 = 3;

/// A bar for each segment.
pub(super) fn shares(all: &[SegmentSummary]) -> Markup {
    let scale = Scale::of([0.0, 1.0]);
    html! {
        div class="ww-bars" {
            @for own in all {
                div {
                    span class="ww-name" { (words::name_of(own)) }
                    @match &own.share {
                        Some(known) => {
                            svg class="ww-frame" height=(HEIGHT) aria-hidden="true" {
                                (bar(scale.between(0.0, 1.0), "ww-track", 2, BAR + 4))
                                (bar(scale.between(0.0, known.yes), "ww-good", 2, BAR + 4))
                                (range(scale, known.low, known.high))
                            }
                            span class="ww-number" { (share(known.yes)) }
                        }
                        None => {
                            svg class="ww-frame" height=(HEIGHT) aria-hidden="true" {}
                            span class="ww-number ww-faint" {
                                @if own.suppressed { "left out" } @else { "no share" }
                            }
                        }
                    }
                }
            }
        }
    }
}

/// The line of a range, with both ends.
fn range(scale: Scale, low: f64, high: f64) -> Markup {
    let (start, end) = (scale.at(low), scale.at(high));
    html! {
        line class="ww-axis" x1=(start) x2=(end) y1=(RANGE) y2=(RANGE) {}
        @for at in [start, end] {
            line class="ww-axis" x1=(at) x2=(at) y1=(RANGE - END) y2=(RANGE + END) {}
        }
    }
}

/// A scale for the changes of all levers.
pub(super) fn scale_of(all: &[LeverEffect]) -> Scale {
    Scale::around(all.iter().flat_map(|own| [own.change, own.low, own.high])).with_room()
}

/// What a lever does: a bar from no change.
pub(super) fn lever(scale: Scale, own: &LeverEffect) -> Markup {
    let tone = if own.change < 0.0 { "ww-bad" } else { "ww-good" };
    html! {
        svg class="ww-frame" height=(HEIGHT) aria-hidden="true" {
            (bar(scale.between(0.0, own.change), tone, 2, BAR + 4))
            (range(scale, own.low, own.high))
            (upright(scale.at(0.0), "ww-rule", HEIGHT))
        }
    }
}

/// How far a column tells yes from no: a bar from the middle, where it tells nothing.
pub(super) fn teller(own: &Teller) -> Markup {
    let scale = Scale::of([0.0, 1.0]);
    let tone = if own.higher_with_yes < 0.5 { "ww-bad" } else { "ww-good" };
    html! {
        svg class="ww-frame" height=(BAR + 4) aria-hidden="true" {
            (bar(scale.between(0.0, 1.0), "ww-track", 2, BAR + 4))
            (bar(scale.between(0.5, own.higher_with_yes), tone, 2, BAR + 4))
            (upright(scale.at(0.5), "ww-axis", BAR + 4))
        }
    }
}
