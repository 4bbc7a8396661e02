#ifndef CTEXT_H
#define CTEXT_H
#include <iconv.h>
#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// How often a byte occurs among `count` bytes.
size_t ctext_count(const uint8_t *bytes, size_t count, uint8_t byte);

/// Writes the shortest decimal number that reads back as `value` and returns its length, at most
/// CTEXT_SHORTEST: plain digits for sizes from 1e-4 to 1e16, with an exponent beyond.
size_t ctext_shortest(double value, char *out);
#define CTEXT_SHORTEST 32

#ifdef __cplusplus
}
#endif
#endif
