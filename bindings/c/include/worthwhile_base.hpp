// What the wrapper for C++ makes its calls with: exceptions, watches, and handles that free themselves.
// Programs include worthwhile.hpp.

#ifndef WORTHWHILE_BASE_HPP
#define WORTHWHILE_BASE_HPP

#include <cstddef>
#include <cstdint>
#include <exception>
#include <functional>
#include <memory>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

#include "worthwhile.h"

namespace worthwhile {

/// One problem of a document.
struct Problem {
  std::string path;
  std::string code;
  std::string message;
  std::string severity;
  /// What to do about it; empty if there is no advice.
  std::string help;
};

namespace detail {

struct Free {
  void operator()(char *text) const noexcept { worthwhile_string_free(text); }
  void operator()(worthwhile_plan *plan) const noexcept { worthwhile_plan_free(plan); }
  void operator()(worthwhile_assessment *answer) const noexcept {
    worthwhile_assessment_free(answer);
  }
  void operator()(worthwhile_samples *samples) const noexcept { worthwhile_samples_free(samples); }
  void operator()(const worthwhile_error *error) const noexcept {
    worthwhile_error_free(const_cast<worthwhile_error *>(error));
  }
};

template <typename T>
using Owned = std::unique_ptr<T, Free>;

/// The handle of an object, unless another object has taken it.
template <typename T>
const T *live(const Owned<T> &owned) {
  if (!owned) {
    throw std::logic_error("the object was moved from");
  }
  return owned.get();
}

}  // namespace detail

/// A call that failed. what() is for people.
class Error : public std::runtime_error {
 public:
  Error(worthwhile_status status, std::shared_ptr<const worthwhile_error> error)
      : std::runtime_error(worthwhile_error_message(error.get())),
        status_(status),
        error_(std::move(error)) {
    const worthwhile_error *told = error_.get();
    const std::size_t count = worthwhile_error_problem_count(told);
    problems_.reserve(count);
    for (std::size_t at = 0; at < count; ++at) {
      const char *help = worthwhile_error_problem_help(told, at);
      problems_.push_back({worthwhile_error_problem_path(told, at),
                           worthwhile_error_problem_code(told, at),
                           worthwhile_error_problem_message(told, at),
                           worthwhile_error_problem_severity(told, at),
                           help == nullptr ? "" : help});
    }
  }

  worthwhile_status status() const noexcept { return status_; }

  /// Every problem of a refused document, in document order.
  const std::vector<Problem> &problems() const noexcept { return problems_; }

  /// The same error without what the document says: for a log, or for a service that may not store what a
  /// person wrote. The option `redact` does it for a whole call.
  Error redacted() const {
    worthwhile_error *raw = nullptr;
    const worthwhile_status status = worthwhile_error_redacted(error_.get(), &raw, nullptr);
    std::shared_ptr<const worthwhile_error> told(raw, detail::Free());
    if (status != WORTHWHILE_STATUS_OK) {
      throw std::runtime_error("the error could not be redacted");
    }
    return Error(status_, std::move(told));
  }

 private:
  worthwhile_status status_;
  /// Shared, since what is thrown is copied.
  std::shared_ptr<const worthwhile_error> error_;
  std::vector<Problem> problems_;
};

/// The progress of a computation: how many of all steps of the stage are done.
struct Progress {
  worthwhile_stage stage;
  std::uint64_t done;
  std::uint64_t total;
};

/// Receives the progress of a computation. As in C, it returns true to stop it, and the call then throws
/// an Error with WORTHWHILE_STATUS_STOPPED. An exception from it also stops the computation, and leaves
/// the call.
using Watch = std::function<bool(const Progress &)>;

namespace detail {

/// A watch as C calls it. No exception may cross the library, so one is kept until the call returns.
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

/// Makes a call whose last parameter is a place for an error, and throws if it fails.
template <typename Call>
void checked(Call call) {
  worthwhile_error *raw = nullptr;
  const worthwhile_status status = call(&raw);
  std::shared_ptr<const worthwhile_error> error(raw, Free());
  if (status != WORTHWHILE_STATUS_OK) {
    throw Error(status, std::move(error));
  }
}

/// The same for a call that returns something the caller owns.
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

/// Makes a call with a watch. What the watch threw takes the place of the error that it led to.
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

/// As many names as there are.
template <typename Name>
std::vector<std::string> names(std::size_t count, Name name) {
  std::vector<std::string> all;
  all.reserve(count);
  for (std::size_t at = 0; at < count; ++at) {
    all.emplace_back(name(at));
  }
  return all;
}

}  // namespace detail

}  // namespace worthwhile

#endif  // WORTHWHILE_BASE_HPP
