
// The public functions: each calls the path in use.
#include "kernels.h"

using ck::kernels;


// conv2d
ptrdiff_t ck_conv2d_packed(const ck_conv2d *shape, ck_conv2d_use use, int flags) {
  return kernels().conv2d_packed(shape, use, flags);
}
void ck_conv2d_pack(const float *weights, float *packed, const ck_conv2d *shape, ck_conv2d_use use, int flags) {
  kernels().conv2d_pack(weights, packed, shape, use, flags);
}
ptrdiff_t ck_conv2d_units(const ck_conv2d *shape, ck_conv2d_use use, int flags) {
  return kernels().conv2d_units(shape, use, flags);
}
ptrdiff_t ck_conv2d_workspace(const ck_conv2d *shape, ck_conv2d_use use, int flags) {
  return kernels().conv2d_workspace(shape, use, flags);
}
void ck_conv2d_forward(
    const float *x, const float *packed, const float *bias, const float *residual, float *y, const ck_conv2d
    *shape, int flags, ptrdiff_t first, ptrdiff_t last, float *workspace) {
  kernels().conv2d_forward(x, packed, bias, residual, y, shape, flags, first, last, workspace);
}
void ck_conv2d_backward_data(
    const float *dy, const float *packed, float *dx, const ck_conv2d *shape, int flags, ptrdiff_t first,
    ptrdiff_t last, float *workspace) {
  kernels().conv2d_backward_data(dy, packed, dx, shape, flags, first, last, workspace);
}
void ck_conv2d_backward_weights(
    const float *x, const float *dy, float *dweights, float *dbias, const ck_conv2d *shape, int flags,
    ptrdiff_t first, ptrdiff_t last, float *workspace) {
  kernels().conv2d_backward_weights(x, dy, dweights, dbias, shape, flags, first, last, workspace);
}

// gemm
void ck_sgemm(
    const float *a, ptrdiff_t lda, bool transpose_a, const float *b, ptrdiff_t ldb, bool transpose_b,
    float *c, ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, float alpha, float beta, float
    *workspace) {
  kernels().sgemm(a, lda, transpose_a, b, ldb, transpose_b, c, ldc, m, n, k, alpha, beta, workspace);
}
ptrdiff_t ck_sgemm_packed_b(ptrdiff_t n, ptrdiff_t k, int flags) {
  return kernels().sgemm_packed_b(n, k, flags);
}
void ck_sgemm_pack_b(
    const float *b, ptrdiff_t ldb, bool transpose_b, float *packed, ptrdiff_t n, ptrdiff_t k, int flags) {
  kernels().sgemm_pack_b(b, ldb, transpose_b, packed, n, k, flags);
}
void ck_sgemm_with_packed(
    const float *a, ptrdiff_t lda, bool transpose_a, const float *packed, const float *bias, float *c,
    ptrdiff_t ldc, ptrdiff_t m, ptrdiff_t n, ptrdiff_t k, int flags, float *workspace) {
  kernels().sgemm_with_packed(a, lda, transpose_a, packed, bias, c, ldc, m, n, k, flags, workspace);
}

