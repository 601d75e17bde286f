/* What the test programs share: macros that report where a check failed, and a reader of files. */

#ifndef CHECK_H
#define CHECK_H

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Unlike assert, it is in every build. */
#define CHECK(condition)                                                         \
  do {                                                                           \
    if (!(condition)) {                                                          \
      fprintf(stderr, "%s:%d: not true: %s\n", __FILE__, __LINE__, #condition);    \
      exit(1);                                                                   \
    }                                                                            \
  } while (0)

#define CHECK_TEXT(found, expected)                                                               \
  do {                                                                                            \
    const char *found_text = (found);                                                             \
    if (found_text == NULL || strcmp(found_text, (expected)) != 0) {                              \
      fprintf(stderr, "%s:%d: `%s` instead of `%s`\n", __FILE__, __LINE__,                        \
              found_text == NULL ? "NULL" : found_text, (expected));                              \
      exit(1);                                                                                    \
    }                                                                                             \
  } while (0)

/* A whole file with a NUL after it, and its length without the NUL in *len. To be freed. */
static inline char *read_file(const char *path, size_t *len) {
  FILE *file = fopen(path, "rb");
  if (file == NULL) {
    perror(path);
    exit(1);
  }
  CHECK(fseek(file, 0, SEEK_END) == 0);
  long size = ftell(file);
  CHECK(size >= 0);
  rewind(file);
  char *text = (char *)malloc((size_t)size + 1);
  CHECK(text != NULL);
  CHECK(fread(text, 1, (size_t)size, file) == (size_t)size);
  text[size] = '\0';
  fclose(file);
  *len = (size_t)size;
  return text;
}

#endif
