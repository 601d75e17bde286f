/* Seconds taken by a call with text and by the fast path from C, for the bench of the workspace:
 * cost CASE OPTIONS. */

#define _POSIX_C_SOURCE 200809L

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include <worthwhile.h>

#include "../tests/check.h"

enum { REPEATS = 5, ROWS = 10000 };

static double now(void) {
  struct timespec time;
  CHECK(clock_gettime(CLOCK_MONOTONIC, &time) == 0);
  return (double)time.tv_sec + (double)time.tv_nsec * 1e-9;
}

static double text_call(const char *text, size_t len, const char *options) {
  double best = 1e9;
  for (int repeat = 0; repeat < REPEATS; repeat++) {
    const double start = now();
    char *out = NULL;
    CHECK(worthwhile_assess(text, len, options, strlen(options), NULL, NULL, &out, NULL) ==
          WORTHWHILE_STATUS_OK);
    worthwhile_string_free(out);
    const double took = now() - start;
    if (took < best) best = took;
  }
  return best;
}

static double fast_path(const char *text, size_t len) {
  worthwhile_plan *plan = NULL;
  CHECK(worthwhile_plan_new(text, len, NULL, 0, &plan, NULL) == WORTHWHILE_STATUS_OK);
  const size_t n_inputs = worthwhile_plan_input_count(plan);
  const size_t n_out = worthwhile_plan_output_count(plan, 0);
  double *inputs = (double *)malloc(ROWS * n_inputs * sizeof *inputs);
  double *out = (double *)malloc(ROWS * n_out * sizeof *out);
  CHECK(inputs != NULL && out != NULL);
  for (size_t row = 0; row < ROWS; row++) {
    memcpy(inputs + row * n_inputs, worthwhile_plan_base(plan), n_inputs * sizeof *inputs);
  }
  double best = 1e9;
  for (int repeat = 0; repeat < REPEATS; repeat++) {
    const double start = now();
    CHECK(worthwhile_plan_evaluate(plan, inputs, ROWS, n_inputs, 0, NULL, 0, NULL, NULL, out, n_out, NULL) ==
          WORTHWHILE_STATUS_OK);
    const double took = now() - start;
    if (took < best) best = took;
  }
  worthwhile_plan_free(plan);
  free(inputs);
  free(out);
  return best;
}

int main(int argc, char **argv) {
  size_t len;
  CHECK(argc == 3);
  char *text = read_file(argv[1], &len);
  printf("%.9f\n%.9f\n", text_call(text, len, argv[2]), fast_path(text, len));
  free(text);
  return 0;
}
