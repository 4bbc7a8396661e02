#include "../kernels.h"
#include "../remainder.h"
#include "../spread.h"

namespace {

float value(ck_binary_kind kind, float a, float b) {
  switch (kind) {
    case CK_ADD: return a + b;
    case CK_SUBTRACT: return a - b;
    case CK_MULTIPLY: return a * b;
    case CK_DIVIDE: return a / b;
    case CK_MAXIMUM: return a > b ? a : b;
    case CK_MINIMUM: return a < b ? a : b;
    case CK_REMAINDER: return ck::remainder_of(a, b);
  }
  return a;
}

}  // namespace

void ck::reference::binary(ck_binary_kind kind, const float *a, ck_spread spread_a, const float *b,
                           ck_spread spread_b, float *y, ptrdiff_t columns, int flags, ptrdiff_t first,
                           ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t column = 0; column < columns; column++) {
      float left = a[spread_place(spread_a, row, column, columns)];
      float result = value(kind, left, b[spread_place(spread_b, row, column, columns)]);
      float *out = y + row * columns + column;
      *out = result + (flags & CK_ACCUMULATE ? *out : 0);
    }
}

void ck::reference::add_multiple(const float *x, float factor, float *y, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) y[i] += factor * x[i];
}

void ck::reference::sum_parts(const float *x, float *y, ptrdiff_t parts, ptrdiff_t stride, int flags,
                              ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    float sum = flags & CK_ACCUMULATE ? y[i] : 0;
    for (ptrdiff_t part = 0; part < parts; part++) sum += x[part * stride + i];
    y[i] = sum;
  }
}
