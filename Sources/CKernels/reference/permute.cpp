#include "../kernels.h"

void ck::reference::permute(const float *x, float *y, const ptrdiff_t *sizes, const ptrdiff_t *strides, int axes,
                            ptrdiff_t first, ptrdiff_t last) {
  ptrdiff_t row = 1;
  for (int axis = 1; axis < axes; axis++) row *= sizes[axis];
  for (ptrdiff_t i = first * row; i < last * row; i++) {
    ptrdiff_t rest = i, place = 0;
    for (int axis = axes - 1; axis >= 0; axis--) {
      place += rest % sizes[axis] * strides[axis];
      rest /= sizes[axis];
    }
    y[i] = x[place];
  }
}
