#ifndef CK_GEMM_H
#define CK_GEMM_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Floats of workspace that `ck_sgemm` needs for these sizes.
ptrdiff_t ck_sgemm_workspace(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k);

/// C [m, n] = alpha * op(A) [m, k] * op(B) [k, n] + beta * C, row-major; `lda`, `ldb`, `ldc` are the
/// distances between rows as stored, and op transposes where asked. With beta 0, C is not read.
/// For several threads: a range of rows of C each, by the caller's pointers.
void ck_sgemm(const float *a, ptrdiff_t lda, bool transpose_a, const float *b, ptrdiff_t ldb, bool transpose_b,
              float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, float alpha, float beta,
              float *workspace);

#ifdef __cplusplus
}
#endif
#endif
