#pragma once
#include <math.h>

namespace ck {

/// The remainder of a / b with the sign of b, as `%` in Lua gives it; NaN where b is 0.
static inline float remainder_of(float a, float b) {
  float rest = fmodf(a, b);
  return (rest < 0 && b > 0) || (rest > 0 && b < 0) ? rest + b : rest;
}

}  // namespace ck
