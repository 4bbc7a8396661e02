#include "../kernels.h"

void ck::reference::sgemm(const float *a, ptrdiff_t lda, bool transpose_a, const float *b, ptrdiff_t ldb,
                          bool transpose_b, float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
                          float alpha, float beta, float *) {
  for (ptrdiff_t i = 0; i < m; i++)
    for (ptrdiff_t j = 0; j < n; j++) {
      double sum = 0;
      for (ptrdiff_t p = 0; p < k; p++)
        sum += double(transpose_a ? a[p * lda + i] : a[i * lda + p]) * (transpose_b ? b[j * ldb + p] : b[p * ldb + j]);
      float *place = c + i * ldc + j;
      *place = static_cast<float>(alpha * sum + (beta == 0 ? 0.0 : double(beta) * *place));
    }
}
