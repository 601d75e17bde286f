/* The shared vectors from C: what each call returns is the library's own text, byte for byte.
 *
 * `cargo dev c-vectors DIR` writes DIR/index with a line per call, `<call> <status> <name>`, and for
 * line n the files n.in, n.options (for `rows`, the doubles that go in; for `compare`, the
 * other case), n.out and, where the status
 * is not 0, n.told. For slow tools, `vectors DIR WORD STEP` leaves out calls that have the word in their
 * name, and runs only the lines that STEP divides. */

#define _POSIX_C_SOURCE 200809L

#include <worthwhile.h>

#include "check.h"

enum { MAX_PATH = 4096, MAX_LINE = 512 };

typedef struct text {
  char *at;
  size_t len;
} text;

static text part(const char *dir, int number, const char *ending) {
  char path[MAX_PATH];
  text read;
  int size = snprintf(path, sizeof path, "%s/%d.%s", dir, number, ending);
  CHECK(size > 0 && size < MAX_PATH);
  read.at = read_file(path, &read.len);
  return read;
}

static int is(const char *call, const char *name) { return strcmp(call, name) == 0; }

/* The answer by way of the handles, as JSON or as text. */
static worthwhile_status by_plan(text in, text options, int as_json, char **out,
                                 worthwhile_error **err) {
  worthwhile_plan *plan = NULL;
  worthwhile_assessment *answer = NULL;
  worthwhile_status status = worthwhile_plan_new(in.at, in.len, NULL, 0, &plan, err);
  if (status == WORTHWHILE_STATUS_OK) {
    status = worthwhile_plan_assess(plan, options.at, options.len, NULL, NULL, &answer, err);
  }
  worthwhile_plan_free(plan);
  if (status == WORTHWHILE_STATUS_OK) {
    status = as_json ? worthwhile_assessment_json(answer, out, err)
                     : worthwhile_assessment_text(answer, out, err);
  }
  worthwhile_assessment_free(answer);
  return status;
}

/* Rows of doubles as the machine has them, in and out. */
static worthwhile_status by_rows(text in, text rows, char **out, size_t *len, worthwhile_error **err) {
  worthwhile_plan *plan = NULL;
  worthwhile_status status = worthwhile_plan_new(in.at, in.len, NULL, 0, &plan, err);
  CHECK(status == WORTHWHILE_STATUS_OK);
  const size_t n_inputs = worthwhile_plan_input_count(plan);
  const size_t n_out = worthwhile_plan_output_count(plan, 0);
  const size_t count = rows.len / sizeof(double) / n_inputs;
  double *figures = (double *)malloc(count * n_out * sizeof *figures);
  CHECK(figures != NULL && rows.len == count * n_inputs * sizeof(double));
  status = worthwhile_plan_evaluate(plan, (const double *)(const void *)rows.at, count, n_inputs, 0, NULL, 0, NULL, NULL, figures, n_out, err);
  worthwhile_plan_free(plan);
  if (status == WORTHWHILE_STATUS_OK) {
    *out = (char *)figures;
    *len = count * n_out * sizeof *figures;
  } else {
    free(figures);
  }
  return status;
}

static worthwhile_status put(const char *call, text in, text options, char **out,
                             worthwhile_error **err) {
  if (is(call, "assess")) {
    return worthwhile_assess(in.at, in.len, options.at, options.len, NULL, NULL, out, err);
  }
  if (is(call, "compare")) {
    return worthwhile_compare(in.at, in.len, options.at, options.len, NULL, 0, NULL, NULL, out, err);
  }
  if (is(call, "ask")) {
    return worthwhile_ask(in.at, in.len, options.at, options.len, NULL, NULL, out, err);
  }
  if (is(call, "check")) return worthwhile_check(in.at, in.len, out, err);
  if (is(call, "expand")) return worthwhile_expand(in.at, in.len, out, err);
  if (is(call, "presets")) return worthwhile_presets(in.at, in.len, out, err);
  if (is(call, "schema")) return worthwhile_schema(in.at, in.len, out, err);
  if (is(call, "plan_json")) return by_plan(in, options, 1, out, err);
  if (is(call, "plan_text")) return by_plan(in, options, 0, out, err);
  fprintf(stderr, "there is no call `%s`\n", call);
  exit(1);
}

