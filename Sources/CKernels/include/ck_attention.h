#ifndef CK_ATTENTION_H
#define CK_ATTENTION_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Floats between one batch, head or row and the next; the numbers of a row lie beside each other. So both
/// [batch, heads, length, width] and [batch, length, heads, width] are read where they are.
typedef struct {
  ptrdiff_t batch, head, row;
} ck_attention_strides;

/// The sizes of an attention: queries and keys of `width`, values and results of `value_width`.
typedef struct {
  ptrdiff_t batch, heads, queries, keys, width, value_width;
  ck_attention_strides q, k, v, y;
  /// What the products are multiplied by, 1 / sqrt(width) as a rule.
  float scale;
  /// Whether query i sees the keys 0 ... i only.
  bool causal;
} ck_attention;

/// y = softmax(scale * q k') v (Vaswani and others, 2017) for pieces `first` ..< `last` of batch * heads, without
/// the matrix of all products (Dao and others, 2022). `log_sums` [batch, heads, queries] keeps the logarithm of
/// each softmax's sum for the gradient. Without keys y is 0.
void ck_attention_forward(const float *q, const float *k, const float *v, float *y, float *log_sums,
                          const ck_attention *shape, ptrdiff_t first, ptrdiff_t last);

/// dq, dk and dv, which lie as q, k and v do; dy lies as y. Flags: CK_ACCUMULATE.
void ck_attention_backward(const float *q, const float *k, const float *v, const float *y, const float *log_sums,
                           const float *dy, float *dq, float *dk, float *dv, const ck_attention *shape, int flags,
                           ptrdiff_t first, ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
