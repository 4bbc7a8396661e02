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

/// Many tensors of weights that one call updates. What is not needed is null: `moments` are the velocities or
/// Adam's means, `squares` the running squares of Adam and RMSprop.
typedef struct {
  ptrdiff_t tensors;
  const ptrdiff_t *counts;
  const float *const *gradients;
  float *const *weights;
  float *const *moments;
  float *const *squares;
} ck_weights;

// Steps of a whole list, as the functions above, on floats `first` ..< `last` of all tensors laid end to end.
// `scalars` are the rate, the gradient's scale and the step, read when the call runs.

void ck_sgd_steps(const ck_weights *list, const float *scalars, float momentum, bool nesterov, float weight_decay,
                  ptrdiff_t first, ptrdiff_t last);

void ck_adam_steps(const ck_weights *list, const float *scalars, float beta1, float beta2, float epsilon,
                   float weight_decay, bool decoupled, ptrdiff_t first, ptrdiff_t last);

void ck_rmsprop_steps(const ck_weights *list, const float *scalars, float decay, float epsilon, float momentum,
                      float weight_decay, ptrdiff_t first, ptrdiff_t last);

/// y += part * (x - y) for a list of tensors, floats `first` ..< `last`: a moving average.
void ck_move_towards(const float *const *x, float *const *y, const ptrdiff_t *counts, ptrdiff_t tensors, float part,
                     ptrdiff_t first, ptrdiff_t last);

/// The sum of the squares of floats `first` ..< `last` of a list of tensors, as for clipping.
double ck_squared_norms(const float *const *x, const ptrdiff_t *counts, ptrdiff_t tensors, ptrdiff_t first,
                        ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
