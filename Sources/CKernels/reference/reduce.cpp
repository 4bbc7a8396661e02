#include <math.h>

#include "../kernels.h"

namespace {

double reduced(ck_reduction kind, const float *x, ptrdiff_t count, ptrdiff_t step) {
  double sum = 0, high = -INFINITY, low = INFINITY;
  for (ptrdiff_t i = 0; i < count; i++) {
    double value = x[i * step];
    sum += value;
    if (!(value <= high) && high == high) high = value;
    if (!(value >= low) && low == low) low = value;
  }
  switch (kind) {
    case CK_SUM: return sum;
    case CK_MEAN: return sum / count;
    case CK_MAX: return high;
    case CK_MIN: return low;
    case CK_VARIANCE: break;
  }
  double mean = sum / count, squares = 0;
  for (ptrdiff_t i = 0; i < count; i++) squares += (x[i * step] - mean) * (x[i * step] - mean);
  return squares / count;
}

}  // namespace

void ck::reference::reduce_rows(ck_reduction kind, const float *x, float *y, ptrdiff_t columns, ptrdiff_t first,
                                ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    y[row] = static_cast<float>(reduced(kind, x + row * columns, columns, 1));
}

void ck::reference::reduce_columns(ck_reduction kind, const float *x, float *y, ptrdiff_t rows,
                                   ptrdiff_t columns) {
  for (ptrdiff_t c = 0; c < columns; c++) y[c] = static_cast<float>(reduced(kind, x + c, rows, columns));
}

double ck::reference::reduce_all(ck_reduction kind, const float *x, ptrdiff_t count) {
  return reduced(kind, x, count, 1);
}

void ck::reference::argmax_rows(const float *x, ptrdiff_t *y, ptrdiff_t columns, ptrdiff_t first,
                                ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    ptrdiff_t best = 0;
    for (ptrdiff_t c = 1; c < columns && !isnan(x[row * columns + best]); c++)
      if (!(x[row * columns + c] <= x[row * columns + best])) best = c;
    y[row] = best;
  }
}

double ck::reference::squared_norm(const float *x, ptrdiff_t count) {
  double sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += double(x[i]) * x[i];
  return sum;
}

bool ck::reference::all_finite(const float *x, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++)
    if (!isfinite(x[i])) return false;
  return true;
}
