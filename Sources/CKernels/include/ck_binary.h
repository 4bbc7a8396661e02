#ifndef CK_BINARY_H
#define CK_BINARY_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// The remainder has the sign of the divisor, as `%` in Lua.
typedef enum { CK_ADD, CK_SUBTRACT, CK_MULTIPLY, CK_DIVIDE, CK_MAXIMUM, CK_MINIMUM, CK_REMAINDER } ck_binary_kind;

typedef enum { CK_EQUAL, CK_NOT_EQUAL, CK_LESS, CK_LESS_EQUAL, CK_GREATER, CK_GREATER_EQUAL } ck_comparison;

/// How an operand spreads over [rows, columns].
typedef enum {
  CK_FULL,    // [rows, columns]
  CK_ROW,     // [columns]: one row for all
  CK_COLUMN,  // [rows]: one number for each row
  CK_SCALAR,  // [1]
} ck_spread;

/// y [rows, columns] = a op b, rows `first` ..< `last`; y may be a full operand. Flags: CK_ACCUMULATE.
void ck_binary(ck_binary_kind kind, const float *a, ck_spread spread_a, const float *b, ck_spread spread_b,
               float *y, ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t last);

/// y = 1 where the comparison holds, else 0 (also where a number is NaN, except for CK_NOT_EQUAL).
void ck_compare(ck_comparison kind, const float *a, ck_spread spread_a, const float *b, ck_spread spread_b,
                float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// y = a where the condition is not 0, else b. Flags: CK_ACCUMULATE.
void ck_select(const float *condition, ck_spread spread, const float *a, ck_spread spread_a, const float *b,
               ck_spread spread_b, float *y, ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t last);

/// y += factor * x.
void ck_add_multiple(const float *x, float factor, float *y, ptrdiff_t count);

/// y (+)= the sum of `parts` arrays that lie `stride` floats apart, always in the same order.
/// Flags: CK_ACCUMULATE.
void ck_sum_parts(const float *x, float *y, ptrdiff_t parts, ptrdiff_t stride, int flags, ptrdiff_t count);

#ifdef __cplusplus
}
#endif
#endif
