// The C library for C++17: handles that free themselves, and exceptions in place of statuses. It is
// written by hand on top of worthwhile.h, which documents each call and the rules for threads.

#ifndef WORTHWHILE_HPP
#define WORTHWHILE_HPP

#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "worthwhile.h"
#include "worthwhile_base.hpp"

namespace worthwhile {

/// The answer to a plan. It never changes, so threads may share it. One that was moved from throws
/// std::logic_error.
class Assessment {
 public:
  explicit Assessment(worthwhile_assessment *owned) noexcept : answer_(owned) {}

  /// The answer as a JSON document.
  std::string json() const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_json(detail::live(answer_), out, err);
    });
  }

  /// The answer as people read it: one page of text.
  std::string text() const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_text(detail::live(answer_), out, err);
    });
  }

  /// The same, 60 to 120 columns wide; with `all`, every pursuit is explained; with `brief`, only the
  /// first lines are written.
  std::string page(std::uint16_t width, bool all, bool brief = false) const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_page(detail::live(answer_), width, all, brief, out, err);
    });
  }

  /// One HTML file with pictures, to keep and to show; with `all`, every pursuit is explained.
  std::string html(bool all = false) const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_html(detail::live(answer_), all, out, err);
    });
  }

  /// The same in Markdown, for issues and wikis.
  std::string markdown(bool all = false) const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_markdown(detail::live(answer_), all, out, err);
    });
  }

  /// The handle for C; NULL if it was moved from.
  const worthwhile_assessment *get() const noexcept { return answer_.get(); }

 private:
  detail::Owned<worthwhile_assessment> answer_;
};

/// The figures of every pursuit in every scenario, by columns. They never change, so threads may share
/// them. Those that were moved from throw std::logic_error.
class Samples {
 public:
  explicit Samples(worthwhile_samples *owned) noexcept : samples_(owned) {}

  /// The number of scenarios: the length of every column.
  std::size_t scenarios() const {
    return worthwhile_samples_scenario_count(detail::live(samples_));
  }

  /// The number of independent replicates among them, all of the same size.
  std::size_t replicates() const {
    return worthwhile_samples_replicate_count(detail::live(samples_));
  }

  /// The names of the columns: the first eight figures of every pursuit.
  std::vector<std::string> names() const {
    const worthwhile_samples *samples = detail::live(samples_);
    return detail::names(worthwhile_samples_column_count(samples), [&](std::size_t at) {
      return worthwhile_samples_column_name(samples, at);
    });
  }

  /// The values of the column with that name, one for each scenario. Throws std::out_of_range if there
  /// is none. To read them without a copy, use worthwhile_samples_column with get().
  std::vector<double> column(std::string_view name) const {
    const worthwhile_samples *samples = detail::live(samples_);
    const std::size_t count = worthwhile_samples_column_count(samples);
    for (std::size_t at = 0; at < count; ++at) {
      if (worthwhile_samples_column_name(samples, at) == name) {
        const double *first = worthwhile_samples_column(samples, at);
        return std::vector<double>(first, first + worthwhile_samples_scenario_count(samples));
      }
    }
    throw std::out_of_range("there is no column `" + std::string(name) + "`");
  }

  /// The handle for C; NULL if it was moved from.
  const worthwhile_samples *get() const noexcept { return samples_.get(); }

 private:
  detail::Owned<worthwhile_samples> samples_;
};

/// The figures for rows of inputs.
struct Figures {
  /// Row after row. Those of a row that was refused are NaN.
  std::vector<double> values;
  /// What is wrong with the rows that were refused. A path is the row, counted from 0, and the name of the
  /// input, such as /3/person/time/free_hours_per_week.
  std::vector<Problem> problems;
};

/// A case, checked and compiled. It never changes, so threads may share it. One that was moved from
/// throws std::logic_error.
class Plan {
 public:
  explicit Plan(std::string_view case_text, std::string_view options = {})
      : plan_(detail::given<worthwhile_plan>([&](worthwhile_plan **out, worthwhile_error **err) {
          return worthwhile_plan_new(case_text.data(), case_text.size(), options.data(),
                                     options.size(), out, err);
        })) {}

  explicit Plan(worthwhile_plan *owned) noexcept : plan_(owned) {}

  /// A new plan in which the inputs with these names have these values.
  Plan with_values(const std::vector<std::pair<std::string, double>> &values) const {
    std::vector<const char *> names;
    std::vector<double> numbers;
    for (const auto &[name, value] : values) {
      if (name.find('\0') != std::string::npos) {
        throw std::invalid_argument("the name of an input has a NUL in it");
      }
      names.push_back(name.c_str());
      numbers.push_back(value);
    }
    const worthwhile_plan *plan = detail::live(plan_);
    return Plan(detail::given<worthwhile_plan>([&](worthwhile_plan **out, worthwhile_error **err) {
                  return worthwhile_plan_with_values(plan, names.data(), numbers.data(),
                                                     names.size(), out, err);
                }).release());
  }

