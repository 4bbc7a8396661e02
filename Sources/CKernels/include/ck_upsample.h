#ifndef CK_UPSAMPLE_H
#define CK_UPSAMPLE_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// The sizes of an upsampling: x [batch, height, width, channels], y [batch, out height, out width, channels].
/// Any factor, also below 1.
typedef struct {
  ptrdiff_t batch, height, width, channels;
  ptrdiff_t out_height, out_width;
} ck_upsample;

/// Images `first` ..< `last`: row i of the output is row floor(i * height / out height) of the input.
void ck_upsample_nearest_forward(const float *x, float *y, const ck_upsample *shape, ptrdiff_t first, ptrdiff_t last);

/// Flags: CK_ACCUMULATE.
void ck_upsample_nearest_backward(const float *dy, float *dx, const ck_upsample *shape, int flags, ptrdiff_t first,
                                  ptrdiff_t last);

/// Between the pixels around, their centres at halves, edges repeated. No smoothing before shrinking.
void ck_upsample_bilinear_forward(const float *x, float *y, const ck_upsample *shape, ptrdiff_t first,
                                  ptrdiff_t last);

/// Flags: CK_ACCUMULATE.
void ck_upsample_bilinear_backward(const float *dy, float *dx, const ck_upsample *shape, int flags, ptrdiff_t first,
                                   ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
