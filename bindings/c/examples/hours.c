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

/* The worth comes first among the figures of the pursuit in question. */
enum { WORTH = 0 };

static int tell(const worthwhile_plan *plan) {
  const char *name = "/person/time/free_hours_per_week";
  const size_t n_out = worthwhile_plan_output_count(plan, WORTHWHILE_QUESTION_ONLY);
  double hours[ROWS];
  for (size_t row = 0; row < ROWS; row++) hours[row] = (double)(row + 1);
  const double *column = hours;
  double *out = malloc(ROWS * n_out * sizeof *out);
  worthwhile_error *error = NULL;
  const int failed =
      out == NULL || worthwhile_plan_evaluate_columns(plan, &name, &column, 1, ROWS,
                                                      WORTHWHILE_QUESTION_ONLY, NULL, 0, NULL,
                                                      NULL, out, n_out, &error) !=
                         WORTHWHILE_STATUS_OK;
  for (size_t row = 0; row < ROWS && !failed; row++) {
    printf("%2zu free hours: %6.1f points\n", row + 1, out[row * n_out + WORTH]);
  }
  if (error != NULL) fprintf(stderr, "%s\n", worthwhile_error_message(error));
  worthwhile_error_free(error);
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
