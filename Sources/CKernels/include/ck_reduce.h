#ifndef CK_REDUCE_H
#define CK_REDUCE_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// The variance is the mean of the squared distances from the mean. A maximum or minimum with a NaN is NaN.
typedef enum { CK_SUM, CK_MEAN, CK_MAX, CK_MIN, CK_VARIANCE } ck_reduction;

/// Over the last axis: y [rows] of x [rows, columns], rows `first` ..< `last`.
void ck_reduce_rows(ck_reduction kind, const float *x, float *y, ptrdiff_t columns, ptrdiff_t first,
                    ptrdiff_t last);

/// Over the leading axes: y [columns] of x [rows, columns]. An empty maximum is -infinity.
void ck_reduce_columns(ck_reduction kind, const float *x, float *y, ptrdiff_t rows, ptrdiff_t columns);

/// Over everything. The mean of nothing is NaN.
double ck_reduce_all(ck_reduction kind, const float *x, ptrdiff_t count);

/// y = the sums of x [rows, columns] from the first column on, or to the last (`reversed`, which is also the
/// gradient), rows `first` ..< `last`; y may be x. Flags: CK_ACCUMULATE.
void ck_cumulative_sum(const float *x, float *y, ptrdiff_t columns, bool reversed, int flags, ptrdiff_t first,
                       ptrdiff_t last);

/// The place of the largest number in each row, the first of equals, or of the first NaN; rows `first` ..< `last`.
void ck_argmax_rows(const float *x, ptrdiff_t *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// The sum of the squares.
double ck_squared_norm(const float *x, ptrdiff_t count);

/// Whether every number is finite.
bool ck_all_finite(const float *x, ptrdiff_t count);

#ifdef __cplusplus
}
#endif
#endif
