#include "../order.h"

#include <algorithm>

#include "../kernels.h"

void ck::reference::top_k(const float *x, float *values, ptrdiff_t *places, ptrdiff_t columns, ptrdiff_t k,
                          bool largest, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    const float *in = x + row * columns;
    ptrdiff_t *order = places + row * k;
    Before before{in, largest};
    for (ptrdiff_t c = 0; c < columns; c++) {
      ptrdiff_t at = std::min(c, k);
      while (at > 0 && before(c, order[at - 1])) at--;
      if (at == k) continue;
      for (ptrdiff_t i = std::min(c, k - 1); i > at; i--) order[i] = order[i - 1];
      order[at] = c;
    }
    for (ptrdiff_t i = 0; i < k; i++) values[row * k + i] = in[order[i]];
  }
}
