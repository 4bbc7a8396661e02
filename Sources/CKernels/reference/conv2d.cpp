#include <algorithm>
#include <vector>

#include "../bfloat16.h"
#include "../kernels.h"
#include "activation.h"

namespace {

/// Calls `body(n, oy, ox, iy, ix, ky, kx)` for every tap that lies inside the image, of the outputs in lines
/// `first` ..< `last` of the batch.
template <class Body>
void for_each_tap(const ck_conv2d &s, ptrdiff_t first, ptrdiff_t last, Body body) {
  for (ptrdiff_t line = first; line < last; line++)
    for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
      for (ptrdiff_t ky = 0; ky < s.kernel_height; ky++)
        for (ptrdiff_t kx = 0; kx < s.kernel_width; kx++) {
          ptrdiff_t n = line / s.out_height, oy = line % s.out_height;
          ptrdiff_t iy = oy * s.stride_y - s.pad_top + ky * s.dilation_y;
          ptrdiff_t ix = ox * s.stride_x - s.pad_left + kx * s.dilation_x;
          if (iy >= 0 && iy < s.height && ix >= 0 && ix < s.width) body(n, oy, ox, iy, ix, ky, kx);
        }
}

/// A number as a product reads it.
struct Precision {
  bool rounds;
  double operator()(float x) const { return rounds ? ck::rounded_to_bfloat16(x) : x; }
};

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

ptrdiff_t ck::reference::conv2d_packed(const ck_conv2d *s, ck_conv2d_use use, int) {
  if (use == CK_CONV_BACKWARD_WEIGHTS) return 0;
  return s->kernel_height * s->kernel_width * s->channels / s->groups * s->filters;
}

void ck::reference::conv2d_pack(const float *weights, float *packed, const ck_conv2d *shape, ck_conv2d_use use,
                                int flags) {
  std::copy_n(weights, conv2d_packed(shape, use, flags), packed);
}

/// Lines of y, or of x for its gradient.
ptrdiff_t ck::reference::conv2d_units(const ck_conv2d *s, ck_conv2d_use use, int) {
  return s->batch * (use == CK_CONV_BACKWARD_DATA ? s->height : s->out_height);
}

ptrdiff_t ck::reference::conv2d_workspace(const ck_conv2d *, ck_conv2d_use, int) { return 0; }

void ck::reference::conv2d_forward(const float *x, const float *weights, const float *bias, const float *residual,
                                   float *y, const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last,
                                   float *) {
  const ck_conv2d &s = *shape;
  Places at{s};
  Precision number{ck::multiplies_bfloat16(s, flags)};
  for (ptrdiff_t line = first; line < last; line++)
    for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
      for (ptrdiff_t f = 0; f < s.filters; f++) {
        ptrdiff_t n = line / s.out_height, oy = line % s.out_height, place = at.y(n, oy, ox) + f;
        double sum = (bias ? double(bias[f]) : 0) + (residual ? double(residual[place]) : 0);
        for (ptrdiff_t ky = 0; ky < s.kernel_height; ky++)
          for (ptrdiff_t kx = 0; kx < s.kernel_width; kx++) {
            ptrdiff_t iy = oy * s.stride_y - s.pad_top + ky * s.dilation_y;
            ptrdiff_t ix = ox * s.stride_x - s.pad_left + kx * s.dilation_x;
            if (iy < 0 || iy >= s.height || ix < 0 || ix >= s.width) continue;
            const float *pixel = x + at.x(n, iy, ix) + f / at.out * at.in;
            for (ptrdiff_t c = 0; c < at.in; c++) sum += number(pixel[c]) * number(weights[at.weight(ky, kx, c) + f]);
          }
        y[place] = ck::reference::activation(sum, flags);
      }
}

void ck::reference::conv2d_backward_data(const float *dy, const float *weights, float *dx,
                                         const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last,
                                         float *) {
  const ck_conv2d &s = *shape;
  Places at{s};
  Precision number{ck::multiplies_bfloat16(s, flags)};
  for (ptrdiff_t line = first; line < last; line++)
    for (ptrdiff_t ix = 0; ix < s.width; ix++)
      for (ptrdiff_t c = 0; c < s.channels; c++) {
        ptrdiff_t n = line / s.height, iy = line % s.height, group = c / at.in, place = at.x(n, iy, ix) + c;
        double sum = flags & CK_ACCUMULATE ? double(dx[place]) : 0;
        for (ptrdiff_t ky = 0; ky < s.kernel_height; ky++)
          for (ptrdiff_t kx = 0; kx < s.kernel_width; kx++) {
            ptrdiff_t down = iy + s.pad_top - ky * s.dilation_y, right = ix + s.pad_left - kx * s.dilation_x;
            ptrdiff_t oy = down / s.stride_y, ox = right / s.stride_x;
            if (down < 0 || right < 0 || down % s.stride_y || right % s.stride_x) continue;
            if (oy >= s.out_height || ox >= s.out_width) continue;
            const float *gradient = dy + at.y(n, oy, ox) + group * at.out;
            const float *weight = weights + at.weight(ky, kx, c % at.in) + group * at.out;
            for (ptrdiff_t f = 0; f < at.out; f++) sum += number(gradient[f]) * number(weight[f]);
          }
        dx[place] = static_cast<float>(sum);
      }
}

/// Sums in double precision: a float sum over batch and pixels is too coarse to be held against.
void ck::reference::conv2d_backward_weights(const float *x, const float *dy, float *dweights, float *dbias,
                                            const ck_conv2d *shape, int flags, ptrdiff_t first, ptrdiff_t last, float *) {
  const ck_conv2d &s = *shape;
  Places at{s};
  Precision number{ck::multiplies_bfloat16(s, flags)};
  std::vector<double> sums(s.kernel_height * s.kernel_width * at.in * s.filters), bias(s.filters);
  for_each_tap(s, first, last, [&](auto n, auto oy, auto ox, auto iy, auto ix, auto ky, auto kx) {
    for (ptrdiff_t f = 0; f < s.filters; f++) {
      const float *pixel = x + at.x(n, iy, ix) + f / at.out * at.in;
      for (ptrdiff_t c = 0; c < at.in; c++)
        sums[at.weight(ky, kx, c) + f] += number(pixel[c]) * number(dy[at.y(n, oy, ox) + f]);
    }
  });
  for (size_t i = 0; i < sums.size(); i++) dweights[i] = static_cast<float>(dweights[i] + sums[i]);
  if (!dbias) return;
  for (ptrdiff_t i = at.y(0, first, 0); i < at.y(0, last, 0); i++) bias[i % s.filters] += dy[i];
  for (ptrdiff_t f = 0; f < s.filters; f++) dbias[f] = static_cast<float>(dbias[f] + bias[f]);
}
