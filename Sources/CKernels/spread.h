#pragma once
#include "include/ck_binary.h"

namespace ck {

/// Where an operand's number for [row, column] lies.
static inline ptrdiff_t spread_place(ck_spread spread, ptrdiff_t row, ptrdiff_t column, ptrdiff_t columns) {
  switch (spread) {
    case CK_FULL: return row * columns + column;
    case CK_ROW: return column;
    case CK_COLUMN: return row;
    case CK_SCALAR: return 0;
  }
  return 0;
}

}  // namespace ck
