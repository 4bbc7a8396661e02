#ifndef CK_OPTIMIZERS_H
#define CK_OPTIMIZERS_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

// Each does one step in one pass. `gradient_scale` multiplies the gradient first (clipping, accumulation).

/// Stochastic gradient descent. `velocity` may be null where momentum is 0; it starts as zeros.
/// Weight decay is added to the gradient.
void ck_sgd_step(const float *gradient, float gradient_scale, float *weights, float *velocity, float rate,
                 float momentum, bool nesterov, float weight_decay, ptrdiff_t count);

/// Adam (Kingma and Ba, 2015); `step` counts from 1. `decoupled` makes it AdamW (Loshchilov and Hutter, 2019):
/// the decay then shrinks the weights by rate * weight_decay instead of joining the gradient.
void ck_adam_step(const float *gradient, float gradient_scale, float *weights, float *mean, float *variance,
                  float rate, float beta1, float beta2, float epsilon, float weight_decay, bool decoupled,
                  ptrdiff_t step, ptrdiff_t count);

/// RMSprop (Tieleman and Hinton, 2012). `velocity` may be null where momentum is 0.
void ck_rmsprop_step(const float *gradient, float gradient_scale, float *weights, float *square_mean,
                     float *velocity, float rate, float decay, float epsilon, float momentum,
                     float weight_decay, ptrdiff_t count);

#ifdef __cplusplus
}
#endif
#endif
