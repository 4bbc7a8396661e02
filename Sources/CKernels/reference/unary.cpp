#include <math.h>

#include "../kernels.h"

namespace {

double sigmoid(double x) { return 1 / (1 + exp(-x)); }

/// The distribution function of the normal distribution, and its density.
double normal_below(double x) { return 0.5 * erfc(-x * M_SQRT1_2); }
double normal_density(double x) { return exp(-x * x / 2) * M_2_SQRTPI * M_SQRT1_2 / 2; }

double value(ck_unary_kind kind, double x, double p) {
  switch (kind) {
    case CK_RELU: return x < 0 ? 0 : x;
    case CK_RELU6: return x < 0 ? 0 : x > 6 ? 6 : x;
    case CK_LEAKY_RELU: return x < 0 ? p * x : x;
    case CK_GELU: return x * normal_below(x);
    case CK_SILU: return x * sigmoid(x);
    case CK_SIGMOID: return sigmoid(x);
    case CK_TANH: return tanh(x);
    case CK_EXP: return exp(x);
    case CK_LOG: return log(x);
    case CK_SQRT: return sqrt(x);
    case CK_ABS: return fabs(x);
    case CK_SQUARE: return x * x;
    case CK_NEGATE: return -x;
    case CK_POWER: return pow(x, p);
    case CK_MULTIPLE: return x * p;
    case CK_OFFSET: return x + p;
    case CK_HARD_SIGMOID: return x <= -3 ? 0 : x >= 3 ? 1 : (x + 3) / 6;
    case CK_HARD_SWISH: return x <= -3 ? 0 : x >= 3 ? x : x * (x + 3) / 6;
    case CK_ERF: return erf(x);
    case CK_SIN: return sin(x);
    case CK_COS: return cos(x);
    case CK_RECIPROCAL: return 1 / x;
    case CK_SIGN: return x > 0 ? 1 : x < 0 ? -1 : x;
    case CK_FLOOR: return floor(x);
    case CK_CEIL: return ceil(x);
    case CK_ROUND: return rint(x);
  }
  return x;
}

double slope(ck_unary_kind kind, double x, double y, double p) {
  switch (kind) {
    case CK_RELU: return x > 0 ? 1 : 0;
    case CK_RELU6: return x > 0 && x < 6 ? 1 : 0;
    case CK_LEAKY_RELU: return x > 0 ? 1 : p;
    case CK_GELU: return normal_below(x) + x * normal_density(x);
    case CK_SILU: return sigmoid(x) * (1 + x * (1 - sigmoid(x)));
    case CK_SIGMOID: return y * (1 - y);
    case CK_TANH: return 1 - y * y;
    case CK_EXP: return y;
    case CK_LOG: return 1 / x;
    case CK_SQRT: return 0.5 / y;
    case CK_ABS: return x > 0 ? 1 : x < 0 ? -1 : 0;
    case CK_SQUARE: return 2 * x;
    case CK_NEGATE: return -1;
    case CK_POWER: return p == 0 ? 0 : p * pow(x, p - 1);
    case CK_MULTIPLE: return p;
    case CK_OFFSET: return 1;
    case CK_HARD_SIGMOID: return x > -3 && x < 3 ? 1.0 / 6 : 0;
    case CK_HARD_SWISH: return x <= -3 ? 0 : x >= 3 ? 1 : (2 * x + 3) / 6;
    case CK_ERF: return exp(-x * x) * M_2_SQRTPI;
    case CK_SIN: return cos(x);
    case CK_COS: return -sin(x);
    case CK_RECIPROCAL: return -y * y;
    case CK_SIGN:
    case CK_FLOOR:
    case CK_CEIL:
    case CK_ROUND: return 0;
  }
  return 1;
}

}  // namespace

void ck::reference::unary(ck_unary_kind kind, const float *x, float parameter, float *y, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) y[i] = static_cast<float>(value(kind, x[i], parameter));
}

void ck::reference::unary_backward(ck_unary_kind kind, const float *x, const float *y, const float *dy,
                                   float parameter, float *dx, int flags, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    double gradient = dy[i] * slope(kind, x[i], y[i], parameter);
    dx[i] = static_cast<float>(gradient + (flags & CK_ACCUMULATE ? dx[i] : 0));
  }
}

void ck::reference::clip(const float *x, float low, float high, float *y, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) y[i] = x[i] < low ? low : x[i] > high ? high : x[i];
}

void ck::reference::clip_backward(const float *x, const float *dy, float low, float high, float *dx, int flags,
                                  ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++)
    dx[i] = (x[i] >= low && x[i] <= high ? dy[i] : 0) + (flags & CK_ACCUMULATE ? dx[i] : 0);
}
