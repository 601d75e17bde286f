// The wrapper for C++: what it throws, and that its handles can be moved.

#include <algorithm>
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
  const std::vector<double> out = plan.evaluate(inputs);
  const std::size_t n_out = plan.outputs().size();
  CHECK(out.size() == 2 * n_out);
  CHECK(std::equal(out.begin(), out.begin() + static_cast<std::ptrdiff_t>(n_out),
                   out.begin() + static_cast<std::ptrdiff_t>(n_out)));
  inputs.pop_back();
  try {
    plan.evaluate(inputs);
    CHECK(!"half a row");
  } catch (const std::invalid_argument &) {
  }
}

// The handle went with the move, so the library says what is missing.
static void moved_from() {
  worthwhile::Plan first(CASE);
  const worthwhile::Plan plan = std::move(first);
  CHECK(first.inputs().empty() && first.outputs().empty() && first.base().empty());
  const auto is_refused = [](auto ask) {
    try {
      ask();
      CHECK(!"there is no plan");
    } catch (const worthwhile::Error &error) {
      CHECK(error.status() == WORTHWHILE_STATUS_NULL_POINTER);
    }
  };
  is_refused([&] { first.assess(); });
  is_refused([&] { first.evaluate({}); });
  is_refused([&] { first.evaluate(plan.base()); });
  CHECK(plan.evaluate({}).empty());
}

static void watches() {
  const worthwhile::Plan plan(CASE);
  int looks = 0;
  const auto count = [&](const worthwhile::Progress &now) {
    CHECK(now.done > 0 && now.done <= now.total);
    looks++;
    return false;
  };
  CHECK(worthwhile::assess(CASE, OPTIONS, count) == worthwhile::assess(CASE, OPTIONS));
  CHECK(looks > 1);
  try {
    plan.assess(OPTIONS, [](const worthwhile::Progress &) { return true; });
    CHECK(!"it was ended");
  } catch (const worthwhile::Error &error) {
    CHECK(error.status() == WORTHWHILE_STATUS_STOPPED);
  }
  const worthwhile::Watch thrower = [](const worthwhile::Progress &) -> bool { throw 7; };
  try {
    plan.evaluate(plan.base(), thrower);
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
  moved_from();
  watches();
  calls();
  return 0;
}
