#include <math.h>

#include "../kernels.h"

void ck::reference::batch_norm_statistics(const float *x, double *sums, ptrdiff_t channels, ptrdiff_t first,
                                          ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t c = 0; c < channels; c++) {
      double distance = double(x[row * channels + c]) - x[c];
      sums[c] += distance;
      sums[channels + c] += distance * distance;
    }
}

void ck::reference::batch_norm_finish(const float *x, const double *sums, float epsilon, float *mean,
                                      float *variance, float *inverse, ptrdiff_t parts, ptrdiff_t rows,
                                      ptrdiff_t channels) {
  for (ptrdiff_t c = 0; c < channels; c++) {
    double sum = 0, squares = 0;
    for (ptrdiff_t part = 0; part < parts; part++) {
      sum += sums[2 * part * channels + c];
      squares += sums[(2 * part + 1) * channels + c];
    }
    double distance = sum / rows, spread = squares / rows - distance * distance;
    if (spread < 0) spread = 0;
    mean[c] = static_cast<float>(x[c] + distance);
    variance[c] = static_cast<float>(spread);
    inverse[c] = static_cast<float>(1 / sqrt(spread + epsilon));
  }
}

void ck::reference::batch_norm_fold(const float *mean, const float *variance, const float *gamma,
                                    const float *beta, float epsilon, float *scale, float *shift,
                                    ptrdiff_t channels) {
  for (ptrdiff_t c = 0; c < channels; c++) {
    double factor = gamma[c] / sqrt(double(variance[c]) + epsilon);
    scale[c] = static_cast<float>(factor);
    shift[c] = static_cast<float>(beta[c] - mean[c] * factor);
  }
}

void ck::reference::scale_shift(const float *x, const float *scale, const float *shift, const float *residual,
                                float *y, ptrdiff_t channels, int flags, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t c = 0; c < channels; c++) {
      ptrdiff_t i = row * channels + c;
      float value = x[i] * scale[c] + shift[c] + (residual ? residual[i] : 0);
      y[i] = flags & CK_FUSE_RELU && value < 0 ? 0 : value;
    }
}

void ck::reference::batch_norm_backward_sums(const float *x, const float *dy, const float *y,
                                             const float *mean, const float *inverse, double *sums,
                                             ptrdiff_t channels, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t c = 0; c < channels; c++) {
      ptrdiff_t i = row * channels + c;
      double dz = y && !(y[i] > 0) ? 0 : dy[i];
      sums[c] += dz;
      sums[channels + c] += dz * (double(x[i]) - mean[c]) * inverse[c];
    }
}

void ck::reference::batch_norm_backward_finish(const double *sums, float *dgamma, float *dbeta,
                                               ptrdiff_t parts, ptrdiff_t channels) {
  for (ptrdiff_t c = 0; c < channels; c++) {
    double sum = 0, product = 0;
    for (ptrdiff_t part = 0; part < parts; part++) {
      sum += sums[2 * part * channels + c];
      product += sums[(2 * part + 1) * channels + c];
    }
    dbeta[c] = static_cast<float>(sum);
    dgamma[c] = static_cast<float>(product);
  }
}

void ck::reference::batch_norm_backward(const float *x, const float *dy, const float *y, const float *mean,
                                        const float *inverse, const float *gamma, const float *dgamma,
                                        const float *dbeta, float *dx, float *dresidual, ptrdiff_t rows,
                                        ptrdiff_t channels, int flags, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t c = 0; c < channels; c++) {
      ptrdiff_t i = row * channels + c;
      double dz = y && !(y[i] > 0) ? 0 : dy[i];
      double distance = (double(x[i]) - mean[c]) * inverse[c];
      double gradient = gamma[c] * inverse[c] * (dz - dbeta[c] / double(rows) - distance * dgamma[c] / rows);
      bool add = flags & CK_ACCUMULATE;
      if (dresidual) dresidual[i] = static_cast<float>(dz + (add ? dresidual[i] : 0));
      dx[i] = static_cast<float>(gradient + (add ? dx[i] : 0));
    }
}
