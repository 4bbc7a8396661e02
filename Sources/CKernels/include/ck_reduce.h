#ifndef CK_REDUCE_H
#define CK_REDUCE_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

typedef enum { CK_SUM, CK_MEAN, CK_MAX, CK_MIN } ck_reduction;

/// Over the last axis: y [rows] of x [rows, columns], rows `first` ..< `last`.
void ck_reduce_rows(ck_reduction kind, const float *x, float *y, ptrdiff_t columns, ptrdiff_t first,
                    ptrdiff_t last);

/// Over the leading axes: y [columns] of x [rows, columns]. An empty maximum is -infinity.
void ck_reduce_columns(ck_reduction kind, const float *x, float *y, ptrdiff_t rows, ptrdiff_t columns);

/// Adds the sums of the columns over rows `first` ..< `last` to `sums` [columns], as for a bias' gradient.
void ck_column_sums(const float *x, double *sums, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// Over everything. The mean of nothing is NaN.
double ck_reduce_all(ck_reduction kind, const float *x, ptrdiff_t count);

/// The place of the largest number in each row, the first of equals; rows `first` ..< `last`.
void ck_argmax_rows(const float *x, ptrdiff_t *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// The sum of the squares.
double ck_squared_norm(const float *x, ptrdiff_t count);

/// Whether every number is finite.
bool ck_all_finite(const float *x, ptrdiff_t count);

#ifdef __cplusplus
}
#endif
#endif
