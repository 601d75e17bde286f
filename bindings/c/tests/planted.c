/* Mistakes on purpose. Each has to be caught by the tool that it is run under, or what that tool says
 * of the other programs would mean nothing. */

#include <limits.h>
#include <pthread.h>

#include <worthwhile.h>

#include "check.h"

static char *presets(void) {
  char *text = NULL;
  CHECK(worthwhile_presets(NULL, 0, &text, NULL) == WORTHWHILE_STATUS_OK);
  return text;
}

static int leak(void) {
  char *volatile lost = presets();
  lost = NULL;
  return lost != NULL;
}

static int double_free(void) {
  char *volatile text = presets();
  worthwhile_string_free(text);
  worthwhile_string_free(text);
  return 0;
}

static int overflow(int one) {
  int sum = INT_MAX;
  sum += one;
  return sum == 0;
}

static int shared;

static void *count(void *unused) {
  for (int at = 0; at < 1000; at++) shared++;
  return unused;
}

static int race(void) {
  pthread_t other;
  CHECK(pthread_create(&other, NULL, count, NULL) == 0);
  count(NULL);
  CHECK(pthread_join(other, NULL) == 0);
  return shared == 0;
}

int main(int argc, char **argv) {
  CHECK(argc == 2);
  if (strcmp(argv[1], "leak") == 0) return leak();
  if (strcmp(argv[1], "double_free") == 0) return double_free();
  if (strcmp(argv[1], "overflow") == 0) return overflow(argc - 1);
  if (strcmp(argv[1], "race") == 0) return race();
  fprintf(stderr, "there is no mistake `%s`\n", argv[1]);
  return 2;
}
