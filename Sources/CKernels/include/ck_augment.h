#ifndef CK_AUGMENT_H
#define CK_AUGMENT_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Where the pixels of a changed image come from. The pixel at (row, column) shows the input at
/// x = x_at_start + x_by_column * column + x_by_row * row and at y likewise, in pixels.
typedef struct {
  ptrdiff_t height, width, channels;
  float x_at_start, x_by_column, x_by_row;
  float y_at_start, y_by_column, y_by_row;
} ck_affine;

/// Bilinear between pixel centres, the border repeated outside: x and y [height, width, channels], the rows
/// `first` ..< `last` of y.
void ck_affine_bytes(const uint8_t *x, const ck_affine *map, float *y, ptrdiff_t first, ptrdiff_t last);

/// Floats that `ck_blur` needs as its workspace.
ptrdiff_t ck_blur_workspace(ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels, ptrdiff_t radius);

/// A symmetric filter along columns and along rows, in place, the border repeated outside: y [height, width,
/// channels], `taps` the weights of the distances 0 ... radius.
void ck_blur(float *y, const float *taps, ptrdiff_t radius, ptrdiff_t height, ptrdiff_t width,
             ptrdiff_t channels, float *workspace);

/// y = limited(y * gain + offset + deviation * noise) * scale + shift, in place: limited to 0 ... 255, noise of the
/// normal distribution that follows from the seed and the place, a scale and a shift for each of 1 or 3 channels.
void ck_finish_pixels(float *y, float gain, float offset, float deviation, uint64_t seed, const float *scale,
                      const float *shift, ptrdiff_t pixels, ptrdiff_t channels);

/// y = a * share + b * (1 - share)
void ck_mix(const float *a, const float *b, float share, float *y, ptrdiff_t count);

#ifdef __cplusplus
}
#endif
#endif
