#pragma once
#include <stddef.h>

namespace ck {

constexpr int most_axes = 6;

/// The axes of a copy: their sizes and how far apart their places lie in the source and in the target.
struct Axes {
  int count;
  ptrdiff_t sizes[most_axes], from[most_axes], to[most_axes];
  /// Floats of the target for each place of the first axis.
  ptrdiff_t row;
};

/// Axes of size 1 left out and neighbours that lie on in the source joined; none where there is nothing to copy.
/// A copy of one number keeps one axis.
static inline Axes merged_axes(const ptrdiff_t *sizes, const ptrdiff_t *strides, int axes, ptrdiff_t first,
                               ptrdiff_t last) {
  Axes result = {};
  ptrdiff_t length = 1;
  result.row = 1;
  for (int axis = 1; axis < axes; axis++) result.row *= sizes[axis];
  if (axes == 0 || last <= first || result.row == 0) return result;
  for (int axis = 0; axis < axes; axis++) {
    ptrdiff_t size = axis == 0 ? last - first : sizes[axis];
    int before = result.count - 1;
    if (size == 1 && (axis + 1 < axes || before >= 0)) continue;
    if (before >= 0 && result.from[before] == strides[axis] * size) {
      result.sizes[before] *= size;
      result.from[before] = strides[axis];
    } else {
      result.sizes[result.count] = size;
      result.from[result.count++] = strides[axis];
    }
  }
  for (int axis = result.count - 1; axis >= 0; axis--) {
    result.to[axis] = length;
    length *= result.sizes[axis];
  }
  return result;
}

}  // namespace ck
