// The wrapper for C++: what it gives, what it throws, and that its handles can be moved.

#include <algorithm>
#include <cmath>
#include <utility>

#include <worthwhile.hpp>

#include "check.h"

static const char CASE[] =
    R"({"schema_version": 1, "pursuits": [{"preset": "certification"}],
        "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}})";

// Few scenarios, for slow tools.
static const char OPTIONS[] = R"({"scenarios": 64})";

static void refusals() {
  try {
    worthwhile::assess(R"({"schema_version": 1, "persn": 1})");
    CHECK(!"it was refused");
  } catch (const worthwhile::Error &error) {
    CHECK(error.status() == WORTHWHILE_STATUS_INVALID);
    CHECK(std::string(error.what()).find("did you mean `person`?") != std::string::npos);
    CHECK(error.problems().back().path == "/persn");
    CHECK(error.problems().back().help == "did you mean `person`?");
    CHECK(error.problems().back().severity == "error");
    const worthwhile::Error told = worthwhile::Error(error).redacted();
    CHECK(told.status() == WORTHWHILE_STATUS_INVALID);
    CHECK(std::string(told.what()).find("persn") == std::string::npos);
    CHECK(told.problems().size() == error.problems().size());
    CHECK(told.problems().back().path == "/*");
    CHECK(told.problems().back().code == "unknown_field");
  }
  try {
    worthwhile::schema("cases");
    CHECK(!"there is no such schema");
  } catch (const worthwhile::Error &error) {
    CHECK(error.status() == WORTHWHILE_STATUS_NOT_FOUND && error.problems().empty());
  }
}

static void answers() {
  worthwhile::Plan first(CASE);
  const worthwhile::Plan plan = std::move(first);
  worthwhile::Assessment answer = plan.assess(OPTIONS);
  const worthwhile::Assessment moved = std::move(answer);
  CHECK(moved.json() == worthwhile::assess(CASE, OPTIONS));
  CHECK(!moved.text().empty());
  CHECK(moved.page(80, false) == moved.text() && moved.page(120, true) != moved.text());
  CHECK(moved.text().find(moved.page(80, false, true)) != std::string::npos);
  CHECK(moved.html().rfind("<!DOCTYPE html>", 0) == 0 && moved.html(true).size() >= moved.html().size());
  CHECK(moved.markdown().rfind("# Is ", 0) == 0 && moved.markdown(true).size() >= moved.markdown().size());
  CHECK(worthwhile::check(CASE) == R"({"problems":[]})");
  CHECK(worthwhile::assess(worthwhile::expand(CASE), OPTIONS).find("worth_it") != std::string::npos);
  CHECK(worthwhile::presets().find("rest") != std::string::npos);
  CHECK(worthwhile::presets("rest").find("illustrative") != std::string::npos);
}

static void rows() {
  const worthwhile::Plan plan(CASE);
  std::vector<double> inputs = plan.base();
  CHECK(inputs.size() == plan.inputs().size());
  const std::size_t n_inputs = inputs.size();
  inputs.resize(2 * n_inputs);
  std::copy_n(inputs.begin(), n_inputs, inputs.begin() + static_cast<std::ptrdiff_t>(n_inputs));
  const worthwhile::Figures found = plan.evaluate(inputs);
  CHECK(found.problems.empty());
  const std::vector<double> &out = found.values;
  const std::size_t n_out = plan.outputs().size();
  CHECK(out.size() == 2 * n_out);
  CHECK(std::equal(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(n_out),
                   out.begin() + static_cast<std::ptrdiff_t>(n_out)));
  const worthwhile::Figures some = plan.evaluate(
      2, {{"/person/time/free_hours_per_week", {8.0, -8.0}}}, WORTHWHILE_QUESTION_ONLY);
  CHECK(some.values.size() == 24 && std::isfinite(some.values[0]) && std::isnan(some.values[12]));
  CHECK(some.problems.size() == 1);
  CHECK(some.problems[0].path == "/1/person/time/free_hours_per_week");
  inputs.pop_back();
  try {
    plan.evaluate(inputs);
    CHECK(!"half a row");
  } catch (const std::invalid_argument &) {
  }
}

template <typename Thrown, typename Ask>
static void throws(Ask ask) {
  try {
    ask();
  } catch (const Thrown &) {
    return;
  }
  CHECK(!"it threw");
}

static void parts() {
  const worthwhile::Plan plan(CASE);
  const std::string study = "/pursuits/certification/activities/study/hours";
  const std::string free_hours = "/person/time/free_hours_per_week";
  CHECK(plan.inputs_json() == worthwhile::call("inputs", CASE));
  CHECK(plan.sensitivity(OPTIONS) == worthwhile::call("sensitivity", CASE, {}, OPTIONS));
  CHECK(plan.flips(OPTIONS) == worthwhile::call("flips", CASE, {}, OPTIONS));
  CHECK(plan.information(OPTIONS) == worthwhile::call("information", CASE, {}, OPTIONS));
  CHECK(plan.information_about({study}, OPTIONS) ==
        worthwhile::call("information_about", CASE, study, OPTIONS));
  const std::string both = study + " " + study;
  CHECK(plan.information_about({study, study}, OPTIONS) ==
        worthwhile::call("information_about", CASE, both, OPTIONS));
  throws<worthwhile::Error>([&] { plan.information_about({}, OPTIONS); });
  throws<worthwhile::Error>([&] { plan.information_about({free_hours}, OPTIONS); });
  throws<worthwhile::Error>(
      [&] { plan.flips(OPTIONS, [](const worthwhile::Progress &) { return true; }); });
}

