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

/// What weights are packed for and work is divided for.
typedef enum { CK_CONV_FORWARD, CK_CONV_BACKWARD_DATA, CK_CONV_BACKWARD_WEIGHTS } ck_conv2d_use;

/// Floats of the packed weights for a use, 0 for the gradient of the weights. Like the order in them it depends
/// on the path in use, the shape apart from its batch, and the flags.
ptrdiff_t ck_conv2d_packed(const ck_conv2d *shape, ck_conv2d_use use, int flags);

/// Brings weights [kernel height, kernel width, channels / groups, filters] into the order that the kernel reads.
/// The result stays good as long as the weights do not change. It is read fastest where it starts at a multiple
/// of 64 bytes.
void ck_conv2d_pack(const float *weights, float *packed, const ck_conv2d *shape, ck_conv2d_use use, int flags);

/// Units of work that `first` ..< `last` count over: lines of the whole batch or groups of them, so that several
/// threads can share one image.
ptrdiff_t ck_conv2d_units(const ck_conv2d *shape, ck_conv2d_use use, int flags);

/// Floats of workspace that each call needs (one workspace per thread).
ptrdiff_t ck_conv2d_workspace(const ck_conv2d *shape, ck_conv2d_use use, int flags);

/// y [batch, out height, out width, filters] = activation(x * weights + bias + residual), for units `first` ..<
/// `last`. `bias` [filters] and `residual`, shaped as y, may be null. Flags: the activations, CK_BF16.
void ck_conv2d_forward(const float *x, const float *packed, const float *bias, const float *residual, float *y,
                       const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last, float *workspace);

/// The gradient with respect to x, for units `first` ..< `last`. Flags: CK_ACCUMULATE, CK_BF16.
void ck_conv2d_backward_data(const float *dy, const float *packed, float *dx, const ck_conv2d *shape, int flags,
                             ptrdiff_t first, ptrdiff_t last, float *workspace);

/// Adds the gradients of units `first` ..< `last` to `dweights` and, where it is not null, to `dbias`.
/// For several threads: a buffer each, zeroed by the caller and joined by `ck_sum_parts`. Flags: CK_BF16.
void ck_conv2d_backward_weights(const float *x, const float *dy, float *dweights, float *dbias,
                                const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last,
                                float *workspace);

#ifdef __cplusplus
}
#endif
#endif
