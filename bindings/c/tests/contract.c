/* What the header promises apart from the answers: statuses, ownership, NULL, versions, rows. It is
 * compiled as C and as C++. */

#include <math.h>
#include <stdint.h>

#include <worthwhile.h>

#include "check.h"
#include "documents.h"

static void versions(void) {
  CHECK_TEXT(worthwhile_version(), EXPECTED_VERSION);
  CHECK_TEXT(WORTHWHILE_VERSION, EXPECTED_VERSION);
  CHECK(WORTHWHILE_VERSION_MAJOR == EXPECTED_MAJOR);
  CHECK(WORTHWHILE_VERSION_MINOR == EXPECTED_MINOR);
  CHECK(WORTHWHILE_VERSION_PATCH == EXPECTED_PATCH);
  CHECK(WORTHWHILE_VERSION_NUMBER == EXPECTED_MAJOR * 1000000 + EXPECTED_MINOR * 1000 + EXPECTED_PATCH);
  CHECK(worthwhile_version_number() == WORTHWHILE_VERSION_NUMBER);
}

/* A program compiled with an older header has these numbers in it. */
static void numbers_of_statuses(void) {
  CHECK(sizeof(worthwhile_status) == 4);
  CHECK((int)WORTHWHILE_STATUS_OK == 0);
  CHECK((int)WORTHWHILE_STATUS_NULL_POINTER == 10);
  CHECK((int)WORTHWHILE_STATUS_INVALID_UTF8 == 11);
  CHECK((int)WORTHWHILE_STATUS_TOO_LONG == 12);
  CHECK((int)WORTHWHILE_STATUS_WRONG_LENGTH == 13);
  CHECK((int)WORTHWHILE_STATUS_MISALIGNED == 14);
  CHECK((int)WORTHWHILE_STATUS_INVALID == 20);
  CHECK((int)WORTHWHILE_STATUS_NOT_FOUND == 21);
  CHECK((int)WORTHWHILE_STATUS_STOPPED == 22);
  CHECK((int)WORTHWHILE_STATUS_PANIC == 90);
  CHECK((int)WORTHWHILE_STATUS_UNKNOWN == 91);
  CHECK((int)WORTHWHILE_STAGE_SCENARIOS == 0);
  CHECK((int)WORTHWHILE_STAGE_TOTALS == 1);
  CHECK((int)WORTHWHILE_STAGE_FLIPS == 2);
  CHECK((int)WORTHWHILE_STAGE_SEARCH == 3);
  CHECK((int)WORTHWHILE_STAGE_LEVERS == 4);
  CHECK((int)WORTHWHILE_STAGE_UNKNOWN == 99);
}

typedef worthwhile_status (*text_call)(const char *, size_t, char **, worthwhile_error **);

static worthwhile_status assess(const char *text, size_t len, char **out, worthwhile_error **err) {
  return worthwhile_assess(text, len, OPTIONS, OPTIONS_LEN, NULL, NULL, out, err);
}

static worthwhile_status ask(const char *text, size_t len, char **out, worthwhile_error **err) {
  return worthwhile_ask(text, len, OPTIONS, OPTIONS_LEN, NULL, NULL, out, err);
}

/* A plan as if it gave a string, so that it goes through the same checks. */
static worthwhile_status plan(const char *text, size_t len, char **out, worthwhile_error **err) {
  worthwhile_plan *made = RUBBISH(worthwhile_plan);
  worthwhile_status status = worthwhile_plan_new(text, len, NULL, 0, out == NULL ? NULL : &made, err);
  if (out != NULL) {
    CHECK((made == NULL) == (status != WORTHWHILE_STATUS_OK));
    worthwhile_plan_free(made);
    *out = NULL;
  }
  return status;
}

