#include "../kernels.h"

namespace {

struct Window {
  ptrdiff_t y0, y1, x0, x1;
  double weight;
};

/// Calls `body(n, output, window)` for every output pixel.
template <class Cut, class Body>
void for_each_window(const ck_pool2d &s, ptrdiff_t first, ptrdiff_t last, Cut cut, Body body) {
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t oy = 0; oy < s.out_height; oy++)
      for (ptrdiff_t ox = 0; ox < s.out_width; ox++)
        body(n, ((n * s.out_height + oy) * s.out_width + ox) * s.channels, cut(s, oy, ox));
}

Window pooled(const ck_pool2d &s, ptrdiff_t oy, ptrdiff_t ox) {
  ptrdiff_t y = oy * s.stride_y - s.pad_top, x = ox * s.stride_x - s.pad_left;
  auto clamp = [](ptrdiff_t value, ptrdiff_t limit) { return value < 0 ? 0 : value > limit ? limit : value; };
  Window w{clamp(y, s.height), clamp(y + s.kernel_height, s.height), clamp(x, s.width),
           clamp(x + s.kernel_width, s.width), 0};
  ptrdiff_t inside = (w.y1 - w.y0) * (w.x1 - w.x0);
  ptrdiff_t whole = s.count_padding ? s.kernel_height * s.kernel_width : inside;
  w.weight = inside ? 1.0 / whole : 0;
  return w;
}

Window adaptive(const ck_pool2d &s, ptrdiff_t oy, ptrdiff_t ox) {
  Window w{oy * s.height / s.out_height, ((oy + 1) * s.height + s.out_height - 1) / s.out_height,
           ox * s.width / s.out_width, ((ox + 1) * s.width + s.out_width - 1) / s.out_width, 0};
  w.weight = 1.0 / ((w.y1 - w.y0) * (w.x1 - w.x0));
  return w;
}

template <class Cut>
void forward(const float *x, float *y, const ck_pool2d &s, ptrdiff_t first, ptrdiff_t last, Cut cut) {
  for_each_window(s, first, last, cut, [&](ptrdiff_t n, ptrdiff_t out, Window w) {
    for (ptrdiff_t c = 0; c < s.channels; c++) {
      double sum = 0;
      for (ptrdiff_t iy = w.y0; iy < w.y1; iy++)
        for (ptrdiff_t ix = w.x0; ix < w.x1; ix++) sum += x[((n * s.height + iy) * s.width + ix) * s.channels + c];
      y[out + c] = static_cast<float>(sum * w.weight);
    }
  });
}

template <class Cut>
void backward(const float *dy, float *dx, const ck_pool2d &s, int flags, ptrdiff_t first, ptrdiff_t last,
              Cut cut) {
  ptrdiff_t image = s.height * s.width * s.channels;
  if (!(flags & CK_ACCUMULATE))
    for (ptrdiff_t i = first * image; i < last * image; i++) dx[i] = 0;
  for_each_window(s, first, last, cut, [&](ptrdiff_t n, ptrdiff_t out, Window w) {
    for (ptrdiff_t iy = w.y0; iy < w.y1; iy++)
      for (ptrdiff_t ix = w.x0; ix < w.x1; ix++)
        for (ptrdiff_t c = 0; c < s.channels; c++)
          dx[((n * s.height + iy) * s.width + ix) * s.channels + c] +=
              static_cast<float>(dy[out + c] * w.weight);
  });
}

}  // namespace

void ck::reference::average_pool_forward(const float *x, float *y, const ck_pool2d *shape, ptrdiff_t first,
                                         ptrdiff_t last) {
  forward(x, y, *shape, first, last, pooled);
}

void ck::reference::average_pool_backward(const float *dy, float *dx, const ck_pool2d *shape, int flags,
                                          ptrdiff_t first, ptrdiff_t last) {
  backward(dy, dx, *shape, flags, first, last, pooled);
}

void ck::reference::adaptive_average_pool_forward(const float *x, float *y, const ck_pool2d *shape,
                                                  ptrdiff_t first, ptrdiff_t last) {
  forward(x, y, *shape, first, last, adaptive);
}

void ck::reference::adaptive_average_pool_backward(const float *dy, float *dx, const ck_pool2d *shape,
                                                   int flags, ptrdiff_t first, ptrdiff_t last) {
  backward(dy, dx, *shape, flags, first, last, adaptive);
}
