/* How many free hours a week would make it worth it? One plan, and a row of numbers for each. */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include <worthwhile.h>

static const char CASE[] =
    "{\"schema_version\": 1,"
    " \"person\": {\"motivations\": {\"enjoyment\": 8, \"altruism\": 8, \"career\": 2},"
    "              \"time\": {\"free_hours_per_week\": 14}},"
    " \"pursuits\": [{\"preset\": \"microsoft-mvp\"}, {\"preset\": \"rest\"}]}";

enum { ROWS = 20 };

typedef const char *(*name_of)(const worthwhile_plan *plan, size_t index);

/* The number of the input or output with that name, or `count`. */
static size_t find(const worthwhile_plan *plan, size_t count, name_of name, const char *wanted) {
  size_t at = 0;
  while (at < count && strcmp(name(plan, at), wanted) != 0) at++;
  return at;
}

static int tell(const worthwhile_plan *plan) {
  const size_t n_inputs = worthwhile_plan_input_count(plan);
  const size_t n_out = worthwhile_plan_output_count(plan);
  const size_t free_hours =
      find(plan, n_inputs, worthwhile_plan_input_name, "/person/time/free_hours_per_week");
  const size_t worth =
      find(plan, n_out, worthwhile_plan_output_name, "/pursuits/microsoft-mvp/worth");
  double *inputs = malloc(ROWS * n_inputs * sizeof *inputs);
  double *out = malloc(ROWS * n_out * sizeof *out);
  worthwhile_error *error = NULL;
  int failed = inputs == NULL || out == NULL || free_hours == n_inputs || worth == n_out;
  if (!failed) {
    for (size_t row = 0; row < ROWS; row++) {
      memcpy(inputs + row * n_inputs, worthwhile_plan_base(plan), n_inputs * sizeof *inputs);
      inputs[row * n_inputs + free_hours] = (double)(row + 1);
    }
    failed = worthwhile_plan_evaluate(plan, inputs, ROWS, n_inputs, out, n_out, NULL, NULL,
                                      &error) !=
             WORTHWHILE_STATUS_OK;
  }
  for (size_t row = 0; row < ROWS && !failed; row++) {
    printf("%2zu free hours: %6.1f points\n", row + 1, out[row * n_out + worth]);
  }
  if (error != NULL) fprintf(stderr, "%s\n", worthwhile_error_message(error));
  worthwhile_error_free(error);
  free(inputs);
  free(out);
  return failed;
}

int main(void) {
  worthwhile_plan *plan = NULL;
  worthwhile_error *error = NULL;
  if (worthwhile_plan_new(CASE, strlen(CASE), NULL, 0, &plan, &error) != WORTHWHILE_STATUS_OK) {
    fprintf(stderr, "%s\n", worthwhile_error_message(error));
    worthwhile_error_free(error);
    return 1;
  }
  const int failed = tell(plan);
  worthwhile_plan_free(plan);
  return failed;
}
