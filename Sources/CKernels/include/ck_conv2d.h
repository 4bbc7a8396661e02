#ifndef CK_CONV2D_H
#define CK_CONV2D_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// The sizes of a two-dimensional convolution. What lies outside the input counts as zero, so padding at the
/// bottom and at the right follows from the output size.
typedef struct {
  ptrdiff_t batch, height, width, channels;
  ptrdiff_t filters;
  ptrdiff_t kernel_height, kernel_width;
  ptrdiff_t stride_y, stride_x;
  ptrdiff_t pad_top, pad_left;
  ptrdiff_t dilation_y, dilation_x;
  ptrdiff_t groups;
  ptrdiff_t out_height, out_width;
} ck_conv2d;

/// Output size along one axis: floor((size + padding - dilation * (kernel - 1) - 1) / stride) + 1, where
/// `padding` is that of both sides together. At least 0.
ptrdiff_t ck_conv2d_out(ptrdiff_t size, ptrdiff_t kernel, ptrdiff_t stride, ptrdiff_t padding, ptrdiff_t dilation);

/// Floats of workspace that each call of the three functions below needs (one workspace per thread).
ptrdiff_t ck_conv2d_workspace(const ck_conv2d *shape);

/// Convolves images `first` ..< `last`: y [batch, out height, out width, filters]. `bias` [filters] may be
/// null. Flags: CK_FUSE_RELU.
void ck_conv2d_forward(const float *x, const float *weights, const float *bias, float *y, const ck_conv2d *shape,
                       int flags, ptrdiff_t first, ptrdiff_t last, float *workspace);

/// The gradient with respect to x, of images `first` ..< `last`. Flags: CK_ACCUMULATE.
void ck_conv2d_backward_data(const float *dy, const float *weights, float *dx, const ck_conv2d *shape, int flags,
                             ptrdiff_t first, ptrdiff_t last, float *workspace);

/// Adds the gradients of images `first` ..< `last` to `dweights` and, where it is not null, to `dbias`.
/// For several threads: a buffer each, zeroed by the caller and joined by `ck_sum_parts`.
void ck_conv2d_backward_weights(const float *x, const float *dy, float *dweights, float *dbias,
                                const ck_conv2d *shape, ptrdiff_t first, ptrdiff_t last, float *workspace);

#ifdef __cplusplus
}
#endif
#endif
