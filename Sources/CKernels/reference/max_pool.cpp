#include "../kernels.h"

void ck::reference::max_pool_forward(const float *x, float *y, int32_t *where, const ck_pool2d *shape,
                                     int flags, ptrdiff_t first, ptrdiff_t last) {
  const ck_pool2d &s = *shape;
  ptrdiff_t out = first * s.out_height * s.out_width * s.channels;
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t oy = 0; oy < s.out_height; oy++)
      for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
        for (ptrdiff_t c = 0; c < s.channels; c++, out++) {
          float best = 0;
          int32_t place = -1;
          for (ptrdiff_t iy = oy * s.stride_y - s.pad_top, ky = 0; ky < s.kernel_height; ky++, iy++)
            for (ptrdiff_t ix = ox * s.stride_x - s.pad_left, kx = 0; kx < s.kernel_width; kx++, ix++) {
              if (iy < 0 || iy >= s.height || ix < 0 || ix >= s.width) continue;
              float value = x[((n * s.height + iy) * s.width + ix) * s.channels + c];
              if (place >= 0 && !(value > best) && value == value) continue;
              best = value;
              place = static_cast<int32_t>(iy * s.width + ix);
            }
          if (flags & CK_FUSE_RELU && !(best > 0)) {
            best = best < 0 ? 0 : best;
            place = -1;
          }
          y[out] = best;
          if (where) where[out] = place;
        }
}

void ck::reference::max_pool_backward(const float *dy, const int32_t *where, float *dx, const ck_pool2d *shape,
                                      int flags, ptrdiff_t first, ptrdiff_t last) {
  const ck_pool2d &s = *shape;
  ptrdiff_t in = s.height * s.width * s.channels, out = s.out_height * s.out_width * s.channels;
  for (ptrdiff_t n = first; n < last; n++) {
    float *image = dx + n * in;
    if (!(flags & CK_ACCUMULATE))
      for (ptrdiff_t i = 0; i < in; i++) image[i] = 0;
    for (ptrdiff_t i = 0; i < out; i++) {
      ptrdiff_t place = where[n * out + i];
      if (place >= 0) image[place * s.channels + i % s.channels] += dy[n * out + i];
    }
  }
}
