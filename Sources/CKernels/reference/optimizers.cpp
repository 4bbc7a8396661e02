#include <math.h>

#include "../kernels.h"

void ck::reference::sgd_step(const float *gradient, float gradient_scale, float *weights, float *velocity,
                             float rate, float momentum, bool nesterov, float weight_decay, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    float g = gradient[i] * gradient_scale + weight_decay * weights[i];
    if (velocity) {
      velocity[i] = momentum * velocity[i] + g;
      g = nesterov ? g + momentum * velocity[i] : velocity[i];
    }
    weights[i] -= rate * g;
  }
}

void ck::reference::adam_step(const float *gradient, float gradient_scale, float *weights, float *mean,
                              float *variance, float rate, float beta1, float beta2, float epsilon,
                              float weight_decay, bool decoupled, ptrdiff_t step, ptrdiff_t count) {
  float pace = static_cast<float>(rate / (1 - pow(beta1, step)));
  float whole = static_cast<float>(1 / sqrt(1 - pow(beta2, step)));
  for (ptrdiff_t i = 0; i < count; i++) {
    float g = gradient[i] * gradient_scale;
    if (decoupled) weights[i] -= rate * weight_decay * weights[i];
    else g += weight_decay * weights[i];
    mean[i] = beta1 * mean[i] + (1 - beta1) * g;
    variance[i] = beta2 * variance[i] + (1 - beta2) * g * g;
    weights[i] -= pace * mean[i] / (sqrtf(variance[i]) * whole + epsilon);
  }
}

void ck::reference::rmsprop_step(const float *gradient, float gradient_scale, float *weights,
                                 float *square_mean, float *velocity, float rate, float decay, float epsilon,
                                 float momentum, float weight_decay, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) {
    float g = gradient[i] * gradient_scale + weight_decay * weights[i];
    square_mean[i] = decay * square_mean[i] + (1 - decay) * g * g;
    float step = g / (sqrtf(square_mean[i]) + epsilon);
    if (velocity) step = velocity[i] = momentum * velocity[i] + step;
    weights[i] -= rate * step;
  }
}
