#include <math.h>

#include "../kernels.h"

void ck::reference::group_norm_forward(const float *x, const float *gamma, const float *beta, float epsilon,
                                       float *y, float *mean, float *inverse, ptrdiff_t pixels,
                                       ptrdiff_t channels, ptrdiff_t groups, ptrdiff_t first, ptrdiff_t last) {
  ptrdiff_t width = channels / groups;
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t group = 0; group < groups; group++) {
      auto at = [&](ptrdiff_t pixel, ptrdiff_t c) { return (n * pixels + pixel) * channels + group * width + c; };
      double sum = 0, squares = 0, count = double(pixels) * width;
      for (ptrdiff_t pixel = 0; pixel < pixels; pixel++)
        for (ptrdiff_t c = 0; c < width; c++) sum += x[at(pixel, c)];
      double centre = sum / count;
      for (ptrdiff_t pixel = 0; pixel < pixels; pixel++)
        for (ptrdiff_t c = 0; c < width; c++) squares += (x[at(pixel, c)] - centre) * (x[at(pixel, c)] - centre);
      double factor = 1 / sqrt(squares / count + epsilon);
      mean[n * groups + group] = static_cast<float>(centre);
      inverse[n * groups + group] = static_cast<float>(factor);
      for (ptrdiff_t pixel = 0; pixel < pixels; pixel++)
        for (ptrdiff_t c = 0; c < width; c++)
          y[at(pixel, c)] = static_cast<float>((x[at(pixel, c)] - centre) * factor * gamma[group * width + c] +
                                               beta[group * width + c]);
    }
}

void ck::reference::group_norm_backward(const float *x, const float *dy, const float *mean, const float *inverse,
                                        const float *gamma, float *dx, float *dgamma, float *dbeta,
                                        ptrdiff_t pixels, ptrdiff_t channels, ptrdiff_t groups, int flags,
                                        ptrdiff_t first, ptrdiff_t last) {
  ptrdiff_t width = channels / groups;
  for (ptrdiff_t n = first; n < last; n++)
    for (ptrdiff_t group = 0; group < groups; group++) {
      double centre = mean[n * groups + group], factor = inverse[n * groups + group];
      double sum = 0, product = 0, count = double(pixels) * width;
      auto at = [&](ptrdiff_t pixel, ptrdiff_t c) { return (n * pixels + pixel) * channels + group * width + c; };
      for (ptrdiff_t c = 0; c < width; c++) {
        double level = 0, slope = 0;
        for (ptrdiff_t pixel = 0; pixel < pixels; pixel++) {
          level += dy[at(pixel, c)];
          slope += dy[at(pixel, c)] * (x[at(pixel, c)] - centre) * factor;
        }
        dbeta[group * width + c] += static_cast<float>(level);
        dgamma[group * width + c] += static_cast<float>(slope);
        sum += level * gamma[group * width + c];
        product += slope * gamma[group * width + c];
      }
      for (ptrdiff_t pixel = 0; pixel < pixels; pixel++)
        for (ptrdiff_t c = 0; c < width; c++) {
          double distance = (x[at(pixel, c)] - centre) * factor;
          double dz = double(dy[at(pixel, c)]) * gamma[group * width + c];
          double value = factor * (dz - sum / count - distance * product / count);
          float *to = dx + at(pixel, c);
          *to = static_cast<float>(value + (flags & CK_ACCUMULATE ? *to : 0));
        }
    }
}
