#ifndef CK_UNARY_H
#define CK_UNARY_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Functions of one number. `parameter` is the slope of the leaky ReLU, the exponent of the power, the
/// factor of the multiple or the term of the sum, else not used.
typedef enum {
  CK_RELU,
  CK_RELU6,
  CK_LEAKY_RELU,
  CK_GELU,  // x * Phi(x), exact (Hendrycks and Gimpel, 2016)
  CK_SILU,
  CK_SIGMOID,
  CK_TANH,
  CK_EXP,
  CK_LOG,
  CK_SQRT,
  CK_ABS,
  CK_SQUARE,
  CK_NEGATE,
  CK_POWER,
  CK_MULTIPLE,
  CK_OFFSET,
  CK_HARD_SIGMOID,  // min(max(x + 3, 0), 6) / 6
  CK_HARD_SWISH,    // x times that (Howard and others, 2019)
  CK_ERF,
  CK_SIN,
  CK_COS,
  CK_RECIPROCAL,
  CK_SIGN,   // -1, 0 or 1
  CK_FLOOR,
  CK_CEIL,
  CK_ROUND,  // halves to the even number
} ck_unary_kind;

/// y = f(x); y may be x.
void ck_unary(ck_unary_kind kind, const float *x, float parameter, float *y, ptrdiff_t count);

/// dx = dy * f'(x), where y = f(x) was kept; dx may be dy. Flags: CK_ACCUMULATE.
void ck_unary_backward(ck_unary_kind kind, const float *x, const float *y, const float *dy, float parameter,
                       float *dx, int flags, ptrdiff_t count);

/// y = min(max(x, low), high).
void ck_clip(const float *x, float low, float high, float *y, ptrdiff_t count);

/// dx = dy where low <= x <= high, else 0. Flags: CK_ACCUMULATE.
void ck_clip_backward(const float *x, const float *dy, float low, float high, float *dx, int flags,
                      ptrdiff_t count);

/// Zeroes each element with probability `rate` and divides the others by 1 - rate. Which ones follows from
/// `seed` and the element's number `offset` + i alone: threads do not matter, and the gradient is the same
/// function applied to dy. Flags: CK_ACCUMULATE.
void ck_dropout(const float *x, float rate, uint64_t seed, uint64_t offset, float *y, int flags, ptrdiff_t count);

#ifdef __cplusplus
}
#endif
#endif
