// The C library for C++17: handles that free themselves, and exceptions for statuses. It is written
// by hand over worthwhile.h, where the meaning of each call and the rules of threads stand.

#ifndef WORTHWHILE_HPP
#define WORTHWHILE_HPP

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

#include "worthwhile.h"

namespace worthwhile {

/// One finding about a document.
struct Problem {
  std::string path;
  std::string code;
  std::string message;
  std::string severity;
  /// Empty where there is nothing to say.
  std::string help;
};

namespace detail {

struct Free {
  void operator()(char *text) const noexcept { worthwhile_string_free(text); }
  void operator()(worthwhile_plan *plan) const noexcept { worthwhile_plan_free(plan); }
  void operator()(worthwhile_assessment *answer) const noexcept {
    worthwhile_assessment_free(answer);
  }
  void operator()(worthwhile_error *error) const noexcept { worthwhile_error_free(error); }
};

template <typename T>
using Owned = std::unique_ptr<T, Free>;

}  // namespace detail

/// A call that did not work. what() is for a person.
class Error : public std::runtime_error {
 public:
  Error(worthwhile_status status, const worthwhile_error *error)
      : std::runtime_error(worthwhile_error_message(error)), status_(status) {
    const std::size_t count = worthwhile_error_problem_count(error);
    problems_.reserve(count);
    for (std::size_t at = 0; at < count; ++at) {
      const char *help = worthwhile_error_problem_help(error, at);
      problems_.push_back({worthwhile_error_problem_path(error, at),
                           worthwhile_error_problem_code(error, at),
                           worthwhile_error_problem_message(error, at),
                           worthwhile_error_problem_severity(error, at),
                           help == nullptr ? "" : help});
    }
  }

  worthwhile_status status() const noexcept { return status_; }

  /// Every problem of a refused document, in its order.
  const std::vector<Problem> &problems() const noexcept { return problems_; }

 private:
  worthwhile_status status_;
  std::vector<Problem> problems_;
};

/// How far a computation is: so many of all steps of what is being computed.
struct Progress {
  worthwhile_stage stage;
  std::uint64_t done;
  std::uint64_t total;
};

/// Sees how far a computation is. As in C, it returns true to end it: then the call throws an Error
/// with WORTHWHILE_STATUS_STOPPED. What it throws itself ends the computation too, and comes out of
/// the call.
using Watch = std::function<bool(const Progress &)>;

namespace detail {

/// A watch as C calls it. No exception may cross the library, so it is kept until the call is over.
class Watched {
 public:
  explicit Watched(const Watch &watch) : watch_(watch) {}

  worthwhile_watch function() const noexcept { return watch_ ? &Watched::look : nullptr; }

  /// Throws what the watch threw.
  void rethrow() const {
    if (thrown_) {
      std::rethrow_exception(thrown_);
    }
  }

 private:
  static int look(worthwhile_stage stage, std::uint64_t done, std::uint64_t total,
                  void *data) noexcept {
    auto *self = static_cast<Watched *>(data);
    try {
      return self->watch_({stage, done, total}) ? 1 : 0;
    } catch (...) {
      self->thrown_ = std::current_exception();
      return 1;
    }
  }

  const Watch &watch_;
  std::exception_ptr thrown_;
};

/// Makes a call that takes a place for an error last, and throws where it does not work.
template <typename Call>
void checked(Call call) {
  worthwhile_error *raw = nullptr;
  const worthwhile_status status = call(&raw);
  const Owned<worthwhile_error> error(raw);
  if (status != WORTHWHILE_STATUS_OK) {
    throw Error(status, error.get());
  }
}

/// The same for a call that gives something the caller owns.
template <typename T, typename Call>
Owned<T> given(Call call) {
  T *raw = nullptr;
  checked([&](worthwhile_error **err) { return call(&raw, err); });
  return Owned<T>(raw);
}

template <typename Call>
std::string text(Call call) {
  return given<char>(call).get();
}

/// Makes a call with a watch. What the watch threw comes before the error that it ended in.
template <typename Call>
auto watched(const Watch &watch, Call call) {
  Watched seen(watch);
  try {
    return call(seen.function(), static_cast<void *>(&seen));
  } catch (const Error &) {
    seen.rethrow();
    throw;
  }
}

}  // namespace detail

/// The answer to a plan. It never changes, so threads may share it.
class Assessment {
 public:
  explicit Assessment(worthwhile_assessment *owned) noexcept : answer_(owned) {}

