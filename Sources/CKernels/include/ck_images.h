#ifndef CK_IMAGES_H
#define CK_IMAGES_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// y = x * scale + shift with a scale and a shift for each channel.
void ck_bytes_to_floats(const uint8_t *x, const float *scale, const float *shift, float *y, ptrdiff_t pixels,
                        ptrdiff_t channels);

/// Bilinear, pixel centres at halves, edges repeated: x [height, width, channels] to
/// y [out height, out width, channels]. No smoothing before shrinking.
void ck_resize_bilinear(const float *x, float *y, ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels,
                        ptrdiff_t out_height, ptrdiff_t out_width);

#ifdef __cplusplus
}
#endif
#endif
