#include "../between.h"
#include "../kernels.h"

void ck::reference::bytes_to_floats(const uint8_t *x, const float *scale, const float *shift, float *y,
                                    ptrdiff_t pixels, ptrdiff_t channels) {
  for (ptrdiff_t pixel = 0; pixel < pixels; pixel++)
    for (ptrdiff_t c = 0; c < channels; c++)
      y[pixel * channels + c] = x[pixel * channels + c] * scale[c] + shift[c];
}

void ck::reference::resize_bilinear(const float *x, float *y, ptrdiff_t height, ptrdiff_t width,
                                    ptrdiff_t channels, ptrdiff_t out_height, ptrdiff_t out_width) {
  for (ptrdiff_t oy = 0; oy < out_height; oy++) {
    Between v = between(oy, out_height, height);
    const float *upper = x + v.low * width * channels, *lower = x + v.high * width * channels;
    for (ptrdiff_t ox = 0; ox < out_width; ox++) {
      Between h = between(ox, out_width, width);
      for (ptrdiff_t c = 0; c < channels; c++) {
        float a = upper[h.low * channels + c], b = upper[h.high * channels + c];
        float p = lower[h.low * channels + c], q = lower[h.high * channels + c];
        float top = a + (b - a) * h.part, bottom = p + (q - p) * h.part;
        y[(oy * out_width + ox) * channels + c] = top + (bottom - top) * v.part;
      }
    }
  }
}