  /// The document in JSON.
  std::string json() const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_json(answer_.get(), out, err);
    });
  }

  /// The answer as a person reads it.
  std::string text() const {
    return detail::text([&](char **out, worthwhile_error **err) {
      return worthwhile_assessment_text(answer_.get(), out, err);
    });
  }

  const worthwhile_assessment *get() const noexcept { return answer_.get(); }

 private:
  detail::Owned<worthwhile_assessment> answer_;
};

/// A case, checked and compiled. It never changes, so threads may share it.
class Plan {
 public:
  explicit Plan(std::string_view case_text, std::string_view options = {})
      : plan_(detail::given<worthwhile_plan>([&](worthwhile_plan **out, worthwhile_error **err) {
          return worthwhile_plan_new(case_text.data(), case_text.size(), options.data(),
                                     options.size(), out, err);
        })) {}

  Assessment assess(std::string_view options = {}, const Watch &watch = {}) const {
    return detail::watched(watch, [&](worthwhile_watch look, void *data) {
      return Assessment(
          detail::given<worthwhile_assessment>(
              [&](worthwhile_assessment **out, worthwhile_error **err) {
                return worthwhile_plan_assess(plan_.get(), options.data(), options.size(), look,
                                              data, out, err);
              })
              .release());
    });
  }

  /// The names of the inputs.
  std::vector<std::string> inputs() const {
    return names(worthwhile_plan_input_count(plan_.get()), worthwhile_plan_input_name);
  }

  /// The names of the figures that evaluate() gives for a row.
  std::vector<std::string> outputs() const {
    return names(worthwhile_plan_output_count(plan_.get()), worthwhile_plan_output_name);
  }

  /// The value of every input in the base case: a row to start from.
  std::vector<double> base() const {
    const double *base = worthwhile_plan_base(plan_.get());
    return std::vector<double>(base, base + worthwhile_plan_input_count(plan_.get()));
  }

  /// Rows of inputs to rows of figures, in one vector each.
  std::vector<double> evaluate(const std::vector<double> &inputs, const Watch &watch = {}) const {
    const std::size_t n_inputs = worthwhile_plan_input_count(plan_.get());
    const std::size_t n_out = worthwhile_plan_output_count(plan_.get());
    // A plan that was moved from has no inputs; the library then says what is missing.
    const std::size_t rows = n_inputs == 0 ? 0 : inputs.size() / n_inputs;
    if (plan_ && inputs.size() != rows * n_inputs) {
      throw std::invalid_argument("the inputs are not whole rows");
    }
    std::vector<double> out(rows * n_out);
    detail::watched(watch, [&](worthwhile_watch look, void *data) {
      detail::checked([&](worthwhile_error **err) {
        return worthwhile_plan_evaluate(plan_.get(), inputs.data(), rows, n_inputs, out.data(),
                                        n_out, look, data, err);
      });
    });
    return out;
  }

  const worthwhile_plan *get() const noexcept { return plan_.get(); }

 private:
  template <typename Name>
  std::vector<std::string> names(std::size_t count, Name name) const {
    std::vector<std::string> all;
    all.reserve(count);
    for (std::size_t at = 0; at < count; ++at) {
      all.emplace_back(name(plan_.get(), at));
    }
    return all;
  }

  detail::Owned<worthwhile_plan> plan_;
};

/// What any operation that answers in text has to say, by its name. What it does not take may be left
/// empty: the name is a preset's id, a schema's name, or names of inputs with blanks between them.
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

/// The document with every problem of a case, in JSON.
inline std::string check(std::string_view case_text) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_check(case_text.data(), case_text.size(), out, err);
  });
}

/// A case with presets and defaults written out, in JSON.
inline std::string expand(std::string_view case_text) {
  return detail::text([&](char **out, worthwhile_error **err) {
    return worthwhile_expand(case_text.data(), case_text.size(), out, err);
  });
}

/// The list of presets, or one of them whole, in JSON.
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
