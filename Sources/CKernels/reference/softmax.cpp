#include <math.h>

#include "../kernels.h"

namespace {

/// log(sum(exp(x))) without overflow.
double log_sum_exp(const float *x, ptrdiff_t count) {
  double high = -INFINITY, sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) high = x[i] > high ? x[i] : high;
  for (ptrdiff_t i = 0; i < count; i++) sum += exp(x[i] - high);
  return high + log(sum);
}

}  // namespace

void ck::reference::softmax(const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    double total = log_sum_exp(x + row * columns, columns);
    for (ptrdiff_t i = row * columns; i < (row + 1) * columns; i++) y[i] = static_cast<float>(exp(x[i] - total));
  }
}

void ck::reference::softmax_backward(const float *y, const float *dy, float *dx, ptrdiff_t columns, int flags,
                                     ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    double sum = 0;
    for (ptrdiff_t i = row * columns; i < (row + 1) * columns; i++) sum += double(y[i]) * dy[i];
    for (ptrdiff_t i = row * columns; i < (row + 1) * columns; i++)
      dx[i] = static_cast<float>(y[i] * (dy[i] - sum) + (flags & CK_ACCUMULATE ? dx[i] : 0));
  }
}

void ck::reference::log_softmax(const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    double total = log_sum_exp(x + row * columns, columns);
    for (ptrdiff_t i = row * columns; i < (row + 1) * columns; i++) y[i] = static_cast<float>(x[i] - total);
  }
}

void ck::reference::log_softmax_backward(const float *y, const float *dy, float *dx, ptrdiff_t columns,
                                         int flags, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    double sum = 0;
    for (ptrdiff_t i = row * columns; i < (row + 1) * columns; i++) sum += dy[i];
    for (ptrdiff_t i = row * columns; i < (row + 1) * columns; i++)
      dx[i] = static_cast<float>(dy[i] - exp(y[i]) * sum + (flags & CK_ACCUMULATE ? dx[i] : 0));
  }
}

double ck::reference::label_weight(const ptrdiff_t *labels, const float *class_weights, ptrdiff_t count) {
  double sum = 0;
  for (ptrdiff_t i = 0; i < count; i++)
    if (labels[i] >= 0) sum += class_weights ? class_weights[labels[i]] : 1;
  return sum;
}

void ck::reference::cross_entropy(const float *logits, const ptrdiff_t *labels, const float *class_weights,
                                  float smoothing, float scale, float *losses, float *dlogits,
                                  ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last) {
  for (ptrdiff_t row = first; row < last; row++) {
    const float *x = logits + row * columns;
    ptrdiff_t label = labels[row];
    double total = log_sum_exp(x, columns), loss = 0, target_sum = 0;
    auto target = [&](ptrdiff_t c) {
      double weight = class_weights ? class_weights[c] : 1;
      return label < 0 ? 0 : weight * (smoothing / columns + (c == label ? 1 - smoothing : 0));
    };
    for (ptrdiff_t c = 0; c < columns; c++) {
      if (double t = target(c)) loss -= t * (x[c] - total);
      target_sum += target(c);
    }
    losses[row] = static_cast<float>(loss);
    if (!dlogits) continue;
    for (ptrdiff_t c = 0; c < columns; c++)
      dlogits[row * columns + c] = static_cast<float>(scale * (target_sum * exp(x[c] - total) - target(c)));
  }
}
