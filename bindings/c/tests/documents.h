/* What the tests of single calls share: a case, a refused one, and the checks of an error. */

#ifndef DOCUMENTS_H
#define DOCUMENTS_H

#include <stdint.h>

#include <worthwhile.h>

#include "check.h"

static const char CASE[] =
    "{\"schema_version\": 1, \"pursuits\": [{\"preset\": \"certification\"}],"
    " \"person\": {\"motivations\": {\"learning\": 7}, \"time\": {\"free_hours_per_week\": 10}}}";
static const char REFUSED[] =
    "{\"schema_version\": 1, \"pursuits\": [{\"preset\": \"rest\"}], \"persn\": 1,"
    " \"person\": {\"motivations\": {\"learning\": 75}, \"time\": {\"free_hours_per_week\": 10}}}";
/* Few scenarios, for slow tools. */
static const char OPTIONS[] = "{\"scenarios\": 64}";
static const size_t OPTIONS_LEN = sizeof OPTIONS - 1;
static const size_t CASE_LEN = sizeof CASE - 1;
static const size_t REFUSED_LEN = sizeof REFUSED - 1;

/* What an output holds before a call, which has to clear it. */
#define RUBBISH(type) ((type *)(uintptr_t)0x10)

static inline worthwhile_plan *new_plan(void) {
  worthwhile_plan *plan = NULL;
  CHECK(worthwhile_plan_new(CASE, CASE_LEN, NULL, 0, &plan, NULL) == WORTHWHILE_STATUS_OK);
  CHECK(plan != NULL);
  return plan;
}

/* Checks a status and that the error agrees with it, and frees the error. */
static inline void expect(worthwhile_status found, worthwhile_status expected, worthwhile_error *error,
                   const char *message) {
  if (found != expected) fprintf(stderr, "status %d, expected %d\n", (int)found, (int)expected);
  CHECK(found == expected);
  CHECK(worthwhile_error_status(error) == expected);
  CHECK_TEXT(worthwhile_error_message(error), message);
  CHECK(worthwhile_error_problem_count(error) == 0);
  worthwhile_error_free(error);
}

#endif
