// The wrapper for C++: what it throws, and that its handles can be moved.

#include <utility>

#include <worthwhile.hpp>

#include "check.h"

static const char CASE[] =
    R"({"schema_version": 1, "pursuits": [{"preset": "certification"}],
        "person": {"motivations": {"learning": 7}, "time": {"free_hours_per_week": 10}}})";

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
  worthwhile::Assessment answer = plan.assess();
  const worthwhile::Assessment moved = std::move(answer);
  CHECK(moved.json() == worthwhile::assess(CASE));
  CHECK(!moved.text().empty());
  CHECK(worthwhile::check(CASE) == R"({"problems":[]})");
  CHECK(worthwhile::assess(worthwhile::expand(CASE)).find("worth_it") != std::string::npos);
  CHECK(worthwhile::presets().find("rest") != std::string::npos);
  CHECK(worthwhile::presets("rest").find("illustrative") != std::string::npos);
}

int main() {
  refusals();
  answers();
  return 0;
}