// norm
void ck_batch_norm_statistics(
    const float *x, double *sums, ptrdiff_t channels, ptrdiff_t first, ptrdiff_t last) {
  kernels().batch_norm_statistics(x, sums, channels, first, last);
}
void ck_batch_norm_finish(
    const float *x, const double *sums, float epsilon, float *mean, float *variance, float *inverse,
    ptrdiff_t parts, ptrdiff_t rows, ptrdiff_t channels) {
  kernels().batch_norm_finish(x, sums, epsilon, mean, variance, inverse, parts, rows, channels);
}
void ck_batch_norm_fold(
    const float *mean, const float *variance, const float *gamma, const float *beta, float epsilon, float
    *scale, float *shift, ptrdiff_t channels) {
  kernels().batch_norm_fold(mean, variance, gamma, beta, epsilon, scale, shift, channels);
}
void ck_scale_shift(
    const float *x, const float *scale, const float *shift, const float *residual, float *y, ptrdiff_t
    channels, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().scale_shift(x, scale, shift, residual, y, channels, flags, first, last);
}
void ck_batch_norm_backward_sums(
    const float *x, const float *dy, const float *y, const float *mean, const float *inverse, double
    *sums, ptrdiff_t channels, ptrdiff_t first, ptrdiff_t last) {
  kernels().batch_norm_backward_sums(x, dy, y, mean, inverse, sums, channels, first, last);
}
void ck_batch_norm_backward_finish(
    const double *sums, float *dgamma, float *dbeta, ptrdiff_t parts, ptrdiff_t channels) {
  kernels().batch_norm_backward_finish(sums, dgamma, dbeta, parts, channels);
}
void ck_batch_norm_backward(
    const float *x, const float *dy, const float *y, const float *mean, const float *inverse, const float
    *gamma, const float *dgamma, const float *dbeta, float *dx, float *dresidual, ptrdiff_t rows,
    ptrdiff_t channels, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().batch_norm_backward(
      x, dy, y, mean, inverse, gamma, dgamma, dbeta, dx, dresidual, rows, channels, flags, first, last);
}
void ck_layer_norm_forward(
    const float *x, const float *gamma, const float *beta, float epsilon, float *y, float *mean, float
    *inverse, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().layer_norm_forward(x, gamma, beta, epsilon, y, mean, inverse, columns, first, last);
}
void ck_layer_norm_backward(
    const float *x, const float *dy, const float *mean, const float *inverse, const float *gamma, float
    *dx, float *dgamma, float *dbeta, ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().layer_norm_backward(x, dy, mean, inverse, gamma, dx, dgamma, dbeta, columns, flags, first, last);
}
void ck_group_norm_forward(
    const float *x, const float *gamma, const float *beta, float epsilon, float *y, float *mean, float
    *inverse, ptrdiff_t pixels, ptrdiff_t channels, ptrdiff_t groups, ptrdiff_t first, ptrdiff_t last) {
  kernels().group_norm_forward(
      x, gamma, beta, epsilon, y, mean, inverse, pixels, channels, groups, first, last);
}
void ck_group_norm_backward(
    const float *x, const float *dy, const float *mean, const float *inverse, const float *gamma, float *dx,
    float *dgamma, float *dbeta, ptrdiff_t pixels, ptrdiff_t channels, ptrdiff_t groups, int flags, ptrdiff_t
    first, ptrdiff_t last) {
  kernels().group_norm_backward(
      x, dy, mean, inverse, gamma, dx, dgamma, dbeta, pixels, channels, groups, flags, first, last);
}

// pool
void ck_max_pool_forward(
    const float *x, float *y, int32_t *where, const ck_pool2d *shape, int flags, ptrdiff_t first, ptrdiff_t
    last) {
  kernels().max_pool_forward(x, y, where, shape, flags, first, last);
}
void ck_max_pool_backward(
    const float *dy, const int32_t *where, float *dx, const ck_pool2d *shape, int flags, ptrdiff_t first,
    ptrdiff_t last) {
  kernels().max_pool_backward(dy, where, dx, shape, flags, first, last);
}
void ck_average_pool_forward(
    const float *x, float *y, const ck_pool2d *shape, ptrdiff_t first, ptrdiff_t last) {
  kernels().average_pool_forward(x, y, shape, first, last);
}
void ck_average_pool_backward(
    const float *dy, float *dx, const ck_pool2d *shape, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().average_pool_backward(dy, dx, shape, flags, first, last);
}
void ck_adaptive_average_pool_forward(
    const float *x, float *y, const ck_pool2d *shape, ptrdiff_t first, ptrdiff_t last) {
  kernels().adaptive_average_pool_forward(x, y, shape, first, last);
}
void ck_adaptive_average_pool_backward(
    const float *dy, float *dx, const ck_pool2d *shape, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().adaptive_average_pool_backward(dy, dx, shape, flags, first, last);
}

// unary
void ck_unary(ck_unary_kind kind, const float *x, float parameter, float *y, ptrdiff_t count) {
  kernels().unary(kind, x, parameter, y, count);
}
void ck_unary_backward(
    ck_unary_kind kind, const float *x, const float *y, const float *dy, float parameter, float *dx, int
    flags, ptrdiff_t count) {
  kernels().unary_backward(kind, x, y, dy, parameter, dx, flags, count);
}
void ck_clip(const float *x, float low, float high, float *y, ptrdiff_t count) {
  kernels().clip(x, low, high, y, count);
}
void ck_clip_backward(
    const float *x, const float *dy, float low, float high, float *dx, int flags, ptrdiff_t count) {
  kernels().clip_backward(x, dy, low, high, dx, flags, count);
}
void ck_dropout(
    const float *x, float rate, uint64_t seed, uint64_t offset, float *y, int flags, ptrdiff_t count) {
  kernels().dropout(x, rate, seed, offset, y, flags, count);
}

