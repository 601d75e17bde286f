/* Threads that share a plan, an answer, samples and an error, and use all of them at once: threads CASE
 * OPTIONS. Their results have to be those of one thread. */

#define _POSIX_C_SOURCE 200809L

#include <pthread.h>

#include <worthwhile.h>

#include "check.h"

enum { THREADS = 4, ROUNDS = 2, MAX_OUT = 256 };

typedef struct shared {
  const char *options;
  size_t options_len;
  const char *text;
  size_t len;
  worthwhile_plan *plan;
  worthwhile_assessment *answer;
  worthwhile_samples *samples;
  worthwhile_error *error;
  char *json;
  char *flips;
  double figures[MAX_OUT];
} shared;

static void evaluate(const shared *all, double *out) {
  const size_t n_inputs = worthwhile_plan_input_count(all->plan);
  const size_t n_out = worthwhile_plan_output_count(all->plan, 0);
  CHECK(n_out <= MAX_OUT);
  CHECK(worthwhile_plan_evaluate(all->plan, worthwhile_plan_base(all->plan), 1, n_inputs, 0, NULL, 0, NULL, NULL, out, n_out, NULL) == WORTHWHILE_STATUS_OK);
}

static void parts(const shared *all) {
  worthwhile_plan *same = NULL;
  worthwhile_samples *samples = NULL;
  char *flips = NULL;
  CHECK(worthwhile_plan_with_values(all->plan, NULL, NULL, 0, &same, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_flips(same, all->options, all->options_len, NULL, NULL, &flips, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(flips, all->flips);
  CHECK(worthwhile_plan_samples(all->plan, all->options, all->options_len, NULL, NULL, &samples, NULL) == WORTHWHILE_STATUS_OK);
  const size_t count = worthwhile_samples_scenario_count(all->samples);
  CHECK(worthwhile_samples_scenario_count(samples) == count);
  for (size_t at = 0; at < worthwhile_samples_column_count(samples); at++) {
    const double *column = worthwhile_samples_column(samples, at);
    CHECK(memcmp(column, worthwhile_samples_column(all->samples, at), count * sizeof *column) == 0);
  }
  worthwhile_string_free(flips);
  worthwhile_samples_free(samples);
  worthwhile_plan_free(same);
}

static void one_round(const shared *all) {
  worthwhile_assessment *answer = NULL;
  char *json = NULL, *direct = NULL, *problems = NULL;
  double figures[MAX_OUT];
  parts(all);
  evaluate(all, figures);
  CHECK(memcmp(figures, all->figures, worthwhile_plan_output_count(all->plan, 0) * sizeof *figures) == 0);
  CHECK(worthwhile_plan_assess(all->plan, all->options, all->options_len, NULL, NULL, &answer, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_assessment_json(answer, &json, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(json, all->json);
  worthwhile_string_free(json);
  worthwhile_assessment_free(answer);
  CHECK(worthwhile_assessment_json(all->answer, &json, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(json, all->json);
  worthwhile_string_free(json);
  CHECK(worthwhile_assess(all->text, all->len, all->options, all->options_len, NULL, NULL, &direct, NULL) == WORTHWHILE_STATUS_OK);
  CHECK_TEXT(direct, all->json);
  worthwhile_string_free(direct);
  CHECK(worthwhile_error_json(all->error, &problems, NULL) == WORTHWHILE_STATUS_OK);
  worthwhile_string_free(problems);
}

static void *ask(void *argument) {
  const shared *all = (const shared *)argument;
  for (int round = 0; round < ROUNDS; round++) one_round(all);
  return NULL;
}

int main(int argc, char **argv) {
  pthread_t threads[THREADS];
  shared all;
  char *out = NULL;
  CHECK(argc == 3);
  all.options = argv[2];
  all.options_len = strlen(argv[2]);
  char *text = read_file(argv[1], &all.len);
  all.text = text;
  CHECK(worthwhile_plan_new(all.text, all.len, NULL, 0, &all.plan, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_assess(all.plan, all.options, all.options_len, NULL, NULL, &all.answer, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_assessment_json(all.answer, &all.json, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_flips(all.plan, all.options, all.options_len, NULL, NULL, &all.flips, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(worthwhile_plan_samples(all.plan, all.options, all.options_len, NULL, NULL, &all.samples, NULL) == WORTHWHILE_STATUS_OK);
  evaluate(&all, all.figures);
  CHECK(worthwhile_check("[", 1, &out, NULL) == WORTHWHILE_STATUS_OK);
  worthwhile_string_free(out);
  CHECK(worthwhile_expand("[", 1, &out, &all.error) == WORTHWHILE_STATUS_INVALID);
  for (int at = 0; at < THREADS; at++) CHECK(pthread_create(&threads[at], NULL, ask, &all) == 0);
  for (int at = 0; at < THREADS; at++) CHECK(pthread_join(threads[at], NULL) == 0);
  worthwhile_string_free(all.json);
  worthwhile_string_free(all.flips);
  worthwhile_samples_free(all.samples);
  worthwhile_assessment_free(all.answer);
  worthwhile_plan_free(all.plan);
  worthwhile_error_free(all.error);
  free(text);
  puts("all the same");
  return 0;
}