/* Everything that an error says piece by piece, in the format of the files n.told. */
static text told(const worthwhile_error *error) {
  text all = {NULL, 0};
  FILE *file = open_memstream(&all.at, &all.len);
  CHECK(file != NULL);
  fprintf(file, "%s\n", worthwhile_error_message(error));
  for (size_t at = 0; at < worthwhile_error_problem_count(error); at++) {
    const char *help = worthwhile_error_problem_help(error, at);
    fprintf(file, "%s\t%s\t%s\t%s\t%s\n", worthwhile_error_problem_path(error, at),
            worthwhile_error_problem_code(error, at), worthwhile_error_problem_severity(error, at),
            worthwhile_error_problem_message(error, at), help == NULL ? "" : help);
  }
  CHECK(fclose(file) == 0);
  return all;
}

static int same(const char *what, const char *found, size_t len, text expected) {
  if (len == expected.len && memcmp(found, expected.at, len) == 0) return 1;
  fprintf(stderr, "%s: found %zu bytes:\n%.2000s\nexpected %zu bytes:\n%.2000s\n", what, len, found,
          expected.len, expected.at);
  return 0;
}

static int refused(const char *name, const worthwhile_error *error, text expected, text expected_told) {
  char *json = NULL;
  text said = told(error);
  CHECK(worthwhile_error_json(error, &json, NULL) == WORTHWHILE_STATUS_OK);
  int good = same(name, json, strlen(json), expected) && same(name, said.at, said.len, expected_told);
  worthwhile_string_free(json);
  free(said.at);
  return good;
}

static int passes(const char *dir, int number, const char *call, int expected, const char *name) {
  text in = part(dir, number, "in"), out = part(dir, number, "out");
  text options = part(dir, number, "options");
  char *found = NULL;
  worthwhile_error *error = NULL;
  const int is_rows = is(call, "rows");
  size_t len = 0;
  const int status = (int)(is_rows ? by_rows(in, options, &found, &len, &error)
                                   : put(call, in, options, &found, &error));
  if (!is_rows && found != NULL) len = strlen(found);
  int good = status == expected && worthwhile_error_status(error) == status;
  if (!good) {
    fprintf(stderr, "%s: status %d, expected %d\n", name, status, expected);
  } else if (status == WORTHWHILE_STATUS_OK) {
    good = error == NULL && found != NULL && same(name, found, len, out);
  } else {
    text expected_told = part(dir, number, "told");
    good = found == NULL && refused(name, error, out, expected_told);
    free(expected_told.at);
  }
  if (is_rows) {
    free(found);
  } else {
    worthwhile_string_free(found);
  }
  worthwhile_error_free(error);
  free(in.at);
  free(out.at);
  free(options.at);
  return good;
}

int main(int argc, char **argv) {
  char line[MAX_LINE], call[16], name[256];
  int number = 0, failed = 0, status;
  CHECK(argc == 2 || argc == 4);
  const int step = argc == 4 ? atoi(argv[3]) : 1;
  CHECK(step > 0);
  int size = snprintf(line, sizeof line, "%s/index", argv[1]);
  CHECK(size > 0 && size < MAX_LINE);
  FILE *index = fopen(line, "r");
  CHECK(index != NULL);
  while (fgets(line, sizeof line, index) != NULL) {
    CHECK(sscanf(line, "%15s %d %255s", call, &status, name) == 3);
    const int is_left_out = argc == 4 && (strstr(name, argv[2]) != NULL || number % step != 0);
    if (!is_left_out && !passes(argv[1], number, call, status, name)) {
      fprintf(stderr, "failed: %s of %s (%d.in)\n", call, name, number);
      failed++;
    }
    number++;
  }
  fclose(index);
  printf("%d calls, %d failed\n", number, failed);
  CHECK(number > 0);
  return failed == 0 ? 0 : 1;
}
