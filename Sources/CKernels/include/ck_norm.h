#ifndef CK_NORM_H
#define CK_NORM_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

// Batch normalisation (Ioffe and Szegedy, 2015) of x [rows, channels]. Training: `statistics` in each thread,
// `finish` once, `fold`, then `scale_shift` in each thread. Inference: `fold` of the running values, then
// `scale_shift`.

/// Adds the sums of (x - x[0]) and of its square over rows `first` ..< `last` to `sums` [2, channels], which
/// the caller zeroes; x[0] is the first row, the same for every thread.
void ck_batch_norm_statistics(const float *x, double *sums, ptrdiff_t channels, ptrdiff_t first, ptrdiff_t last);

/// Mean, biased variance and 1 / sqrt(variance + epsilon) per channel, from `parts` sums [parts, 2, channels].
void ck_batch_norm_finish(const float *x, const double *sums, float epsilon, float *mean, float *variance,
                          float *inverse, ptrdiff_t parts, ptrdiff_t rows, ptrdiff_t channels);

/// scale = gamma / sqrt(variance + epsilon), shift = beta - mean * scale.
void ck_batch_norm_fold(const float *mean, const float *variance, const float *gamma, const float *beta,
                        float epsilon, float *scale, float *shift, ptrdiff_t channels);

/// y = x * scale + shift (+ residual), rows `first` ..< `last`; `residual` may be null. Flags: CK_FUSE_RELU.
void ck_scale_shift(const float *x, const float *scale, const float *shift, const float *residual, float *y,
                    ptrdiff_t channels, int flags, ptrdiff_t first, ptrdiff_t last);

/// Adds the sums of dz and of dz * xhat over rows `first` ..< `last` to `sums` [2, channels], where
/// xhat = (x - mean) * inverse, and dz is dy, or zero where `y` is given (a fused ReLU) and not positive.
void ck_batch_norm_backward_sums(const float *x, const float *dy, const float *y, const float *mean,
                                 const float *inverse, double *sums, ptrdiff_t channels, ptrdiff_t first,
                                 ptrdiff_t last);

/// Joins `parts` sums [parts, 2, channels] into dbeta and dgamma (overwritten).
void ck_batch_norm_backward_finish(const double *sums, float *dgamma, float *dbeta, ptrdiff_t parts,
                                   ptrdiff_t channels);

/// dx = gamma * inverse * (dz - dbeta / rows - xhat * dgamma / rows), rows `first` ..< `last` of `rows`.
/// `dresidual`, where not null, gets dz. Flags: CK_ACCUMULATE (on dx and on dresidual).
void ck_batch_norm_backward(const float *x, const float *dy, const float *y, const float *mean,
                            const float *inverse, const float *gamma, const float *dgamma, const float *dbeta,
                            float *dx, float *dresidual, ptrdiff_t rows, ptrdiff_t channels, int flags,
                            ptrdiff_t first, ptrdiff_t last);

/// Layer normalisation (Ba, Kiros and Hinton, 2016) of rows `first` ..< `last` of x [rows, columns];
/// mean and inverse [rows] are kept for the gradient.
void ck_layer_norm_forward(const float *x, const float *gamma, const float *beta, float epsilon, float *y,
                           float *mean, float *inverse, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// dx of rows `first` ..< `last`; adds to dgamma and dbeta [columns] (a buffer per thread, zeroed by the
/// caller). Flags: CK_ACCUMULATE (on dx).
void ck_layer_norm_backward(const float *x, const float *dy, const float *mean, const float *inverse,
                            const float *gamma, float *dx, float *dgamma, float *dbeta, ptrdiff_t columns,
                            int flags, ptrdiff_t first, ptrdiff_t last);

/// Group normalisation (Wu and He, 2018) of images `first` ..< `last` of x [images, pixels, channels]: each image's
/// channels in `groups` equal runs; mean and inverse [images, groups] are kept for the gradient. One group for
/// each channel is instance normalisation.
void ck_group_norm_forward(const float *x, const float *gamma, const float *beta, float epsilon, float *y,
                           float *mean, float *inverse, ptrdiff_t pixels, ptrdiff_t channels, ptrdiff_t groups,
                           ptrdiff_t first, ptrdiff_t last);

/// dx of images `first` ..< `last`; adds to dgamma and dbeta [channels] (a buffer per thread, zeroed by the
/// caller). Flags: CK_ACCUMULATE (on dx).
void ck_group_norm_backward(const float *x, const float *dy, const float *mean, const float *inverse,
                            const float *gamma, float *dx, float *dgamma, float *dbeta, ptrdiff_t pixels,
                            ptrdiff_t channels, ptrdiff_t groups, int flags, ptrdiff_t first, ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
