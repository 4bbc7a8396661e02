#include <math.h>

#include "../kernels.h"

void ck::reference::layer_norm_forward(const float *x, const float *gamma, const float *beta, float epsilon,
                                       float *y, float *mean, float *inverse, ptrdiff_t columns,
                                       ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    const float *in = x + row * columns;
    double sum = 0, squares = 0;
    for (ptrdiff_t c = 0; c < columns; c++) sum += in[c];
    double centre = sum / columns;
    for (ptrdiff_t c = 0; c < columns; c++) squares += (in[c] - centre) * (in[c] - centre);
    double factor = 1 / sqrt(squares / columns + epsilon);
    mean[row] = static_cast<float>(centre);
    inverse[row] = static_cast<float>(factor);
    for (ptrdiff_t c = 0; c < columns; c++)
      y[row * columns + c] = static_cast<float>((in[c] - centre) * factor * gamma[c] + beta[c]);
  }
}

void ck::reference::layer_norm_backward(const float *x, const float *dy, const float *mean,
                                        const float *inverse, const float *gamma, float *dx, float *dgamma,
                                        float *dbeta, ptrdiff_t columns, int flags, ptrdiff_t first,
                                        ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    const float *in = x + row * columns, *gradient = dy + row * columns;
    double sum = 0, product = 0;
    for (ptrdiff_t c = 0; c < columns; c++) {
      double distance = (double(in[c]) - mean[row]) * inverse[row], dz = double(gradient[c]) * gamma[c];
      sum += dz;
      product += dz * distance;
      dgamma[c] += static_cast<float>(gradient[c] * distance);
      dbeta[c] += gradient[c];
    }
    for (ptrdiff_t c = 0; c < columns; c++) {
      double distance = (double(in[c]) - mean[row]) * inverse[row], dz = double(gradient[c]) * gamma[c];
      double value = inverse[row] * (dz - sum / columns - distance * product / columns);
      float *place = dx + row * columns + c;
      *place = static_cast<float>(value + (flags & CK_ACCUMULATE ? *place : 0));
    }
  }
}