static void wrong_texts(text_call call, const char *name, int may_be_left_out) {
  char message[128];
  char *out = RUBBISH(char);
  worthwhile_error *error = RUBBISH(worthwhile_error);
  worthwhile_status status = call(NULL, 5, &out, &error);
  snprintf(message, sizeof message, "`%s` is NULL", name);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, message);
  if (!may_be_left_out) {
    CHECK(call(NULL, 0, &out, NULL) == WORTHWHILE_STATUS_NULL_POINTER);
  }

  status = call("ab\xff", 3, &out, &error);
  snprintf(message, sizeof message, "`%s` is not UTF-8 text: byte 2 cannot be read", name);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_INVALID_UTF8, error, message);

  status = call("ab", SIZE_MAX, &out, &error);
  snprintf(message, sizeof message, "`%s` is longer than memory can be", name);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_TOO_LONG, error, message);
  CHECK(call("ab", (size_t)PTRDIFF_MAX + 1, &out, NULL) == WORTHWHILE_STATUS_TOO_LONG);

  status = call("ab", 2, NULL, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`out` is NULL");
  CHECK(call("ab", 2, NULL, NULL) == WORTHWHILE_STATUS_NULL_POINTER);
}

static void texts(void) {
  wrong_texts(assess, "case_text", 0);
  wrong_texts(ask, "interview_text", 0);
  wrong_texts(worthwhile_check, "case_text", 0);
  wrong_texts(worthwhile_expand, "case_text", 0);
  wrong_texts(plan, "case_text", 0);
  wrong_texts(worthwhile_presets, "id", 1);
  wrong_texts(worthwhile_schema, "name", 0);
}

