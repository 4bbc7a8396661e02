#include "CText.h"

#include <charconv>
#include <cmath>

size_t ctext_shortest(double value, char *out) {
  double size = std::fabs(value);
  bool is_plain = size == 0 || (size >= 1e-4 && size < 1e16);
  auto format = is_plain ? std::chars_format::fixed : std::chars_format::scientific;
  return static_cast<size_t>(std::to_chars(out, out + CTEXT_SHORTEST, value, format).ptr - out);
}
