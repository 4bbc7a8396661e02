#include "../between.h"
#include "../kernels.h"

namespace {

ptrdiff_t image_of(const ck_upsample &s) { return s.height * s.width * s.channels; }

/// Calls `body(output, input)` for the floats of every pixel that nearest upsampling joins.
template <class Body>
void for_each_nearest(const ck_upsample &s, ptrdiff_t first, ptrdiff_t last, Body body) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t oy = 0; oy < s.out_height; oy++)
      for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
        for (ptrdiff_t c = 0; c < s.channels; c++) {
          ptrdiff_t iy = oy * s.height / s.out_height, ix = ox * s.width / s.out_width;
          body(((n * s.out_height + oy) * s.out_width + ox) * s.channels + c,
               ((n * s.height + iy) * s.width + ix) * s.channels + c);
        }
}

void clear(float *dx, const ck_upsample &s, int flags, ptrdiff_t first, ptrdiff_t last) {
  if (flags & CK_ACCUMULATE) return;
  for (ptrdiff_t i = first * image_of(s); i < last * image_of(s); i++) dx[i] = 0;
}

void resize(const float *x, float *y, ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels, ptrdiff_t out_height,
            ptrdiff_t out_width) {
  for (ptrdiff_t oy = 0; oy < out_height; oy++) {
    ck::Between v = ck::between(oy, out_height, height);
    const float *upper = x + v.low * width * channels, *lower = x + v.high * width * channels;
    for (ptrdiff_t ox = 0; ox < out_width; ox++) {
      ck::Between h = ck::between(ox, out_width, width);
      for (ptrdiff_t c = 0; c < channels; c++) {
        float a = upper[h.low * channels + c], b = upper[h.high * channels + c];
        float p = lower[h.low * channels + c], q = lower[h.high * channels + c];
        float top = a + (b - a) * h.part, bottom = p + (q - p) * h.part;
        y[(oy * out_width + ox) * channels + c] = top + (bottom - top) * v.part;
      }
    }
  }
}

}  // namespace

void ck::reference::upsample_nearest_forward(const float *x, float *y, const ck_upsample *shape, ptrdiff_t first,
                                             ptrdiff_t last) {
  for_each_nearest(*shape, first, last, [&](ptrdiff_t out, ptrdiff_t in) { y[out] = x[in]; });
}

void ck::reference::upsample_nearest_backward(const float *dy, float *dx, const ck_upsample *shape, int flags,
                                              ptrdiff_t first, ptrdiff_t last) {
  clear(dx, *shape, flags, first, last);
  for_each_nearest(*shape, first, last, [&](ptrdiff_t out, ptrdiff_t in) { dx[in] += dy[out]; });
}

void ck::reference::upsample_bilinear_forward(const float *x, float *y, const ck_upsample *shape, ptrdiff_t first,
                                              ptrdiff_t last) {
  const ck_upsample &s = *shape;
  for (ptrdiff_t n = first; n < last; n++)
    resize(x + n * image_of(s), y + n * s.out_height * s.out_width * s.channels, s.height, s.width, s.channels,
           s.out_height, s.out_width);
}

void ck::reference::upsample_bilinear_backward(const float *dy, float *dx, const ck_upsample *shape, int flags,
                                               ptrdiff_t first, ptrdiff_t last) {
  const ck_upsample &s = *shape;
  clear(dx, s, flags, first, last);
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t oy = 0; oy < s.out_height; oy++)
      for (ptrdiff_t ox = 0; ox < s.out_width; ox++) {
        Between v = between(oy, s.out_height, s.height), h = between(ox, s.out_width, s.width);
        for (ptrdiff_t c = 0; c < s.channels; c++) {
          float gradient = dy[((n * s.out_height + oy) * s.out_width + ox) * s.channels + c];
          auto add = [&](ptrdiff_t iy, ptrdiff_t ix, float part) {
            dx[((n * s.height + iy) * s.width + ix) * s.channels + c] += gradient * part;
          };
          add(v.low, h.low, (1 - v.part) * (1 - h.part));
          add(v.low, h.high, (1 - v.part) * h.part);
          add(v.high, h.low, v.part * (1 - h.part));
          add(v.high, h.high, v.part * h.part);
        }
      }
}