// binary
void ck_binary(
    ck_binary_kind kind, const float *a, ck_spread spread_a, const float *b, ck_spread spread_b, float *y,
    ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().binary(kind, a, spread_a, b, spread_b, y, columns, flags, first, last);
}
void ck_add_multiple(const float *x, float factor, float *y, ptrdiff_t count) {
  kernels().add_multiple(x, factor, y, count);
}
void ck_sum_parts(const float *x, float *y, ptrdiff_t parts, ptrdiff_t stride, int flags, ptrdiff_t count) {
  kernels().sum_parts(x, y, parts, stride, flags, count);
}
void ck_compare(
    ck_comparison kind, const float *a, ck_spread spread_a, const float *b, ck_spread spread_b, float *y,
    ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().compare(kind, a, spread_a, b, spread_b, y, columns, first, last);
}
void ck_select(
    const float *condition, ck_spread spread, const float *a, ck_spread spread_a, const float *b, ck_spread
    spread_b, float *y, ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().select(condition, spread, a, spread_a, b, spread_b, y, columns, flags, first, last);
}

// reduce
void ck_reduce_rows(
    ck_reduction kind, const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().reduce_rows(kind, x, y, columns, first, last);
}
void ck_reduce_columns(ck_reduction kind, const float *x, float *y, ptrdiff_t rows, ptrdiff_t columns) {
  kernels().reduce_columns(kind, x, y, rows, columns);
}
double ck_reduce_all(ck_reduction kind, const float *x, ptrdiff_t count) {
  return kernels().reduce_all(kind, x, count);
}
void ck_argmax_rows(const float *x, ptrdiff_t *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().argmax_rows(x, y, columns, first, last);
}
double ck_squared_norm(const float *x, ptrdiff_t count) {
  return kernels().squared_norm(x, count);
}
bool ck_all_finite(const float *x, ptrdiff_t count) {
  return kernels().all_finite(x, count);
}
void ck_cumulative_sum(
    const float *x, float *y, ptrdiff_t columns, bool reversed, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().cumulative_sum(x, y, columns, reversed, flags, first, last);
}

// softmax
void ck_softmax(const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().softmax(x, y, columns, first, last);
}
void ck_softmax_backward(
    const float *y, const float *dy, float *dx, ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t
    last) {
  kernels().softmax_backward(y, dy, dx, columns, flags, first, last);
}
void ck_log_softmax(const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().log_softmax(x, y, columns, first, last);
}
void ck_log_softmax_backward(
    const float *y, const float *dy, float *dx, ptrdiff_t columns, int flags, ptrdiff_t first, ptrdiff_t
    last) {
  kernels().log_softmax_backward(y, dy, dx, columns, flags, first, last);
}
double ck_label_weight(const ptrdiff_t *labels, const float *class_weights, ptrdiff_t count) {
  return kernels().label_weight(labels, class_weights, count);
}
void ck_cross_entropy(
    const float *logits, const ptrdiff_t *labels, const float *class_weights, float smoothing, float
    scale, float *losses, float *dlogits, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  kernels().cross_entropy(
      logits, labels, class_weights, smoothing, scale, losses, dlogits, columns, first, last);
}

// rows
void ck_gather_rows(
    const float *table, const ptrdiff_t *rows, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t
    last) {
  kernels().gather_rows(table, rows, y, columns, first, last);
}
void ck_scatter_add_rows(
    const float *dy, const ptrdiff_t *rows, float *dtable, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t
    last) {
  kernels().scatter_add_rows(dy, rows, dtable, columns, first, last);
}
void ck_permute(
    const float *x, float *y, const ptrdiff_t *sizes, const ptrdiff_t *strides, int axes, ptrdiff_t first,
    ptrdiff_t last) {
  kernels().permute(x, y, sizes, strides, axes, first, last);
}
void ck_top_k(
    const float *x, float *values, ptrdiff_t *places, ptrdiff_t columns, ptrdiff_t k, bool largest, ptrdiff_t
    first, ptrdiff_t last) {
  kernels().top_k(x, values, places, columns, k, largest, first, last);
}

// images
void ck_bytes_to_floats(
    const uint8_t *x, const float *scale, const float *shift, float *y, ptrdiff_t pixels, ptrdiff_t
    channels) {
  kernels().bytes_to_floats(x, scale, shift, y, pixels, channels);
}

