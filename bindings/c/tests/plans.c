/* What the header promises about a plan that is asked many times: parts of an answer, samples, and plans
 * with other values. It is compiled as C and as C++. */

#include <math.h>
#include <stdint.h>

#include <worthwhile.h>

#include "check.h"
#include "documents.h"

static const char FREE_HOURS[] = "/person/time/free_hours_per_week";
static const char STUDY[] = "/pursuits/certification/activities/study/hours";
static const char WORTH[] = "/pursuits/certification/worth";

static int stop(worthwhile_stage stage, uint64_t done, uint64_t total, void *data) {
  (void)stage;
  (void)done;
  (void)total;
  ++*(int *)data;
  return 1;
}

static const char STOPPED[] = "the computation was stopped before it finished";

typedef worthwhile_status (*part)(const worthwhile_plan *, const char *, size_t, worthwhile_watch, void *,
                                  char **, worthwhile_error **);

static worthwhile_status about_study(const worthwhile_plan *plan, const char *options, size_t options_len,
                                     worthwhile_watch watch, void *data, char **out,
                                     worthwhile_error **err) {
  return worthwhile_plan_information_about(plan, STUDY, sizeof STUDY - 1, options, options_len, watch, data,
                                           out, err);
}

/* What the same operation gives by its name for the case of the plan. */
static void is_as_by_name(char *found, const char *operation, const char *name) {
  char *named = NULL;
  CHECK(worthwhile_call(operation, strlen(operation), CASE, CASE_LEN, name, strlen(name), OPTIONS,
                        OPTIONS_LEN, NULL, NULL, &named, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(found, named);
  worthwhile_string_free(named);
  worthwhile_string_free(found);
}

static void one_part(part ask, const char *operation, const char *name) {
  worthwhile_plan *made = new_plan();
  worthwhile_error *error = RUBBISH(worthwhile_error);
  char *out = RUBBISH(char);
  int looks = 0;
  CHECK(ask(made, OPTIONS, OPTIONS_LEN, NULL, NULL, &out, &error) == WORTHWHILE_STATUS_OK);
  CHECK(error == NULL);
  is_as_by_name(out, operation, name);

  out = RUBBISH(char);
  worthwhile_status status = ask(NULL, OPTIONS, OPTIONS_LEN, NULL, NULL, &out, &error);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`plan` is NULL");
  status = ask(made, OPTIONS, OPTIONS_LEN, NULL, NULL, NULL, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`out` is NULL");
  status = ask(made, NULL, 3, NULL, NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`options_text` is NULL");
  CHECK(ask(made, "{\"scenario\": 64}", 16, NULL, NULL, &out, NULL) == WORTHWHILE_STATUS_INVALID);
  CHECK(ask(made, "ab", SIZE_MAX, NULL, NULL, &out, NULL) == WORTHWHILE_STATUS_TOO_LONG);
  out = RUBBISH(char);
  status = ask(made, OPTIONS, OPTIONS_LEN, stop, &looks, &out, &error);
  CHECK(out == NULL && looks == 1);
  expect(status, WORTHWHILE_STATUS_STOPPED, error, STOPPED);
  worthwhile_plan_free(made);
}

static void parts(void) {
  one_part(worthwhile_plan_sensitivity, "sensitivity", "");
  one_part(worthwhile_plan_flips, "flips", "");
  one_part(worthwhile_plan_information, "information", "");
  one_part(about_study, "information_about", STUDY);
}

static void names_of_what_to_know(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_error *error = NULL;
  char *out = RUBBISH(char);
  CHECK(worthwhile_plan_information_about(made, NULL, 0, OPTIONS, OPTIONS_LEN, NULL, NULL, &out, &error) ==
        WORTHWHILE_STATUS_INVALID);
  CHECK(out == NULL);
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "missing_field");
  worthwhile_error_free(error);
  CHECK(worthwhile_plan_information_about(made, STUDY, sizeof STUDY - 2, OPTIONS, OPTIONS_LEN, NULL, NULL,
                                          &out, &error) == WORTHWHILE_STATUS_INVALID);
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "unknown_item");
  worthwhile_error_free(error);
  worthwhile_status status = worthwhile_plan_information_about(made, "\xff", 1, OPTIONS, OPTIONS_LEN, NULL,
                                                               NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_INVALID_UTF8, error, "`names` is not UTF-8 text: byte 0 cannot be read");
  worthwhile_plan_free(made);
}

static void inputs(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_error *error = RUBBISH(worthwhile_error);
  char *out = RUBBISH(char);
  CHECK(worthwhile_plan_inputs(made, &out, &error) == WORTHWHILE_STATUS_OK);
  CHECK(error == NULL && strstr(out, STUDY) != NULL);
  is_as_by_name(out, "inputs", "");
  worthwhile_status status = worthwhile_plan_inputs(NULL, &out, &error);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`plan` is NULL");
  status = worthwhile_plan_inputs(made, NULL, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`out` is NULL");
  worthwhile_plan_free(made);
}

static void levers_are_in_the_answer(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_assessment *answer = NULL;
  char *json = NULL;
  CHECK(worthwhile_plan_assess(made, OPTIONS, OPTIONS_LEN, NULL, NULL, &answer, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_assessment_json(answer, &json, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(strstr(json, "\"levers\":[{\"kind\":") != NULL);
  worthwhile_string_free(json);
  worthwhile_assessment_free(answer);
  worthwhile_plan_free(made);
}

static void samples(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_samples *drawn = RUBBISH(worthwhile_samples);
  worthwhile_error *error = RUBBISH(worthwhile_error);
  const size_t n_out = worthwhile_plan_output_count(made, 0);
  const char options[] = "{\"scenarios\": 60, \"replicates\": 4}";
  CHECK(worthwhile_plan_samples(made, options, sizeof options - 1, NULL, NULL, &drawn, &error) ==
        WORTHWHILE_STATUS_OK);
  CHECK(error == NULL);
  /* Each replicate is rounded up to a power of two. */
  CHECK(worthwhile_samples_scenario_count(drawn) == 64);
  CHECK(worthwhile_samples_replicate_count(drawn) == 4);
  /* The figures of a row, but for what is chosen in it. */
  CHECK(worthwhile_samples_column_count(drawn) == 8 && n_out == 12);
  for (size_t at = 0; at < 8; at++) {
    CHECK_TEXT(worthwhile_samples_column_name(drawn, at), worthwhile_plan_output_name(made, 0, at));
  }
  worthwhile_plan_free(made);
  for (size_t at = 0; at < 8; at++) {
    const double *column = worthwhile_samples_column(drawn, at);
    for (size_t scenario = 0; scenario < 64; scenario++) CHECK(isfinite(column[scenario]));
  }
  const double *worth = worthwhile_samples_column(drawn, 0);
  CHECK(worth[0] < worth[63] || worth[0] > worth[63]);
  CHECK_TEXT(worthwhile_samples_column_name(drawn, 0), WORTH);
  CHECK(worthwhile_samples_column(drawn, 8) == NULL);
  CHECK(worthwhile_samples_column_name(drawn, 8) == NULL);
  CHECK(worthwhile_samples_column(drawn, SIZE_MAX) == NULL);
  worthwhile_samples_free(drawn);
}

static void samples_that_are_not_there(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_samples *drawn = RUBBISH(worthwhile_samples);
  worthwhile_error *error = NULL;
  int looks = 0;
  worthwhile_status status = worthwhile_plan_samples(NULL, NULL, 0, NULL, NULL, &drawn, &error);
  CHECK(drawn == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`plan` is NULL");
  status = worthwhile_plan_samples(made, NULL, 0, NULL, NULL, NULL, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`out` is NULL");
  drawn = RUBBISH(worthwhile_samples);
  CHECK(worthwhile_plan_samples(made, "{\"scenarios\": 0}", 16, NULL, NULL, &drawn, NULL) ==
        WORTHWHILE_STATUS_INVALID);
  CHECK(drawn == NULL);
  drawn = RUBBISH(worthwhile_samples);
  status = worthwhile_plan_samples(made, OPTIONS, OPTIONS_LEN, stop, &looks, &drawn, &error);
  CHECK(drawn == NULL && looks == 1);
  expect(status, WORTHWHILE_STATUS_STOPPED, error, STOPPED);
  CHECK(worthwhile_samples_scenario_count(NULL) == 0 && worthwhile_samples_replicate_count(NULL) == 0);
  CHECK(worthwhile_samples_column_count(NULL) == 0);
  CHECK(worthwhile_samples_column_name(NULL, 0) == NULL && worthwhile_samples_column(NULL, 0) == NULL);
  worthwhile_samples_free(NULL);
  worthwhile_plan_free(made);
}

static size_t number_of(const worthwhile_plan *made, const char *name) {
  size_t at = 0;
  while (strcmp(worthwhile_plan_input_name(made, at), name) != 0) {
    at++;
    CHECK(at < worthwhile_plan_input_count(made));
  }
  return at;
}

/* The plan that is made does not need the first, and answers as a case with these numbers would. */
static void other_values(void) {
  const char changed[] =
      "{\"schema_version\": 1, \"pursuits\": [{\"preset\": \"certification\","
      " \"activities\": [{\"id\": \"study\", \"hours\": 40}]}],"
      " \"person\": {\"motivations\": {\"learning\": 7}, \"time\": {\"free_hours_per_week\": 3}}}";
  const char *names[] = {FREE_HOURS, STUDY, FREE_HOURS};
  const double values[] = {9, 40, 3};
  double first[64], second[64];
  worthwhile_plan *made = new_plan(), *other = RUBBISH(worthwhile_plan), *written = NULL;
  worthwhile_error *error = RUBBISH(worthwhile_error);
  CHECK(worthwhile_plan_with_values(made, names, values, 3, &other, &error) == WORTHWHILE_STATUS_OK);
  CHECK(error == NULL && other != NULL && other != made);
  worthwhile_plan_free(made);
  CHECK(worthwhile_plan_new(changed, sizeof changed - 1, NULL, 0, &written, NULL) == WORTHWHILE_STATUS_OK);
  const size_t n_inputs = worthwhile_plan_input_count(other);
  const size_t n_out = worthwhile_plan_output_count(other, 0);
  CHECK(n_out <= 64 && n_inputs == worthwhile_plan_input_count(written));
  CHECK(fabs(worthwhile_plan_base(other)[number_of(other, FREE_HOURS)] - 3) < 1e-12);
  CHECK(worthwhile_plan_evaluate(other, worthwhile_plan_base(other), 1, n_inputs, 0, NULL, 0, NULL, NULL, first, n_out, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_evaluate(written, worthwhile_plan_base(written), 1, n_inputs, 0, NULL, 0, NULL, NULL, second, n_out, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(memcmp(first, second, n_out * sizeof *first) == 0);
  worthwhile_plan_free(other);
  worthwhile_plan_free(written);
}

/* A plan without other values, and one in which something that the case leaves out has one. */
static void few_values(void) {
  const char *limit[] = {"/person/time/limit_hours_per_week"};
  const double hours[] = {5};
  worthwhile_plan *made = new_plan(), *other = NULL, *limited = NULL;
  char *before = NULL, *after = NULL;
  const char *unsure = "{\"/person/time/free_hours_per_week\": {\"low\": 10, \"high\": 30}}";
  CHECK(worthwhile_plan_with_json(made, unsure, strlen(unsure), &other, NULL) == WORTHWHILE_STATUS_OK);
  worthwhile_plan_free(other);
  CHECK(worthwhile_plan_with_json(made, "{}", 1, &other, NULL) == WORTHWHILE_STATUS_INVALID);
  CHECK(other == NULL);
  CHECK(worthwhile_plan_with_json(made, NULL, 2, &other, NULL) == WORTHWHILE_STATUS_NULL_POINTER);
  CHECK(worthwhile_plan_with_values(made, NULL, NULL, 0, &other, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_inputs(made, &before, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_inputs(other, &after, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(after, before);
  CHECK(worthwhile_plan_with_values(other, limit, hours, 1, &limited, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_input_count(limited) == worthwhile_plan_input_count(made) + 1);
  worthwhile_string_free(before);
  worthwhile_string_free(after);
  worthwhile_plan_free(limited);
  worthwhile_plan_free(other);
  worthwhile_plan_free(made);
}

static void expect_no_plan(worthwhile_status expected, const char *message, const worthwhile_plan *made,
                           const char *const *names, const double *values, size_t count) {
  worthwhile_plan *other = RUBBISH(worthwhile_plan);
  worthwhile_error *error = RUBBISH(worthwhile_error);
  worthwhile_status status = worthwhile_plan_with_values(made, names, values, count, &other, &error);
  CHECK(other == NULL);
  expect(status, expected, error, message);
  CHECK(worthwhile_plan_with_values(made, names, values, count, &other, NULL) == expected);
}

static void wrong_values(void) {
  const char *names[] = {FREE_HOURS, NULL};
  const char *not_text[] = {"\xff"};
  const double values[] = {9, 3};
  worthwhile_plan *made = new_plan();
  expect_no_plan(WORTHWHILE_STATUS_NULL_POINTER, "`plan` is NULL", NULL, names, values, 1);
  expect_no_plan(WORTHWHILE_STATUS_NULL_POINTER, "`names` is NULL", made, NULL, values, 1);
  expect_no_plan(WORTHWHILE_STATUS_NULL_POINTER, "`values` is NULL", made, names, NULL, 1);
  expect_no_plan(WORTHWHILE_STATUS_NULL_POINTER, "`names[1]` is NULL", made, names, values, 2);
  expect_no_plan(WORTHWHILE_STATUS_INVALID_UTF8, "`names[0]` is not UTF-8 text: byte 0 cannot be read", made,
                 not_text, values, 1);
  expect_no_plan(WORTHWHILE_STATUS_TOO_LONG, "`names` is longer than memory can be", made, names, values,
                 SIZE_MAX / 4);
  expect_no_plan(WORTHWHILE_STATUS_MISALIGNED, "`values` is not aligned to 8 bytes", made, names,
                 (const double *)((uintptr_t)values + 4), 1);
  CHECK(worthwhile_plan_with_values(made, names, values, 1, NULL, NULL) == WORTHWHILE_STATUS_NULL_POINTER);
  worthwhile_plan_free(made);
}

static void values_that_are_refused(void) {
  const char *names[] = {"/person/burnout_risc", FREE_HOURS, STUDY};
  const double values[] = {0.2, 1e9, NAN};
  worthwhile_plan *made = new_plan(), *other = RUBBISH(worthwhile_plan);
  worthwhile_error *error = NULL;
  CHECK(worthwhile_plan_with_values(made, names, values, 3, &other, &error) == WORTHWHILE_STATUS_INVALID);
  CHECK(other == NULL && worthwhile_error_problem_count(error) == 3);
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "unknown_item");
  CHECK_TEXT(worthwhile_error_problem_help(error, 0), "did you mean `/person/burnout_risk`?");
  CHECK_TEXT(worthwhile_error_problem_path(error, 1), FREE_HOURS);
  CHECK_TEXT(worthwhile_error_problem_code(error, 1), "out_of_range");
  CHECK_TEXT(worthwhile_error_problem_code(error, 2), "not_finite");
  worthwhile_error_free(error);
  worthwhile_plan_free(made);
}

int main(void) {
  parts();
  names_of_what_to_know();
  inputs();
  levers_are_in_the_answer();
  samples();
  samples_that_are_not_there();
  other_values();
  few_values();
  wrong_values();
  values_that_are_refused();
  puts("kept");
  return 0;
}
