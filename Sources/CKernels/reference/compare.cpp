#include "../kernels.h"
#include "../spread.h"

namespace {

bool holds(ck_comparison kind, float a, float b) {
  switch (kind) {
    case CK_EQUAL: return a == b;
    case CK_NOT_EQUAL: return a != b;
    case CK_LESS: return a < b;
    case CK_LESS_EQUAL: return a <= b;
    case CK_GREATER: return a > b;
    case CK_GREATER_EQUAL: return a >= b;
  }
  return false;
}

}  // namespace

void ck::reference::compare(ck_comparison kind, const float *a, ck_spread spread_a, const float *b,
                            ck_spread spread_b, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t column = 0; column < columns; column++) {
      float left = a[spread_place(spread_a, row, column, columns)];
      y[row * columns + column] = holds(kind, left, b[spread_place(spread_b, row, column, columns)]) ? 1 : 0;
    }
}

void ck::reference::select(const float *condition, ck_spread spread, const float *a, ck_spread spread_a,
                           const float *b, ck_spread spread_b, float *y, ptrdiff_t columns, int flags,
                           ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t column = 0; column < columns; column++) {
      bool left = condition[spread_place(spread, row, column, columns)] != 0;
      float value = left ? a[spread_place(spread_a, row, column, columns)]
                         : b[spread_place(spread_b, row, column, columns)];
      float *to = y + row * columns + column;
      *to = value + (flags & CK_ACCUMULATE ? *to : 0);
    }
}