// optimizers
void ck_sgd_step(
    const float *gradient, float gradient_scale, float *weights, float *velocity, float rate, float
    momentum, bool nesterov, float weight_decay, ptrdiff_t count) {
  kernels().sgd_step(
      gradient, gradient_scale, weights, velocity, rate, momentum, nesterov, weight_decay, count);
}
void ck_adam_step(
    const float *gradient, float gradient_scale, float *weights, float *mean, float *variance, float rate,
    float beta1, float beta2, float epsilon, float weight_decay, bool decoupled, ptrdiff_t step, ptrdiff_t
    count) {
  kernels().adam_step(
      gradient, gradient_scale, weights, mean, variance, rate, beta1, beta2, epsilon, weight_decay,
      decoupled, step, count);
}
void ck_rmsprop_step(
    const float *gradient, float gradient_scale, float *weights, float *square_mean, float *velocity,
    float rate, float decay, float epsilon, float momentum, float weight_decay, ptrdiff_t count) {
  kernels().rmsprop_step(
      gradient, gradient_scale, weights, square_mean, velocity, rate, decay, epsilon, momentum,
      weight_decay, count);
}
void ck_sgd_steps(
    const ck_weights *list, const float *scalars, float momentum, bool nesterov, float weight_decay, ptrdiff_t
    first, ptrdiff_t last) {
  kernels().sgd_steps(list, scalars, momentum, nesterov, weight_decay, first, last);
}
void ck_adam_steps(
    const ck_weights *list, const float *scalars, float beta1, float beta2, float epsilon, float weight_decay,
    bool decoupled, ptrdiff_t first, ptrdiff_t last) {
  kernels().adam_steps(list, scalars, beta1, beta2, epsilon, weight_decay, decoupled, first, last);
}
void ck_rmsprop_steps(
    const ck_weights *list, const float *scalars, float decay, float epsilon, float momentum, float
    weight_decay, ptrdiff_t first, ptrdiff_t last) {
  kernels().rmsprop_steps(list, scalars, decay, epsilon, momentum, weight_decay, first, last);
}
void ck_move_towards(
    const float *const *x, float *const *y, const ptrdiff_t *counts, ptrdiff_t tensors, float part, ptrdiff_t
    first, ptrdiff_t last) {
  kernels().move_towards(x, y, counts, tensors, part, first, last);
}
double ck_squared_norms(
    const float *const *x, const ptrdiff_t *counts, ptrdiff_t tensors, ptrdiff_t first, ptrdiff_t last) {
  return kernels().squared_norms(x, counts, tensors, first, last);
}

// attention
void ck_attention_forward(
    const float *q, const float *k, const float *v, float *y, float *log_sums, const ck_attention *shape,
    ptrdiff_t first, ptrdiff_t last) {
  kernels().attention_forward(q, k, v, y, log_sums, shape, first, last);
}
void ck_attention_backward(
    const float *q, const float *k, const float *v, const float *y, const float *log_sums, const float *dy,
    float *dq, float *dk, float *dv, const ck_attention *shape, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().attention_backward(q, k, v, y, log_sums, dy, dq, dk, dv, shape, flags, first, last);
}

// upsample
void ck_upsample_nearest_forward(
    const float *x, float *y, const ck_upsample *shape, ptrdiff_t first, ptrdiff_t last) {
  kernels().upsample_nearest_forward(x, y, shape, first, last);
}
void ck_upsample_nearest_backward(
    const float *dy, float *dx, const ck_upsample *shape, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().upsample_nearest_backward(dy, dx, shape, flags, first, last);
}
void ck_upsample_bilinear_forward(
    const float *x, float *y, const ck_upsample *shape, ptrdiff_t first, ptrdiff_t last) {
  kernels().upsample_bilinear_forward(x, y, shape, first, last);
}
void ck_upsample_bilinear_backward(
    const float *dy, float *dx, const ck_upsample *shape, int flags, ptrdiff_t first, ptrdiff_t last) {
  kernels().upsample_bilinear_backward(dy, dx, shape, flags, first, last);
}

// augment
void ck_affine_bytes(const uint8_t *x, const ck_affine *map, float *y, ptrdiff_t first, ptrdiff_t last) {
  kernels().affine_bytes(x, map, y, first, last);
}
void ck_blur(
    float *y, const float *taps, ptrdiff_t radius, ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels, float
    *workspace) {
  kernels().blur(y, taps, radius, height, width, channels, workspace);
}
void ck_finish_pixels(
    float *y, float gain, float offset, float deviation, uint64_t seed, const float *scale, const float *shift,
    ptrdiff_t pixels, ptrdiff_t channels) {
  kernels().finish_pixels(y, gain, offset, deviation, seed, scale, shift, pixels, channels);
}
void ck_mix(const float *a, const float *b, float share, float *y, ptrdiff_t count) {
  kernels().mix(a, b, share, y, count);
}
