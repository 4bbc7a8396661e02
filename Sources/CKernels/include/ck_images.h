#ifndef CK_IMAGES_H
#define CK_IMAGES_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// y = x * scale + shift with a scale and a shift for each channel.
void ck_bytes_to_floats(const uint8_t *x, const float *scale, const float *shift, float *y, ptrdiff_t pixels,
                        ptrdiff_t channels);

#ifdef __cplusplus
}
#endif
#endif
