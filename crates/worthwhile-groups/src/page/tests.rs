use crate::people::Speed;
use crate::words::tests::{summary, table};

#[test]
fn a_name_cannot_become_a_tag() {
    let roles = ["<script>alert(1)</script>", "a & b", "' onload='x"];
    let own = summary(&table(&roles, 40), Speed::AtTheMeans, None);
    let html = own.to_html();
    assert!(!html.contains("<script") && !html.contains("<b>nothing"), "{html}");
    assert!(html.contains("&lt;script&gt;") && html.contains("a &amp; b"), "{html}");
    assert!(html.contains("&lt;b&gt;nothing&lt;/b&gt;"), "{html}");
    assert!(html.contains(worthwhile_report::CONTENT_SECURITY_POLICY.split('\'').next().unwrap()));
    // The policy stops styles and handlers that stand in tags.
    assert!(!html.contains(" style=") && !html.contains("<link") && !html.contains("http:"));
}

#[test]
fn every_segment_and_every_lever_has_a_picture() {
    let own = summary(&table(&["dev", "lead", "student"], 60), Speed::WithDoubt, None);
    let html = own.to_html();
    let pictures = own.segments.len() - 1 + own.segments[0].levers.len() + own.tellers.len();
    assert_eq!(html.matches("<svg").count(), pictures);
    for text in [crate::words::answer(&own), crate::words::how(&own)] {
        assert!(html.contains(&text), "{text}");
    }
    let share = own.segments[1].share.as_ref().unwrap();
    let end =
        format!("x2=\"{}\"", worthwhile_report::drawing::Scale::of([0.0, 1.0]).at(share.high));
    assert!(html.contains(&end), "the range ends at {end}");
    assert_eq!(html, own.clone().to_html());
}

#[test]
fn what_is_left_out_has_no_number() {
    let text =
        table(&["dev"], 30) + "98,boss,9,9\n96,lead,9,9\n97,lead,9,9\n94,lead,9,9\n95,lead,9,9\n";
    let own = summary(&text, Speed::AtTheMeans, Some(5));
    let html = own.to_html();
    assert_eq!(html.matches(">left out<").count(), 4, "in the picture and in the table: {html}");
}
