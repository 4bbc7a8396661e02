#pragma once
#include <stddef.h>

namespace ck {

/// The order of the places of a row: by value, NaN last, equals by place.
struct Before {
  const float *x;
  bool descending;

  bool operator()(ptrdiff_t a, ptrdiff_t b) const {
    float left = x[a], right = x[b];
    bool left_missing = left != left, right_missing = right != right;
    if (left_missing != right_missing) return right_missing;
    if (left_missing || left == right) return a < b;
    return descending ? left > right : left < right;
  }
};

}  // namespace ck
