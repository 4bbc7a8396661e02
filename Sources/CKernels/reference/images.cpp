#include "../kernels.h"

void ck::reference::bytes_to_floats(const uint8_t *x, const float *scale, const float *shift, float *y,
                                    ptrdiff_t pixels, ptrdiff_t channels) {
  for (ptrdiff_t pixel = 0; pixel < pixels; pixel++)
    for (ptrdiff_t c = 0; c < channels; c++)
      y[pixel * channels + c] = x[pixel * channels + c] * scale[c] + shift[c];
}
