#ifndef CK_ROWS_H
#define CK_ROWS_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// y [i] = table [rows[i]], rows of `columns` floats, i in `first` ..< `last`. Rows count from 0.
void ck_gather_rows(const float *table, const ptrdiff_t *rows, float *y, ptrdiff_t columns, ptrdiff_t first,
                    ptrdiff_t last);

/// dtable [rows[i]] += dy [i], in this order. One thread at a time.
void ck_scatter_add_rows(const float *dy, const ptrdiff_t *rows, float *dtable, ptrdiff_t columns,
                         ptrdiff_t first, ptrdiff_t last);

/// y [sizes[0], ..., sizes[axes - 1]], contiguous, from x at the sum of index * stride: any order of at most 6
/// axes, a slice, a flip (a negative stride) or a repetition (0). Indices `first` ..< `last` of the first axis.
void ck_permute(const float *x, float *y, const ptrdiff_t *sizes, const ptrdiff_t *strides, int axes,
                ptrdiff_t first, ptrdiff_t last);

/// The k <= columns largest (or smallest) of each row with the best first: values and places [rows, k]. NaN
/// comes last, of equals the lower place is first.
void ck_top_k(const float *x, float *values, ptrdiff_t *places, ptrdiff_t columns, ptrdiff_t k, bool largest,
              ptrdiff_t first, ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