  /// A new plan in which the inputs that a JSON object names have its numbers or estimates.
  Plan with_json(std::string_view values) const {
    const worthwhile_plan *plan = detail::live(plan_);
    return Plan(detail::given<worthwhile_plan>([&](worthwhile_plan **out, worthwhile_error **err) {
                  return worthwhile_plan_with_json(plan, values.data(), values.size(), out, err);
                }).release());
  }

  /// The answer, levers included.
  Assessment assess(std::string_view options = {}, const Watch &watch = {}) const {
    return Assessment(
        ask<worthwhile_assessment>(worthwhile_plan_assess, options, watch).release());
  }

  /// What each uncertain input does to the margin of the pursuit in question, in JSON.
  std::string sensitivity(std::string_view options = {}, const Watch &watch = {}) const {
    return ask<char>(worthwhile_plan_sensitivity, options, watch).get();
  }

  /// The nearest change of each input that would change the answer, in JSON.
  std::string flips(std::string_view options = {}, const Watch &watch = {}) const {
    return ask<char>(worthwhile_plan_flips, options, watch).get();
  }

  /// What it would be worth to find out each uncertain input, in JSON.
  std::string information(std::string_view options = {}, const Watch &watch = {}) const {
    return ask<char>(worthwhile_plan_information, options, watch).get();
  }

  /// What it would be worth to know several uncertain inputs together, in JSON.
  std::string information_about(const std::vector<std::string> &names,
                                std::string_view options = {}, const Watch &watch = {}) const {
    std::string joined;
    for (const std::string &name : names) {
      joined += joined.empty() ? name : " " + name;
    }
    const auto call = [&](const worthwhile_plan *plan, auto... rest) {
      return worthwhile_plan_information_about(plan, joined.data(), joined.size(), rest...);
    };
    return ask<char>(call, options, watch).get();
  }

  /// The figures of every pursuit in every scenario.
  Samples samples(std::string_view options = {}, const Watch &watch = {}) const {
    return Samples(ask<worthwhile_samples>(worthwhile_plan_samples, options, watch).release());
  }

  /// The names of the inputs.
  std::vector<std::string> inputs() const {
    const worthwhile_plan *plan = detail::live(plan_);
    return detail::names(worthwhile_plan_input_count(plan), [&](std::size_t at) {
      return worthwhile_plan_input_name(plan, at);
    });
  }

  /// The inputs with what is known of them, their units and ranges, in JSON.
  std::string inputs_json() const {
    const worthwhile_plan *plan = detail::live(plan_);
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_plan_inputs(plan, out, err);
    });
  }

  /// The names of the figures that evaluate() gives for a row. `outputs` is 0 for those of every pursuit,
  /// or WORTHWHILE_QUESTION_ONLY, WORTHWHILE_CONTRIBUTIONS or both, added.
  std::vector<std::string> outputs(std::uint32_t outputs = 0) const {
    const worthwhile_plan *plan = detail::live(plan_);
    return detail::names(worthwhile_plan_output_count(plan, outputs), [&](std::size_t at) {
      return worthwhile_plan_output_name(plan, outputs, at);
    });
  }

  /// The value of every input in the base case: a row to start from.
  std::vector<double> base() const {
    const worthwhile_plan *plan = detail::live(plan_);
    const double *base = worthwhile_plan_base(plan);
    return std::vector<double>(base, base + worthwhile_plan_input_count(plan));
  }

  /// The figures for rows of inputs: row after row in one vector, in and out. Throws
  /// std::invalid_argument if the last row is not whole.
  Figures evaluate(const std::vector<double> &inputs, std::uint32_t outputs = 0,
                   std::string_view options = {}, const Watch &watch = {}) const {
    const worthwhile_plan *plan = detail::live(plan_);
    const std::size_t n_inputs = worthwhile_plan_input_count(plan);
    const std::size_t rows = inputs.size() / n_inputs;
    if (inputs.size() != rows * n_inputs) {
      throw std::invalid_argument("the inputs are not whole rows");
    }
    return figures(rows, outputs, watch, [&](auto... rest) {
      return worthwhile_plan_evaluate(plan, inputs.data(), rows, n_inputs, outputs, options.data(),
                                      options.size(), rest...);
    });
  }

  /// The same for so many rows in which only some inputs differ: a column for each of them, with its
  /// name. Throws std::invalid_argument if a column has another length, or if its name has a NUL in it.
  Figures evaluate(std::size_t rows,
                   const std::vector<std::pair<std::string, std::vector<double>>> &columns,
                   std::uint32_t outputs = 0, std::string_view options = {},
                   const Watch &watch = {}) const {
    const worthwhile_plan *plan = detail::live(plan_);
    std::vector<const char *> names;
    std::vector<const double *> numbers;
    for (const auto &[name, column] : columns) {
      if (name.find('\0') != std::string::npos || column.size() != rows) {
        throw std::invalid_argument("a column does not go with the rows");
      }
      names.push_back(name.c_str());
      numbers.push_back(column.data());
    }
    return figures(rows, outputs, watch, [&](auto... rest) {
      return worthwhile_plan_evaluate_columns(plan, names.data(), numbers.data(), names.size(),
                                              rows, outputs, options.data(), options.size(),
                                              rest...);
    });
  }

  /// The handle for C; NULL if it was moved from.
  const worthwhile_plan *get() const noexcept { return plan_.get(); }

 private:
  /// Makes a call that fills a table of figures.
  template <typename Call>
  Figures figures(std::size_t rows, std::uint32_t outputs, const Watch &watch, Call call) const {
    const std::size_t n_out = worthwhile_plan_output_count(plan_.get(), outputs);
    Figures found{std::vector<double>(rows * n_out), {}};
    try {
      detail::watched(watch, [&](worthwhile_watch look, void *data) {
        detail::checked([&](worthwhile_error **err) {
          return call(look, data, found.values.data(), n_out, err);
        });
      });
    } catch (const Error &error) {
      if (error.status() != WORTHWHILE_STATUS_ROWS_REFUSED) {
        throw;
      }
      found.problems = error.problems();
    }
    return found;
  }

  /// Makes a call that takes options and a watch.
  template <typename T, typename Call>
  detail::Owned<T> ask(Call call, std::string_view options, const Watch &watch) const {
    const worthwhile_plan *plan = detail::live(plan_);
    return detail::watched(watch, [&](worthwhile_watch look, void *data) {
      return detail::given<T>([&](T **out, worthwhile_error **err) {
        return call(plan, options.data(), options.size(), look, data, out, err);
      });
    });
  }

  detail::Owned<worthwhile_plan> plan_;
};

