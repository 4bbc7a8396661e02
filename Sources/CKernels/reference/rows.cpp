#include "../kernels.h"

void ck::reference::gather_rows(const float *table, const ptrdiff_t *rows, float *y, ptrdiff_t columns,
                                ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t i = first; i < last; i++)
    for (ptrdiff_t c = 0; c < columns; c++) y[i * columns + c] = table[rows[i] * columns + c];
}

void ck::reference::scatter_add_rows(const float *dy, const ptrdiff_t *rows, float *dtable, ptrdiff_t columns,
                                     ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t i = first; i < last; i++)
    for (ptrdiff_t c = 0; c < columns; c++) dtable[rows[i] * columns + c] += dy[i * columns + c];
}
