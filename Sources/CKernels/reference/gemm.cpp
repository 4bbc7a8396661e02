#include "../bfloat16.h"
#include "../kernels.h"
#include "activation.h"

namespace {

/// The sum of op(A) [row, :] * op(B) [:, column].
double product(const float *a, ptrdiff_t lda, bool transpose_a, const float *b, ptrdiff_t ldb, bool transpose_b,
               ptrdiff_t row, ptrdiff_t column, ptrdiff_t k, bool rounds) {
  auto number = [&](float x) -> double { return rounds ? ck::rounded_to_bfloat16(x) : x; };
  double sum = 0;
  for (ptrdiff_t p = 0; p < k; p++)
    sum += number(transpose_a ? a[p * lda + row] : a[row * lda + p]) *
           number(transpose_b ? b[column * ldb + p] : b[p * ldb + column]);
  return sum;
}

}  // namespace

void ck::reference::sgemm(const float *a, ptrdiff_t lda, bool transpose_a, const float *b, ptrdiff_t ldb,
                          bool transpose_b, float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k,
                          float alpha, float beta, float *) {
  for (ptrdiff_t i = 0; i < m; i++)
    for (ptrdiff_t j = 0; j < n; j++) {
      float *place = c + i * ldc + j;
      double sum = product(a, lda, transpose_a, b, ldb, transpose_b, i, j, k, false);
      *place = static_cast<float>(alpha * sum + (beta == 0 ? 0.0 : double(beta) * *place));
    }
}

ptrdiff_t ck::reference::sgemm_packed_b(ptrdiff_t n, ptrdiff_t k, int) { return n * k; }

void ck::reference::sgemm_pack_b(const float *b, ptrdiff_t ldb, bool transpose_b, float *packed, ptrdiff_t n,
                                 ptrdiff_t k, int) {
  for (ptrdiff_t p = 0; p < k; p++)
    for (ptrdiff_t j = 0; j < n; j++) packed[p * n + j] = transpose_b ? b[j * ldb + p] : b[p * ldb + j];
}

void ck::reference::sgemm_with_packed(const float *a, ptrdiff_t lda, bool transpose_a, const float *packed,
                                      const float *bias, float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n,
                                      ptrdiff_t k, int flags, float *) {
  for (ptrdiff_t i = 0; i < m; i++)
    for (ptrdiff_t j = 0; j < n; j++) {
      float *place = c + i * ldc + j;
      double sum = product(a, lda, transpose_a, packed, n, false, i, j, k, flags & CK_BF16);
      if (bias) sum += double(bias[j]);
      if (flags & CK_ACCUMULATE) sum += double(*place);
      *place = activation(sum, flags);
    }
}