/// Calls any operation that answers in text, by its name. Leave empty what it does not take. `name` is
/// the id of a preset, the name of a schema, the names of inputs with blanks between them, or the other
/// case.
inline std::string call(std::string_view operation, std::string_view case_text = {},
                        std::string_view name = {}, std::string_view options = {},
                        const Watch &watch = {}) {
  return detail::watched(watch, [&](worthwhile_watch look, void *data) {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_call(operation.data(), operation.size(), case_text.data(),
                             case_text.size(), name.data(), name.size(), options.data(),
                             options.size(), look, data, out, err);
    });
  });
}

/// The answer to a case, in JSON.
inline std::string assess(std::string_view case_text, std::string_view options = {},
                          const Watch &watch = {}) {
  return detail::watched(watch, [&](worthwhile_watch look, void *data) {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assess(case_text.data(), case_text.size(), options.data(),
                               options.size(), look, data, out, err);
    });
  });
}

/// Two cases side by side, in JSON: what differs in them and in their answers, and which difference does
/// it.
inline std::string compare(std::string_view case_text, std::string_view other_text,
                           std::string_view options = {}, const Watch &watch = {}) {
  return detail::watched(watch, [&](worthwhile_watch look, void *data) {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_compare(case_text.data(), case_text.size(), other_text.data(),
                                other_text.size(), options.data(), options.size(), look, data, out,
                                err);
    });
  });
}

/// What `compare` returned as a page of text; the two cases are called by these names.
inline std::string comparison_page(std::string_view comparison, std::string_view first = {},
                                   std::string_view second = {}, std::uint16_t width = 80) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_comparison_page(comparison.data(), comparison.size(), first.data(),
                                      first.size(), second.data(), second.size(), width, out, err);
  });
}

/// What there is to ask next, and which case the answers make, in JSON.
inline std::string ask(std::string_view interview_text, std::string_view options = {},
                       const Watch &watch = {}) {
  return detail::watched(watch, [&](worthwhile_watch look, void *data) {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_ask(interview_text.data(), interview_text.size(), options.data(),
                            options.size(), look, data, out, err);
    });
  });
}

/// Every problem of a case, as a JSON document.
inline std::string check(std::string_view case_text) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_check(case_text.data(), case_text.size(), out, err);
  });
}

/// A case with presets and defaults filled in, in JSON.
inline std::string expand(std::string_view case_text) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_expand(case_text.data(), case_text.size(), out, err);
  });
}

/// The list of presets, or one whole preset, in JSON.
inline std::string presets(std::string_view id = {}) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_presets(id.data(), id.size(), out, err);
  });
}

/// A JSON Schema.
inline std::string schema(std::string_view name) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_schema(name.data(), name.size(), out, err);
  });
}

}  // namespace worthwhile

#endif  // WORTHWHILE_HPP
