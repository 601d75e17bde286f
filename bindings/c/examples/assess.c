/* Is it worth it? The answer to a case in a file, as a page of text. */

#include <stdio.h>
#include <stdlib.h>

#include <worthwhile.h>

static char *read_file(const char *path, size_t *len) {
  FILE *file = fopen(path, "rb");
  if (file == NULL || fseek(file, 0, SEEK_END) != 0) return NULL;
  const long size = ftell(file);
  char *text = size < 0 ? NULL : malloc((size_t)size + 1);
  rewind(file);
  *len = text == NULL ? 0 : fread(text, 1, (size_t)size, file);
  fclose(file);
  return text;
}

static void tell(const worthwhile_error *error) {
  fprintf(stderr, "%s\n", worthwhile_error_message(error));
  for (size_t at = 0; at < worthwhile_error_problem_count(error); at++) {
    fprintf(stderr, "  %s at `%s`\n", worthwhile_error_problem_code(error, at),
            worthwhile_error_problem_path(error, at));
  }
}

int main(int argc, char **argv) {
  worthwhile_plan *plan = NULL;
  worthwhile_assessment *answer = NULL;
  worthwhile_error *error = NULL;
  char *words = NULL;
  size_t len = 0;
  char *text = argc == 2 ? read_file(argv[1], &len) : NULL;
  if (text == NULL) {
    fprintf(stderr, "usage: %s CASE.json\n", argv[0]);
    return 2;
  }
  worthwhile_status status = worthwhile_plan_new(text, len, NULL, 0, &plan, &error);
  if (status == WORTHWHILE_STATUS_OK) {
    status = worthwhile_plan_assess(plan, NULL, 0, NULL, NULL, &answer, &error);
  }
  if (status == WORTHWHILE_STATUS_OK) {
    status = worthwhile_assessment_text(answer, &words, &error);
  }
  if (status == WORTHWHILE_STATUS_OK) {
    fputs(words, stdout);
  } else {
    tell(error);
  }
  worthwhile_string_free(words);
  worthwhile_assessment_free(answer);
  worthwhile_plan_free(plan);
  worthwhile_error_free(error);
  free(text);
  return status == WORTHWHILE_STATUS_OK ? 0 : 1;
}
