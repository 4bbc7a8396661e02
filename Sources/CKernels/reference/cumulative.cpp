#include "../kernels.h"

void ck::reference::cumulative_sum(const float *x, float *y, ptrdiff_t columns, bool reversed, int flags,
                                   ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    double sum = 0;
    for (ptrdiff_t c = 0; c < columns; c++) {
      ptrdiff_t i = row * columns + (reversed ? columns - 1 - c : c);
      sum += x[i];
      y[i] = static_cast<float>(sum + (flags & CK_ACCUMULATE ? y[i] : 0));
    }
  }
}
