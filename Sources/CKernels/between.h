#pragma once
#include <math.h>
#include <stddef.h>

namespace ck {

/// The two pixels of the input that an output pixel lies between, and how far it is from the first.
struct Between {
  ptrdiff_t low, high;
  float part;
};

/// Pixel centres lie at halves; the edges are repeated.
static inline Between between(ptrdiff_t out, ptrdiff_t out_size, ptrdiff_t size) {
  float centre = (static_cast<float>(out) + 0.5f) * static_cast<float>(size) / static_cast<float>(out_size) - 0.5f;
  float floor = floorf(centre);
  ptrdiff_t low = static_cast<ptrdiff_t>(floor);
  auto clamp = [&](ptrdiff_t i) { return i < 0 ? 0 : i >= size ? size - 1 : i; };
  return {clamp(low), clamp(low + 1), centre - floor};
}

}  // namespace ck
