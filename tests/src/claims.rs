//! What the article that this project starts from claims, and the test of each claim.
//!
//! One list drives the tests (`tests/claims/`, which cannot leave a claim out) and the page for
//! people (`crates/worthwhile/docs/claims.md`, written by `cargo dev claims`).

use std::fmt::Write as _;

/// A claim of the article, or one of ours from `C40` on, in our own words, and its test.
#[derive(Debug, Clone, Copy)]
pub struct Claim {
    /// Its number, `C1` to `C45`.
    pub id: &'static str,
    /// What it says, in a sentence.
    pub says: &'static str,
    /// The function in `tests/claims/` that tests it on what ships.
    pub test: &'static str,
}

const fn claim(id: &'static str, test: &'static str, says: &'static str) -> Claim {
    Claim { id, says, test }
}

/// Every claim, in the order of the article; ours come after them.
#[rustfmt::skip]
pub const CLAIMS: &[Claim] = &[
    claim("C1", "c01_who_contributes_nothing_gets_no_award",
        "The award goes to people who share what they know; their job has no part in it. Who contributes nothing gets neither the award nor what comes with it."),
    claim("C2", "c02_a_line_to_the_product_teams_counts_for_who_wants_influence",
        "Holders can reach the product teams and shape the product. That is worth something to people who want influence."),
    claim("C3", "c03_enjoying_it_and_helping_count",
        "Enjoying the technology and helping others is what holders name first."),
    claim("C4", "c04_early_access_means_more_to_who_wants_to_learn",
        "To see things early means most to those who want to learn and pass it on."),
    claim("C5", "c05_early_access_and_growth_count",
        "Early access deepens what one knows, and growing at what one loves is a reason of its own."),
    claim("C6", "c06_reach_counts_for_who_shares_or_wants_to_be_known",
        "The title brings an audience, which counts for people who share or want to be known, and for nobody else."),
    claim("C7", "c07_standing_with_peers_counts",
        "It gives standing with peers, for those who value that."),
    claim("C8", "c08_more_hours_for_the_same_never_pay",
        "It takes much time: more hours for the same never make it better."),
    claim("C9", "c09_doing_it_for_reward_risks_more_burnout",
        "Who does it for reward rather than from the heart is more likely to burn out on the same hours."),
    claim("C10", "c10_perks_never_hurt",
        "Some perks come with it, and they never make it worse."),
    claim("C11", "c11_for_career_alone_the_same_hours_return_more_elsewhere",
        "If the career is all one is after, the same hours return more elsewhere."),
    claim("C12", "c12_a_stronger_lever_never_lifts_the_title",
        "Performance, business value, certificates and special skills are ways to get on. All four can be chosen, and the better they work, the less the title stands out."),
    claim("C13", "c13_the_title_acts_on_visibility_and_community_the_levers_on_the_job",
        "Those ways act on role and pay. The title acts on visibility, community and joy."),
    claim("C14", "c14_rest_is_a_choice_and_gains_on_the_title_with_the_worth_of_free_time",
        "The return is to be judged over the whole of life. Rest is one of the choices, and gains on the title the more free time is worth."),
    claim("C15", "c15_contacts_count_even_where_no_job_follows",
        "It opens doors to people, which counts even where no job comes of it."),
    claim("C16", "c16_an_offer_counts_by_its_chance",
        "Contacts can turn into offers. An offer counts by its chance: half as likely is half as good."),
    claim("C17", "c17_a_job_with_the_maker_counts_for_who_wants_it",
        "It can lead to a job with the maker of the product, which counts for those who want one."),
    claim("C18", "c18_an_employer_who_values_the_title_lifts_its_holder",
        "The employer gains reputation. Some of it comes back to the holder, as far as the employer values the title."),
    claim("C19", "c19_where_the_market_values_it_the_title_counts_for_more",
        "In some markets it makes a CV stronger."),
    claim("C20", "c20_doubt_about_the_market_widens_the_answer_and_can_decide_it",
        "Employers and recruiters differ in how much they care. To be less sure of it never makes the answer surer, and for a career alone it can decide."),
    claim("C21", "c21_no_effect_on_pay_is_among_the_possible",
        "In some regions it does next to nothing for pay."),
    claim("C22", "c22_it_takes_hours_in_every_year_it_is_held",
        "It is not done once: it takes hours in every year, and keeping the title takes work."),
    claim("C23", "c23_the_hours_are_counts_times_hours_of_each_kind_of_work",
        "The load is made of talks, posts, answers and more: counts times hours."),
    claim("C24", "c24_the_more_of_it_falls_on_free_time_the_worse",
        "Evenings and weekends go into it. The more of the work falls on free time, the worse."),
    claim("C25", "c25_an_hour_one_likes_costs_less",
        "To those who like it the work is less of a burden: another hour costs them less."),
    claim("C26", "c26_on_top_of_job_and_family_it_weighs_more",
        "On top of a full job and a family it can be too much: the busier the week, the more another hour costs."),
    claim("C27", "c27_burnout_counts_once",
        "Holders warn of burnout. A higher risk never makes it better, and the risk is counted once."),
    claim("C28", "c28_for_who_treasures_free_time_it_is_not_worth_it",
        "It is a poor choice for people who treasure their free time: without joy in the work there is a point from which it cannot be worth it."),
    claim("C29", "c29_contributing_is_unpaid",
        "The contributing itself is unpaid."),
    claim("C30", "c30_performance_does_more_for_the_career_than_the_title",
        "Employers look at skill and performance more than at the title."),
    claim("C31", "c31_clients_who_do_not_care_bring_nothing",
        "Clients of freelancers may not care at all, and then nothing comes of them."),
    claim("C32", "c32_the_title_guarantees_nothing",
        "The title guarantees nothing: no gain from it is certain, nor is the title."),
    claim("C33", "c33_where_holders_are_rare_one_is_found",
        "Recruiters find holders more easily, above all where there are few."),
    claim("C34", "c34_what_the_work_itself_gives_stays_without_the_title",
        "What one learns and whom one meets on the way does not hang on the title, and may outweigh it."),
    claim("C35", "c35_motives_alone_turn_the_verdict",
        "Whether it is worth it hangs mainly on what drives a person: two people who differ in nothing else get opposite answers."),
    claim("C36", "c36_loving_it_sharing_and_belonging_make_it_fulfilling",
        "Loving the technology, liking to share and wanting to belong make it fulfilling together. Each of them counts."),
    claim("C37", "c37_who_loves_it_can_give_it_more_hours",
        "For the passionate the hours pay: the more one enjoys them, the more of them it is worth."),
    claim("C38", "c38_the_longer_it_takes_the_less_it_is_worth",
        "It is a long-term commitment: the later the gains, the less they are worth."),
    claim("C39", "c39_it_should_fit_the_person",
        "It should fit the person: the better what drives them is met, the more it is worth, in whatever order it is told."),
    claim("C40", "c40_half_of_it_is_often_better_than_all_or_nothing",
        "To many people half of it is better than all or nothing: half of the work gives more than half of what all of it gives."),
    claim("C41", "c41_who_does_the_work_anyway_gains_what_the_title_gives",
        "Who does the work anyway gains from the award what the title gives, and nothing else. A title with nothing of its own is worth nothing."),
    claim("C42", "c42_what_bothers_counts_however_few_the_hours",
        "What bothers about the award counts however few the hours. An hour one dreads costs more than an hour, one that is loved less."),
    claim("C43", "c43_who_rests_more_risks_less",
        "Who rests more is less likely to burn out, however long the job."),
    claim("C44", "c44_who_gives_up_spends_no_more_hours_and_keeps_the_work",
        "Giving up after some years never takes more hours than trying for ever, and the work can go on."),
    claim("C45", "c45_what_excludes_the_other_is_never_planned_with_it",
        "What excludes each other is never in one plan. The work without the title is a plan of its own."),
];

