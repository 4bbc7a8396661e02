#ifndef CK_POOL_H
#define CK_POOL_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// The sizes of a pooling: x [batch, height, width, channels], y [batch, out height, out width, channels].
typedef struct {
  ptrdiff_t batch, height, width, channels;
  ptrdiff_t kernel_height, kernel_width;
  ptrdiff_t stride_y, stride_x;
  ptrdiff_t pad_top, pad_left;
  ptrdiff_t out_height, out_width;
  /// Whether an average divides by the whole kernel also where it hangs over the edge.
  bool count_padding;
} ck_pool2d;

/// Maxima of images `first` ..< `last`. `where` (like y; may be null) gets each maximum's pixel,
/// row * width + column, the first of equals. A window without any pixel gives 0 and -1. Flags: CK_FUSE_RELU,
/// which holds the maximum at 0 or above; where it is not positive `where` is -1.
void ck_max_pool_forward(const float *x, float *y, int32_t *where, const ck_pool2d *shape, int flags,
                         ptrdiff_t first, ptrdiff_t last);

/// dx of images `first` ..< `last` from what the forward kept; a `where` of -1 passes nothing on. Flags:
/// CK_ACCUMULATE.
void ck_max_pool_backward(const float *dy, const int32_t *where, float *dx, const ck_pool2d *shape, int flags,
                          ptrdiff_t first, ptrdiff_t last);

/// Averages of images `first` ..< `last`.
void ck_average_pool_forward(const float *x, float *y, const ck_pool2d *shape, ptrdiff_t first, ptrdiff_t last);

/// Flags: CK_ACCUMULATE.
void ck_average_pool_backward(const float *dy, float *dx, const ck_pool2d *shape, int flags, ptrdiff_t first,
                              ptrdiff_t last);

/// Averages over [out height, out width] cells of nearly equal size: cell i covers floor(i * height / out) ..<
/// ceil((i + 1) * height / out). An output of [1, 1] is the global average. Reads the sizes only.
void ck_adaptive_average_pool_forward(const float *x, float *y, const ck_pool2d *shape, ptrdiff_t first,
                                      ptrdiff_t last);

/// Flags: CK_ACCUMULATE.
void ck_adaptive_average_pool_backward(const float *dy, float *dx, const ck_pool2d *shape, int flags,
                                       ptrdiff_t first, ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
