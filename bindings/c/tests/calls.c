/* What the header promises about watches, operations by name, and custom presets. It is compiled as C
 * and as C++. */

#include <math.h>
#include <stdint.h>

#include <worthwhile.h>

#include "check.h"
#include "documents.h"

static worthwhile_status assess(char **out) {
  return worthwhile_assess(CASE, CASE_LEN, OPTIONS, OPTIONS_LEN, NULL, NULL, out, NULL);
}

/* What a watch saw, and after how many looks it ends the computation. */
typedef struct seen {
  int looks;
  int last;
  uint64_t done;
  uint64_t total;
  worthwhile_stage stage;
} seen;

static int look(worthwhile_stage stage, uint64_t done, uint64_t total, void *data) {
  seen *all = (seen *)data;
  CHECK(stage == WORTHWHILE_STAGE_SCENARIOS || stage == WORTHWHILE_STAGE_SEARCH ||
        stage == WORTHWHILE_STAGE_LEVERS || stage == WORTHWHILE_STAGE_INPUTS);
  CHECK(done <= total && total > 0);
  /* A new stage begins at 0 or with its first step; within one nothing is undone. */
  CHECK(all->looks == 0 || stage != all->stage || done >= all->done);
  all->looks++;
  all->stage = stage;
  all->done = done;
  all->total = total;
  return all->looks >= all->last;
}

static const char STOPPED[] = "the computation was stopped before it finished";