const BEFORE: &str = "\
<!-- Generated by `cargo dev claims` from tests/src/claims.rs. Change it there. -->

# The claims and their tests

`worthwhile` starts from an article that asks whether becoming a Microsoft MVP is worth it. The
article has no numbers, no sample and no named sources. It makes claims about directions: what makes
the award worth more or less, and to whom. There are 39 of them, told here in our own words, and six
more, C40 to C45, which are ours: people who decide whether to keep such a title speak of them, and
the article does not. Each is a test on the shipped catalogue, with people who have names (an
enthusiast, a careerist, a freelancer) and, where the claim holds all else equal, with random people.

That the tests pass means that the model says what the article says. It does not mean that either of
them is right: no data exist on how such decisions turned out.

How the claims are read:

- *All else equal* is about what is typed in. Importances are divided by their sum, so to rate one
  motive higher lowers the weight of the others. \"A motive counts\" therefore means two things: to
  rate it higher never lowers what it contributes itself, and to care for it instead of a motive that
  is served less, and is less one's own, never lowers the worth.
- A gain is no gain to people who are driven by nothing that it serves. Such a claim is tested with
  all motives at 0 that the benefit's category serves.
- Worths are those of the pursuit as it is planned, all of it, so that no claim hangs on the level
  that would be best. C40 is about that level.
- C1: who contributes nothing has none of what contributing gives, and no award. A pursuit that takes
  no hours at all is taken at its word.
- C8 holds for every hour above none: with no hours at all there is no award (C1). It is about people
  who do not do the work anyway: to them, hours beyond the free ones are lost already. Hours that
  only holders have are effort beyond the usual, which gives more, so they are tested where the work
  itself gives nothing.
- C13 compares shares of the gains of one and the same person.
- C24: only hours of one's own time are counted, so the share taken from free time is the hours.
- C25 and C26 hold while the hours are fewer than the free ones. C26 and C27 hold while the risk of
  burnout is at most one half: beyond that there is less left to lose.
- C26: a longer job week adds to the harm up to the hours from which work is overwork, 40. What lies
  above them already is in today's risk of burnout, which the person gives.
- C28: at the highest protection of personal time, a pursuit without joy that takes half of the free
  hours is worth no more than nothing.
- C34 is also told by the work without the award, which has nothing of the award in it.
- C38: benefits of the award have no delay of their own, its year is their delay. It is tested by a
  title that comes a year later.

| claim | what it says | test |
|---|---|---|
";

/// The page for people.
#[must_use]
pub fn page() -> String {
    let mut page = BEFORE.to_owned();
    for claim in CLAIMS {
        let _ = writeln!(page, "| {} | {} | `{}` |", claim.id, claim.says, claim.test);
    }
    let _ = writeln!(page, "\n{} claims, each with its test.", CLAIMS.len());
    page
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn claims_are_numbered_and_named_after_their_numbers() {
        for (at, claim) in CLAIMS.iter().enumerate() {
            assert_eq!(claim.id, format!("C{}", at + 1));
            assert!(claim.test.starts_with(&format!("c{:02}_", at + 1)), "{}", claim.test);
            assert!(claim.says.ends_with('.') && !claim.says.contains('|'), "{}", claim.id);
        }
        assert_eq!(CLAIMS.len(), 45);
    }

    #[test]
    fn the_page_is_the_one_that_is_committed() {
        let committed = include_str!("../../crates/worthwhile/docs/claims.md");
        assert!(committed == page(), "run `cargo dev claims` and look at the diff");
    }
}
