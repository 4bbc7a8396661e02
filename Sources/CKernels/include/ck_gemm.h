#ifndef CK_GEMM_H
#define CK_GEMM_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Floats of workspace that the products need for these sizes.
ptrdiff_t ck_sgemm_workspace(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k);

/// C [m, n] = alpha * op(A) [m, k] * op(B) [k, n] + beta * C, row-major; `lda`, `ldb`, `ldc` are the
/// distances between rows as stored, and op transposes where asked. With beta 0, C is not read.
/// For several threads: a range of rows of C each, by the caller's pointers.
void ck_sgemm(const float *a, ptrdiff_t lda, bool transpose_a, const float *b, ptrdiff_t ldb, bool transpose_b,
              float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, float alpha, float beta,
              float *workspace);

/// Floats of op(B) [k, n] packed, on the path in use.
ptrdiff_t ck_sgemm_packed_b(ptrdiff_t n, ptrdiff_t k, int flags);

/// Brings op(B) into the order that `ck_sgemm_with_packed` reads. It is read fastest where it starts at a
/// multiple of 64 bytes.
void ck_sgemm_pack_b(const float *b, ptrdiff_t ldb, bool transpose_b, float *packed, ptrdiff_t n, ptrdiff_t k,
                     int flags);

/// C = activation(op(A) B + bias + (CK_ACCUMULATE ? C : 0)) with B packed; `bias` [n] may be null. Flags: the
/// activations, CK_ACCUMULATE, CK_BF16.
void ck_sgemm_with_packed(const float *a, ptrdiff_t lda, bool transpose_a, const float *packed, const float *bias,
                          float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, int flags,
                          float *workspace);

#ifdef __cplusplus
}
#endif
#endif
