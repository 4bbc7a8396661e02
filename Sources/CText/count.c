#include "CText.h"

size_t ctext_count(const uint8_t *bytes, size_t count, uint8_t byte) {
  size_t found = 0;
  // Sums of at most 255 fit a byte, which lets the inner loop run on vectors of bytes.
  while (count > 0) {
    size_t block = count < 255 * 64 ? count : 255 * 64;
    uint8_t sums[64] = {0};
    size_t whole = block / 64 * 64;
    for (size_t i = 0; i < whole; i += 64)
      for (size_t lane = 0; lane < 64; lane++) sums[lane] += bytes[i + lane] == byte;
    for (size_t lane = 0; lane < 64; lane++) found += sums[lane];
    for (size_t i = whole; i < block; i++) found += bytes[i] == byte;
    bytes += block;
    count -= block;
  }
  return found;
}