/* Only that many bytes are read: no NUL is needed, and what follows does not matter. */
static void texts_end_where_their_length_says(void) {
  char *whole = NULL, *part = NULL;
  char *copy = (char *)malloc(CASE_LEN);
  CHECK(copy != NULL);
  memcpy(copy, CASE, CASE_LEN);
  CHECK(assess(CASE, CASE_LEN, &whole, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(assess(copy, CASE_LEN, &part, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(part, whole);
  worthwhile_string_free(part);
  CHECK(assess(CASE, CASE_LEN - 1, &part, NULL) == WORTHWHILE_STATUS_INVALID);
  CHECK(part == NULL);
  worthwhile_string_free(whole);
  free(copy);
}

static void names(void) {
  char *out = RUBBISH(char);
  worthwhile_error *error = NULL;
  worthwhile_status status = worthwhile_presets("resst", 5, &out, &error);
  CHECK(status == WORTHWHILE_STATUS_NOT_FOUND && out == NULL);
  CHECK(strstr(worthwhile_error_message(error), "did you mean `rest`?") != NULL);
  CHECK(worthwhile_error_json(error, &out, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(out, "{\"problems\":[]}");
  worthwhile_string_free(out);
  worthwhile_error *told = NULL;
  CHECK(worthwhile_error_redacted(error, &told, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_error_status(told) == WORTHWHILE_STATUS_NOT_FOUND);
  CHECK_TEXT(worthwhile_error_message(told), "there is no preset of that name");
  worthwhile_error_free(told);
  CHECK(worthwhile_error_redacted(NULL, &told, NULL) == WORTHWHILE_STATUS_NULL_POINTER);
  worthwhile_error_free(error);
  CHECK(worthwhile_schema("cases", 5, &out, NULL) == WORTHWHILE_STATUS_NOT_FOUND);
  CHECK(worthwhile_presets("", 0, &out, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(strstr(out, "microsoft-mvp") != NULL);
  worthwhile_string_free(out);
}

static void problems(void) {
  char *out = RUBBISH(char);
  worthwhile_error *error = NULL;
  CHECK(assess(REFUSED, REFUSED_LEN, &out, &error) == WORTHWHILE_STATUS_INVALID);
  CHECK(out == NULL && worthwhile_error_status(error) == WORTHWHILE_STATUS_INVALID);
  CHECK(worthwhile_error_problem_count(error) == 2);
  CHECK_TEXT(worthwhile_error_problem_path(error, 0), "/persn");
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "unknown_field");
  CHECK_TEXT(worthwhile_error_problem_severity(error, 0), "error");
  CHECK_TEXT(worthwhile_error_problem_help(error, 0), "did you mean `person`?");
  CHECK_TEXT(worthwhile_error_problem_path(error, 1), "/person/motivations/learning");
  CHECK_TEXT(worthwhile_error_problem_code(error, 1), "out_of_range");
  CHECK(strlen(worthwhile_error_problem_message(error, 1)) > 0);
  CHECK(worthwhile_error_problem_path(error, 2) == NULL);
  CHECK(worthwhile_error_problem_code(error, 2) == NULL);
  CHECK(worthwhile_error_problem_message(error, 2) == NULL);
  CHECK(worthwhile_error_problem_severity(error, SIZE_MAX) == NULL);
  CHECK(worthwhile_error_problem_help(error, SIZE_MAX) == NULL);
  worthwhile_error_free(error);
  CHECK(worthwhile_check(REFUSED, REFUSED_LEN, &out, &error) == WORTHWHILE_STATUS_OK);
  CHECK(error == NULL && strstr(out, "unknown_field") != NULL);
  worthwhile_string_free(out);
}

/* JSON can have a NUL in it, and a string of C cannot: it shows as U+FFFD, and the JSON keeps it. */
static void a_nul_inside(void) {
  const char text[] = "{\"a\\u0000b\": 1}";
  char *json = NULL;
  worthwhile_error *error = NULL;
  CHECK(assess(text, sizeof text - 1, &json, &error) == WORTHWHILE_STATUS_INVALID);
  size_t last = worthwhile_error_problem_count(error) - 1;
  CHECK_TEXT(worthwhile_error_problem_path(error, last), "/a\xEF\xBF\xBD" "b");
  CHECK(worthwhile_error_json(error, &json, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(strstr(json, "/a\\u0000b") != NULL);
  worthwhile_string_free(json);
  worthwhile_error_free(error);
}

static void options(void) {
  char *out = RUBBISH(char);
  worthwhile_error *error = NULL;
  worthwhile_status status = worthwhile_assess(CASE, CASE_LEN, NULL, 3, NULL, NULL, &out, &error);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`options_text` is NULL");
  status = worthwhile_assess(CASE, CASE_LEN, "\xff", 1, NULL, NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_INVALID_UTF8, error, "`options_text` is not UTF-8 text: byte 0 cannot be read");
  const char wrong[] = "{\"scenario\": 64}";
  CHECK(worthwhile_assess(CASE, CASE_LEN, wrong, sizeof wrong - 1, NULL, NULL, &out, &error) ==
        WORTHWHILE_STATUS_INVALID);
  CHECK(out == NULL && worthwhile_error_problem_count(error) == 1);
  CHECK_TEXT(worthwhile_error_problem_path(error, 0), "/scenario");
  CHECK_TEXT(worthwhile_error_problem_help(error, 0), "did you mean `scenarios`?");
  worthwhile_error_free(error);
}

static void no_handle(void) {
  char *out = RUBBISH(char);
  worthwhile_assessment *answer = RUBBISH(worthwhile_assessment);
  worthwhile_error *error = NULL;
  worthwhile_status status = worthwhile_plan_assess(NULL, NULL, 0, NULL, NULL, &answer, &error);
  CHECK(answer == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`plan` is NULL");
  status = worthwhile_assessment_json(NULL, &out, &error);
  CHECK(out == NULL);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`assessment` is NULL");
  status = worthwhile_assessment_text(NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`assessment` is NULL");
  status = worthwhile_assessment_page(NULL, 80, false, false, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`assessment` is NULL");
  status = worthwhile_assessment_html(NULL, false, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`assessment` is NULL");
  status = worthwhile_assessment_markdown(NULL, false, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`assessment` is NULL");
  status = worthwhile_error_json(NULL, &out, &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`error` is NULL");
  CHECK(worthwhile_error_status(NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(worthwhile_error_message(NULL), "");
  CHECK(worthwhile_error_problem_count(NULL) == 0);
  CHECK(worthwhile_error_problem_path(NULL, 0) == NULL);
  CHECK(worthwhile_plan_input_count(NULL) == 0 && worthwhile_plan_output_count(NULL, 0) == 0);
  CHECK(worthwhile_plan_input_name(NULL, 0) == NULL);
  CHECK(worthwhile_plan_output_name(NULL, 0, 0) == NULL);
  CHECK(worthwhile_plan_base(NULL) == NULL);
  worthwhile_string_free(NULL);
  worthwhile_plan_free(NULL);
  worthwhile_assessment_free(NULL);
  worthwhile_error_free(NULL);
}

static void an_answer_outlives_its_plan(void) {
  worthwhile_plan *made = new_plan();
  worthwhile_assessment *answer = NULL;
  char *first = NULL, *again = NULL, *direct = NULL;
  CHECK(worthwhile_plan_assess(made, OPTIONS, OPTIONS_LEN, NULL, NULL, &answer, NULL) == WORTHWHILE_STATUS_OK);
  worthwhile_plan_free(made);
  CHECK(worthwhile_assessment_json(answer, &first, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_assessment_json(answer, &again, NULL) == WORTHWHILE_STATUS_OK);
  worthwhile_assessment_free(answer);
  CHECK(assess(CASE, CASE_LEN, &direct, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(first, direct);
  CHECK_TEXT(again, direct);
  worthwhile_string_free(first);
  worthwhile_string_free(again);
  worthwhile_string_free(direct);
}

static void names_of_numbers(void) {
  worthwhile_plan *made = new_plan();
  const size_t n_inputs = worthwhile_plan_input_count(made);
  const size_t n_out = worthwhile_plan_output_count(made, 0);
  const double *base = worthwhile_plan_base(made);
  size_t hours = 0;
  while (strcmp(worthwhile_plan_input_name(made, hours), "/person/time/free_hours_per_week") != 0) {
    hours++;
    CHECK(hours < n_inputs);
  }
  CHECK(base[hours] > 9.9 && base[hours] < 10.1);
  CHECK(n_out > 0);
  CHECK_TEXT(worthwhile_plan_output_name(made, 0, 0), "/pursuits/certification/worth");
  CHECK(worthwhile_plan_input_name(made, n_inputs) == NULL);
  CHECK(worthwhile_plan_output_name(made, 0, n_out) == NULL);
  CHECK(worthwhile_plan_output_name(made, 0, SIZE_MAX) == NULL);
  worthwhile_plan_free(made);
}

/* `out` has 7 in its first place before. */
static void expect_no_rows(worthwhile_status expected, const char *message,
                           const worthwhile_plan *made, const double *inputs, size_t rows,
                           size_t n_inputs, double *out, size_t n_out) {
  worthwhile_error *error = RUBBISH(worthwhile_error);
  if (out != NULL) out[0] = 7.0;
  worthwhile_status status =
      worthwhile_plan_evaluate(made, inputs, rows, n_inputs, 0, NULL, 0, NULL, NULL, out, n_out, &error);
  expect(status, expected, error, message);
  CHECK(worthwhile_plan_evaluate(made, inputs, rows, n_inputs, 0, NULL, 0, NULL, NULL, out, n_out, NULL) == expected);
}

static int is_seven(double value) { return value > 6.9 && value < 7.1; }

static void wrong_rows(void) {
  char message[128];
  worthwhile_plan *made = new_plan();
  const size_t n_inputs = worthwhile_plan_input_count(made);
  const size_t n_out = worthwhile_plan_output_count(made, 0);
  const double *base = worthwhile_plan_base(made);
  double out[64];
  CHECK(n_out < 64);
  expect_no_rows(WORTHWHILE_STATUS_NULL_POINTER, "`plan` is NULL", NULL, base, 1, n_inputs, out, n_out);
  CHECK(is_seven(out[0]));
  expect_no_rows(WORTHWHILE_STATUS_NULL_POINTER, "`inputs` is NULL", made, NULL, 1, n_inputs, out, n_out);
  CHECK(is_seven(out[0]));
  expect_no_rows(WORTHWHILE_STATUS_NULL_POINTER, "`out` is NULL", made, base, 1, n_inputs, NULL, n_out);
  snprintf(message, sizeof message, "`n_inputs` is %zu, but the plan has %zu", n_inputs - 1, n_inputs);
  expect_no_rows(WORTHWHILE_STATUS_WRONG_LENGTH, message, made, base, 1, n_inputs - 1, out, n_out);
  CHECK(is_seven(out[0]));
  snprintf(message, sizeof message, "`n_out` is %zu, but the plan has %zu", n_out - 1, n_out);
  expect_no_rows(WORTHWHILE_STATUS_WRONG_LENGTH, message, made, base, 1, n_inputs, out, n_out - 1);
  CHECK(is_seven(out[0]));
  /* Swapped, as happens: the lengths claim more space than there is, so nothing may be written. */
  snprintf(message, sizeof message, "`n_inputs` is %zu, but the plan has %zu", n_out, n_inputs);
  CHECK(n_out < n_inputs);
  expect_no_rows(WORTHWHILE_STATUS_WRONG_LENGTH, message, made, base, 1, n_out, out, n_inputs);
  CHECK(is_seven(out[0]));
  expect_no_rows(WORTHWHILE_STATUS_TOO_LONG, "`inputs` is longer than memory can be", made, base, SIZE_MAX,
                 n_inputs, out, n_out);
  CHECK(is_seven(out[0]));
  /* The figures of so many rows would have space somewhere, and their inputs would not. */
  expect_no_rows(WORTHWHILE_STATUS_TOO_LONG, "`inputs` is longer than memory can be", made, base,
                 (size_t)PTRDIFF_MAX / sizeof *base / n_inputs + 1, n_inputs, out, n_out);
  CHECK(is_seven(out[0]));
  /* Their product is 0 in as many bits as a size has. */
  expect_no_rows(WORTHWHILE_STATUS_TOO_LONG, "`inputs` is longer than memory can be", made, base,
                 SIZE_MAX / 2 + 1, n_inputs, out, n_out);
  CHECK(is_seven(out[0]));
  const double *odd = (const double *)((uintptr_t)base + 1);
  expect_no_rows(WORTHWHILE_STATUS_MISALIGNED, "`inputs` is not aligned to 8 bytes", made, odd, 1, n_inputs,
                 out, n_out);
  CHECK(is_seven(out[0]));
  worthwhile_plan_free(made);
}

static void rows(void) {
  enum { ROWS = 3 };
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
  CHECK(worthwhile_plan_evaluate(made, inputs, ROWS, n_inputs, 0, NULL, 0, NULL, NULL, out, n_out, &error) ==
        WORTHWHILE_STATUS_OK);
  CHECK(error == NULL);
  for (size_t at = 0; at < n_out; at++) {
    CHECK(isfinite(out[at]));
    CHECK(memcmp(&out[at], &out[n_out + at], sizeof *out) == 0);
  }
  CHECK(worthwhile_plan_evaluate(made, NULL, 0, n_inputs, 0, NULL, 0, NULL, NULL, NULL, n_out, NULL) == WORTHWHILE_STATUS_OK);
  inputs[n_inputs] = -1e300;
  CHECK(worthwhile_plan_evaluate(made, inputs, ROWS, n_inputs, 0, NULL, 0, NULL, NULL, out, n_out, &error) ==
        WORTHWHILE_STATUS_ROWS_REFUSED);
  CHECK(isfinite(out[0]) && isnan(out[n_out]) && isnan(out[2 * n_out - 1]) && isfinite(out[2 * n_out]));
  CHECK(worthwhile_error_problem_count(error) == 1);
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "out_of_range");
  CHECK(strncmp(worthwhile_error_problem_path(error, 0), "/1/person/", 10) == 0);
  worthwhile_error_free(error);
  worthwhile_plan_free(made);
  free(inputs);
  free(out);
}

/* A column is the same as a row that differs in one place, on two threads too. */
static void columns(void) {
  enum { ROWS = 3 };
  const char *names[] = {"/person/time/free_hours_per_week", "/person/motivations/learning"};
  const double hours[ROWS] = {4.0, 12.0, -1.0};
  const double learning[ROWS] = {6.0, 6.0, 6.0};
  const double *both[] = {hours, learning};
  const uint32_t kinds[] = {0, WORTHWHILE_QUESTION_ONLY, WORTHWHILE_CONTRIBUTIONS,
                            WORTHWHILE_QUESTION_ONLY | WORTHWHILE_CONTRIBUTIONS};
  const char options[] = "{\"threads\": 2}";
  worthwhile_plan *made = new_plan();
  worthwhile_error *error = NULL;
  const size_t n_inputs = worthwhile_plan_input_count(made);
  double *row = (double *)malloc(n_inputs * sizeof *row);
  CHECK(row != NULL);
  memcpy(row, worthwhile_plan_base(made), n_inputs * sizeof *row);
  for (size_t at = 0; at < n_inputs; at++) {
    const char *name = worthwhile_plan_input_name(made, at);
    if (strcmp(name, names[0]) == 0) row[at] = 12.0;
    if (strcmp(name, names[1]) == 0) row[at] = 6.0;
  }
  for (size_t kind = 0; kind < 4; kind++) {
    double out[ROWS * 64];
    double own[64];
    const size_t n_out = worthwhile_plan_output_count(made, kinds[kind]);
    CHECK(n_out > 0 && n_out <= 64);
    CHECK(worthwhile_plan_evaluate_columns(made, names, both, 2, ROWS, kinds[kind], options, strlen(options),
                                           NULL, NULL, out, n_out, &error) ==
          WORTHWHILE_STATUS_ROWS_REFUSED);
    CHECK_TEXT(worthwhile_error_problem_path(error, 0), "/2/person/time/free_hours_per_week");
    worthwhile_error_free(error);
    CHECK(worthwhile_plan_evaluate(made, row, 1, n_inputs, kinds[kind], NULL, 0, NULL, NULL, own, n_out,
                                   NULL) == WORTHWHILE_STATUS_OK);
    CHECK(memcmp(own, &out[n_out], n_out * sizeof *own) == 0);
    CHECK(isfinite(out[0]) && isnan(out[2 * n_out]));
  }
  CHECK(worthwhile_plan_output_count(made, 4) == 0);
  double out[64];
  worthwhile_status status =
      worthwhile_plan_evaluate(made, row, 1, n_inputs, 4, NULL, 0, NULL, NULL, out, 12, &error);
  expect(status, WORTHWHILE_STATUS_UNKNOWN_FLAG, error, "`outputs` is 4, and no sum of known flags");
  const size_t n_out = worthwhile_plan_output_count(made, 0);
  out[0] = 7.0;
  names[1] = names[0];
  CHECK(worthwhile_plan_evaluate_columns(made, names, both, 2, 1, 0, NULL, 0, NULL, NULL, out, n_out, &error) ==
        WORTHWHILE_STATUS_INVALID);
  CHECK_TEXT(worthwhile_error_problem_code(error, 0), "repeated_entry");
  worthwhile_error_free(error);
  both[1] = NULL;
  status = worthwhile_plan_evaluate_columns(made, names, both, 2, 1, 0, NULL, 0, NULL, NULL, out, n_out,
                                            &error);
  expect(status, WORTHWHILE_STATUS_NULL_POINTER, error, "`columns[1]` is NULL");
  CHECK(worthwhile_plan_evaluate_columns(made, NULL, NULL, 0, 1, 0, NULL, 0, NULL, NULL, out, n_out, NULL) ==
        WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_evaluate_columns(made, NULL, NULL, 0, 0, 0, NULL, 0, NULL, NULL, NULL, n_out, NULL) ==
        WORTHWHILE_STATUS_OK);
  worthwhile_plan_free(made);
  free(row);
}

int main(void) {
  versions();
  numbers_of_statuses();
  texts();
  texts_end_where_their_length_says();
  names();
  problems();
  a_nul_inside();
  options();
  no_handle();
  an_answer_outlives_its_plan();
  names_of_numbers();
  wrong_rows();
  rows();
  columns();
  puts("kept");
  return 0;
}