static void a_watch_sees_and_ends(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_assessment *answer = RUBBISH(worthwhile_assessment);
  worthwhile_error *error = NULL;
  char *out = RUBBISH(char), *unwatched = NULL;
  seen all = {0, 1000000, 0, 0, WORTHWHILE_STAGE_UNKNOWN};
  CHECK(worthwhile_assess(CASE, CASE_LEN, OPTIONS, OPTIONS_LEN, look, &all, &out, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(all.looks > 1 && all.done == all.total);
  CHECK(assess(&unwatched) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(out, unwatched);
  worthwhile_string_free(out);
  worthwhile_string_free(unwatched);

  seen first = {0, 1, 0, 0, WORTHWHILE_STAGE_UNKNOWN};
  worthwhile_status status =
      worthwhile_assess(CASE, CASE_LEN, OPTIONS, OPTIONS_LEN, look, &first, &out, &error);
  CHECK(out == NULL && first.looks == 1);
  expect(status, WORTHWHILE_STATUS_STOPPED, error, STOPPED);
  status = worthwhile_plan_assess(made, OPTIONS, OPTIONS_LEN, look, &first, &answer, &error);
  CHECK(answer == NULL && first.looks == 2);
  expect(status, WORTHWHILE_STATUS_STOPPED, error, STOPPED);
  worthwhile_plan_free(made);
}

static void a_watch_of_rows_keeps_what_was_computed(void) {
  enum { ROWS = 100 };
  worthwhile_plan *made = new_plan();
  worthwhile_error *error = NULL;
  const size_t n_inputs = worthwhile_plan_input_count(made);
  const size_t n_out = worthwhile_plan_output_count(made, 0);
  double *inputs = (double *)malloc(ROWS * n_inputs * sizeof *inputs);
  double *out = (double *)malloc(ROWS * n_out * sizeof *out);
  CHECK(inputs != NULL && out != NULL);
  for (size_t at = 0; at < ROWS * n_inputs; at++) {
    inputs[at] = worthwhile_plan_base(made)[at % n_inputs];
  }
  seen first = {0, 1, 0, 0, WORTHWHILE_STAGE_UNKNOWN};
  worthwhile_status status = worthwhile_plan_evaluate(made, inputs, ROWS, n_inputs, 0, NULL, 0, look, &first, out, n_out, &error);
  expect(status, WORTHWHILE_STATUS_STOPPED, error, STOPPED);
  CHECK(first.total == ROWS && first.done < ROWS);
  CHECK(isfinite(out[0]) && isnan(out[ROWS * n_out - 1]));
  worthwhile_plan_free(made);
  free(inputs);
  free(out);
}

/* What an operation gives, by its name; to be freed. */
static char *call(const char *operation, const char *case_text, const char *name,
                  const char *options_text) {
  char *out = NULL;
  worthwhile_error *error = NULL;
  worthwhile_status status =
      worthwhile_call(operation, strlen(operation), case_text, strlen(case_text), name, strlen(name),
                      options_text, strlen(options_text), NULL, NULL, &out, &error);
  if (status != WORTHWHILE_STATUS_OK) fprintf(stderr, "%s\n", worthwhile_error_message(error));
  CHECK(status == WORTHWHILE_STATUS_OK && error == NULL);
  return out;
}

static void same_as_by_its_name(char *found, char *named) {
  CHECK_TEXT(found, named);
  worthwhile_string_free(found);
  worthwhile_string_free(named);
}

static const char INTERVIEW[] = "{\"schema_version\": 1, \"answers\": {\"about\": \"microsoft-mvp\"}}";

static void every_operation_by_its_name(void) {
  char *named = NULL;
  CHECK(assess(&named) == WORTHWHILE_STATUS_OK);
  same_as_by_its_name(call("assess", CASE, "", OPTIONS), named);
  CHECK(worthwhile_ask(INTERVIEW, sizeof INTERVIEW - 1, "", 0, NULL, NULL, &named, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(strstr(named, "\"id\":\"situation\"") != NULL);
  same_as_by_its_name(call("ask", INTERVIEW, "", ""), named);
  CHECK(worthwhile_compare(CASE, CASE_LEN, CASE, CASE_LEN, OPTIONS, OPTIONS_LEN, NULL, NULL, &named,
                           NULL) == WORTHWHILE_STATUS_OK);
  char *page = NULL;
  CHECK(worthwhile_comparison_page(named, strlen(named), "Ana", 3, "Ben", 3, 60, &page, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(strncmp(page, "Ana and Ben both say ", 21) == 0);
  worthwhile_string_free(page);
  same_as_by_its_name(call("compare", CASE, CASE, OPTIONS), named);
  CHECK(worthwhile_check(REFUSED, REFUSED_LEN, &named, NULL) == WORTHWHILE_STATUS_OK);
  same_as_by_its_name(call("check", REFUSED, "", ""), named);
  CHECK(worthwhile_expand(CASE, CASE_LEN, &named, NULL) == WORTHWHILE_STATUS_OK);
  same_as_by_its_name(call("expand", CASE, "", ""), named);
  CHECK(worthwhile_presets("rest", 4, &named, NULL) == WORTHWHILE_STATUS_OK);
  same_as_by_its_name(call("presets", "", "rest", ""), named);
  CHECK(worthwhile_schema("case", 4, &named, NULL) == WORTHWHILE_STATUS_OK);
  same_as_by_its_name(call("schema", "", "case", ""), named);
  const char *const parts[] = {"inputs", "sensitivity", "flips", "information"};
  for (size_t at = 0; at < sizeof parts / sizeof *parts; at++) {
    char begin[32];
    char *text = call(parts[at], CASE, "", OPTIONS);
    snprintf(begin, sizeof begin, "{\"%s\":", parts[at]);
    CHECK(strncmp(text, begin, strlen(begin)) == 0);
    worthwhile_string_free(text);
  }
  char *text = call("information_about", CASE, "/pursuits/certification/activities/study/hours", OPTIONS);
  CHECK(strstr(text, "\"evppi\":") != NULL);
  worthwhile_string_free(text);
}

static void a_comparison_says_which_case_is_refused(void) {
  char *out = RUBBISH(char);
  worthwhile_error *error = NULL;
  worthwhile_status status = worthwhile_compare(CASE, CASE_LEN, REFUSED, REFUSED_LEN, NULL, 0, NULL,
                                                NULL, &out, &error);
  CHECK(status == WORTHWHILE_STATUS_INVALID && out == NULL);
  CHECK(strncmp(worthwhile_error_problem_path(error, 0), "/second", 7) == 0);
  worthwhile_error_free(error);
  status = worthwhile_compare(CASE, CASE_LEN, NULL, 0, NULL, 0, NULL, NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`other_text` is NULL");
  status = worthwhile_comparison_page("{}", 2, NULL, 0, NULL, 0, 80, &out, &error);
  CHECK(status == WORTHWHILE_STATUS_INVALID && out == NULL);
  worthwhile_error_free(error);
}

static void calls_that_lack_something(void) {
  char *out = RUBBISH(char);
  worthwhile_error *error = NULL;
  worthwhile_status status =
      worthwhile_call("asses", 5, CASE, CASE_LEN, NULL, 0, NULL, 0, NULL, NULL, &out, &error);
  CHECK(status == WORTHWHILE_STATUS_NOT_FOUND && out == NULL);
  CHECK(strstr(worthwhile_error_message(error), "did you mean `assess`?") != NULL);
  worthwhile_error_free(error);
  status = worthwhile_call("samples", 7, CASE, CASE_LEN, NULL, 0, NULL, 0, NULL, NULL, &out, NULL);
  CHECK(status == WORTHWHILE_STATUS_NOT_FOUND && out == NULL);
  status = worthwhile_call(NULL, 0, CASE, CASE_LEN, NULL, 0, NULL, 0, NULL, NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`operation` is NULL");
  status = worthwhile_call("assess", 6, NULL, 0, NULL, 0, NULL, 0, NULL, NULL, &out, &error);
  CHECK(status == WORTHWHILE_STATUS_INVALID && worthwhile_error_problem_count(error) == 1);
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "missing_field");
  worthwhile_error_free(error);
  status = worthwhile_call("schema", 6, NULL, 0, "\xff", 1, NULL, 0, NULL, NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_INVALID_UTF8, error, "`name` is not UTF-8 text: byte 0 cannot be read");
}

static void custom_presets(void) {
  const char options[] =
      "{\"scenarios\": 64, \"presets\": [{\"schema_version\": 1, \"id\": \"choir\", \"name\": \"Choir\","
      " \"about\": \"One evening a week.\", \"as_of\": \"2026-11\", \"pursuit\": {"
      " \"activities\": [{\"id\": \"sing\", \"kind\": \"singing\", \"hours\": 3, \"per_year\": 40}],"
      " \"benefits\": [{\"id\": \"us\", \"category\": \"relationships\", \"strength\": 6}]},"
      " \"sources\": {\"\": {\"seen\": \"illustrative\", \"source\": \"A guess.\", \"instead\": \"Ask.\"}}}]}";
  const char text[] =
      "{\"schema_version\": 1, \"pursuits\": [{\"preset\": \"choir\"}],"
      " \"person\": {\"motivations\": {\"belonging\": 7}, \"time\": {\"free_hours_per_week\": 10}}}";
  const size_t len = sizeof text - 1, options_len = sizeof options - 1;
  char *direct = NULL, *by_plan = NULL, *list = call("presets", "", "", options);
  worthwhile_plan *made = NULL;
  worthwhile_assessment *answer = NULL;
  worthwhile_error *error = NULL;
  CHECK(strstr(list, "\"id\":\"choir\"") != NULL);
  worthwhile_string_free(list);
  CHECK(worthwhile_assess(text, len, options, options_len, NULL, NULL, &direct, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_new(text, len, options, options_len, &made, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_assess(made, OPTIONS, OPTIONS_LEN, NULL, NULL, &answer, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_assessment_json(answer, &by_plan, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(by_plan, direct);
  worthwhile_string_free(by_plan);
  worthwhile_string_free(direct);
  worthwhile_assessment_free(answer);
  worthwhile_plan_free(made);
  CHECK(worthwhile_plan_new(text, len, "{\"presets\": [{}]}", 17, &made, &error) ==
        WORTHWHILE_STATUS_INVALID);
  CHECK_TEXT(worthwhile_error_problem_path(error, 0), "/presets/0");
  worthwhile_error_free(error);
}

int main(void) {
  a_watch_sees_and_ends();
  a_watch_of_rows_keeps_what_was_computed();
  every_operation_by_its_name();
  a_comparison_says_which_case_is_refused();
  calls_that_lack_something();
  custom_presets();
  puts("kept");
  return 0;
}
