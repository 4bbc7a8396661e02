#include "../kernels.h"

namespace {

/// Calls `body(n, oy, ox, iy, ix, ky, kx)` for every tap that lies inside the image.
template <class Body>
void for_each_tap(const ck_conv2d &s, ptrdiff_t first, ptrdiff_t last, Body body) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t oy = 0; oy < s.out_height; oy++)
      for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
        for (ptrdiff_t ky = 0; ky < s.kernel_height; ky++)
          for (ptrdiff_t kx = 0; kx < s.kernel_width; kx++) {
            ptrdiff_t iy = oy * s.stride_y - s.pad_top + ky * s.dilation_y;
            ptrdiff_t ix = ox * s.stride_x - s.pad_left + kx * s.dilation_x;
            if (iy >= 0 && iy < s.height && ix >= 0 && ix < s.width) body(n, oy, ox, iy, ix, ky, kx);
          }
}

struct Places {
  const ck_conv2d &s;
  ptrdiff_t in = s.channels / s.groups, out = s.filters / s.groups;

  ptrdiff_t x(ptrdiff_t n, ptrdiff_t y, ptrdiff_t x) const {
    return ((n * s.height + y) * s.width + x) * s.channels;
  }
  ptrdiff_t y(ptrdiff_t n, ptrdiff_t y, ptrdiff_t x) const {
    return ((n * s.out_height + y) * s.out_width + x) * s.filters;
  }
  ptrdiff_t weight(ptrdiff_t ky, ptrdiff_t kx, ptrdiff_t channel) const {
    return ((ky * s.kernel_width + kx) * in + channel) * s.filters;
  }
};

}  // namespace

void ck::reference::conv2d_forward(const float *x, const float *weights, const float *bias, float *y,
                                   const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last,
                                   float *) {
  const ck_conv2d &s = *shape;
  Places at{s};
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t oy = 0; oy < s.out_height; oy++)
      for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
        for (ptrdiff_t f = 0; f < s.filters; f++) {
          double sum = bias ? bias[f] : 0;
          for (ptrdiff_t ky = 0; ky < s.kernel_height; ky++)
            for (ptrdiff_t kx = 0; kx < s.kernel_width; kx++) {
              ptrdiff_t iy = oy * s.stride_y - s.pad_top + ky * s.dilation_y;
              ptrdiff_t ix = ox * s.stride_x - s.pad_left + kx * s.dilation_x;
              if (iy < 0 || iy >= s.height || ix < 0 || ix >= s.width) continue;
              const float *pixel = x + at.x(n, iy, ix) + f / at.out * at.in;
              for (ptrdiff_t c = 0; c < at.in; c++) sum += double(pixel[c]) * weights[at.weight(ky, kx, c) + f];
            }
          if (flags & CK_FUSE_RELU && sum < 0) sum = 0;
          y[at.y(n, oy, ox) + f] = static_cast<float>(sum);
        }
}

void ck::reference::conv2d_backward_data(const float *dy, const float *weights, float *dx,
                                         const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last,
                                         float *) {
  const ck_conv2d &s = *shape;
  Places at{s};
  if (!(flags & CK_ACCUMULATE))
    for (ptrdiff_t i = at.x(first, 0, 0); i < at.x(last, 0, 0); i++) dx[i] = 0;
  for_each_tap(s, first, last, [&](auto n, auto oy, auto ox, auto iy, auto ix, auto ky, auto kx) {
    for (ptrdiff_t c = 0; c < s.channels; c++) {
      ptrdiff_t group = c / at.in;
      const float *gradient = dy + at.y(n, oy, ox) + group * at.out;
      const float *weight = weights + at.weight(ky, kx, c % at.in) + group * at.out;
      double sum = 0;
      for (ptrdiff_t f = 0; f < at.out; f++) sum += double(gradient[f]) * weight[f];
      dx[at.x(n, iy, ix) + c] += static_cast<float>(sum);
    }
  });
}

void ck::reference::conv2d_backward_weights(const float *x, const float *dy, float *dweights, float *dbias,
                                            const ck_conv2d *shape, ptrdiff_t first, ptrdiff_t last,
                                            float *) {
  const ck_conv2d &s = *shape;
  Places at{s};
  for_each_tap(s, first, last, [&](auto n, auto oy, auto ox, auto iy, auto ix, auto ky, auto kx) {
    for (ptrdiff_t f = 0; f < s.filters; f++) {
      const float *pixel = x + at.x(n, iy, ix) + f / at.out * at.in;
      for (ptrdiff_t c = 0; c < at.in; c++)
        dweights[at.weight(ky, kx, c) + f] += pixel[c] * dy[at.y(n, oy, ox) + f];
    }
  });
  if (!dbias) return;
  for (ptrdiff_t i = at.y(first, 0, 0); i < at.y(last, 0, 0); i++) dbias[i % s.filters] += dy[i];
}