static void samples() {
  const worthwhile::Plan plan(CASE);
  worthwhile::Samples first = plan.samples(OPTIONS);
  const worthwhile::Samples samples = std::move(first);
  CHECK(samples.scenarios() == 64 && samples.replicates() == 8);
  CHECK(samples.names().size() == 8 && samples.names().front() == plan.outputs().front());
  const std::vector<double> worth = samples.column("/pursuits/certification/worth");
  CHECK(worth.size() == 64);
  CHECK(std::equal(worth.begin(), worth.end(), worthwhile_samples_column(samples.get(), 0)));
  throws<std::out_of_range>([&] { samples.column("/pursuits/certification/wort"); });
  throws<std::logic_error>([&] { first.scenarios(); });
  throws<std::logic_error>([&] { first.replicates(); });
  throws<std::logic_error>([&] { first.names(); });
  throws<std::logic_error>([&] { first.column("/pursuits/certification/worth"); });
  CHECK(first.get() == nullptr);
}

static void other_values() {
  const worthwhile::Plan plan(CASE);
  const std::string free_hours = "/person/time/free_hours_per_week";
  const worthwhile::Plan busy = plan.with_values({{free_hours, 1}});
  const std::vector<double> figures = busy.evaluate(busy.base()).values;
  CHECK(figures[0] < plan.evaluate(plan.base()).values[0]);
  CHECK(plan.with_values({}).inputs_json() == plan.inputs_json());
  CHECK(plan.with_json("{}").inputs_json() == plan.inputs_json());
  const worthwhile::Plan unsure =
      plan.with_json("{\"" + free_hours + "\": {\"low\": 10, \"high\": 30}}");
  CHECK(unsure.inputs_json().find("\"high\":30") != std::string::npos);
  throws<worthwhile::Error>([&] { plan.with_json("[]"); });
  throws<worthwhile::Error>([&] { plan.with_values({{"/person/burnout_risc", 0.2}}); });
  throws<std::invalid_argument>([&] { plan.with_values({{free_hours + '\0' + "s", 1}}); });
}

// The handle went with the move, so every method throws.
static void moved_from() {
  worthwhile::Plan first(CASE);
  const worthwhile::Plan plan = std::move(first);
  const auto is_refused = [](auto ask) { throws<std::logic_error>(ask); };
  is_refused([&] { first.assess(); });
  is_refused([&] { first.sensitivity(); });
  is_refused([&] { first.flips(); });
  is_refused([&] { first.information(); });
  is_refused([&] { first.information_about({"/person/burnout_risk"}); });
  is_refused([&] { first.samples(); });
  is_refused([&] { first.with_values({}); });
  is_refused([&] { first.inputs(); });
  is_refused([&] { first.inputs_json(); });
  is_refused([&] { first.outputs(); });
  is_refused([&] { first.base(); });
  is_refused([&] { first.evaluate(std::vector<double>{}); });
  is_refused([&] { first.evaluate(plan.base()); });
  CHECK(first.get() == nullptr && plan.get() != nullptr);
  CHECK(plan.evaluate(std::vector<double>{}).values.empty());

  worthwhile::Assessment answer = plan.assess(OPTIONS);
  const worthwhile::Assessment moved = std::move(answer);
  is_refused([&] { answer.json(); });
  is_refused([&] { answer.text(); });
  is_refused([&] { answer.page(80, false); });
  is_refused([&] { answer.html(); });
  is_refused([&] { answer.markdown(); });
  CHECK(answer.get() == nullptr && moved.get() != nullptr);

  // It can be used again once it has another plan.
  first = worthwhile::Plan(CASE);
  CHECK(first.inputs() == plan.inputs());
}

static void watches() {
  const worthwhile::Plan plan(CASE);
  int looks = 0;
  worthwhile::Progress before = {WORTHWHILE_STAGE_UNKNOWN, 0, 0};
  const auto count = [&](const worthwhile::Progress &now) {
    CHECK(now.done <= now.total && now.total > 0);
    CHECK(now.stage != before.stage || now.done >= before.done);
    before = now;
    looks++;
    return false;
  };
  CHECK(worthwhile::assess(CASE, OPTIONS, count) == worthwhile::assess(CASE, OPTIONS));
  CHECK(looks > 1 && before.done == before.total);
  try {
    plan.assess(OPTIONS, [](const worthwhile::Progress &) { return true; });
    CHECK(!"it was ended");
  } catch (const worthwhile::Error &error) {
    CHECK(error.status() == WORTHWHILE_STATUS_STOPPED);
  }
  const worthwhile::Watch thrower = [](const worthwhile::Progress &) -> bool { throw 7; };
  try {
    plan.evaluate(plan.base(), 0, {}, thrower);
    CHECK(!"it threw");
  } catch (int thrown) {
    CHECK(thrown == 7);
  }
}

static void calls() {
  CHECK(worthwhile::call("assess", CASE, {}, OPTIONS) == worthwhile::assess(CASE, OPTIONS));
  CHECK(worthwhile::call("presets", {}, "rest") == worthwhile::presets("rest"));
  const std::string own = worthwhile::presets("rest");
  const std::string options = "{\"presets\": [" + std::string(own).replace(own.find("rest"), 4, "siesta") + "]}";
  CHECK(worthwhile::call("presets", {}, {}, options).find("siesta") != std::string::npos);
  const worthwhile::Plan plan(
      R"({"schema_version": 1, "pursuits": [{"preset": "siesta"}],
          "person": {"motivations": {"enjoyment": 7}, "time": {"free_hours_per_week": 10}}})",
      options);
  CHECK(plan.outputs().front() == "/pursuits/siesta/worth");
}

int main() {
  refusals();
  answers();
  rows();
  parts();
  samples();
  other_values();
  moved_from();
  watches();
  calls();
  return 0;
}
