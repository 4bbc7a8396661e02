#include "../kernels.h"
#include "../lists.h"

void ck::reference::sgd_steps(const ck_weights *list, const float *scalars, float momentum, bool nesterov,
                              float weight_decay, ptrdiff_t first, ptrdiff_t last) {
  for_each_part(list->counts, list->tensors, first, last, [&](ptrdiff_t i, ptrdiff_t begin, ptrdiff_t count) {
    sgd_step(list->gradients[i] + begin, scalars[1], list->weights[i] + begin, part_of(list->moments, i, begin),
             scalars[0], momentum, nesterov, weight_decay, count);
  });
}

void ck::reference::adam_steps(const ck_weights *list, const float *scalars, float beta1, float beta2,
                               float epsilon, float weight_decay, bool decoupled, ptrdiff_t first,
                               ptrdiff_t last) {
  for_each_part(list->counts, list->tensors, first, last, [&](ptrdiff_t i, ptrdiff_t begin, ptrdiff_t count) {
    adam_step(list->gradients[i] + begin, scalars[1], list->weights[i] + begin, list->moments[i] + begin,
              list->squares[i] + begin, scalars[0], beta1, beta2, epsilon, weight_decay, decoupled,
              static_cast<ptrdiff_t>(scalars[2]), count);
  });
}

void ck::reference::rmsprop_steps(const ck_weights *list, const float *scalars, float decay, float epsilon,
                                  float momentum, float weight_decay, ptrdiff_t first, ptrdiff_t last) {
  for_each_part(list->counts, list->tensors, first, last, [&](ptrdiff_t i, ptrdiff_t begin, ptrdiff_t count) {
    rmsprop_step(list->gradients[i] + begin, scalars[1], list->weights[i] + begin, list->squares[i] + begin,
                 part_of(list->moments, i, begin), scalars[0], decay, epsilon, momentum, weight_decay, count);
  });
}

void ck::reference::move_towards(const float *const *x, float *const *y, const ptrdiff_t *counts,
                                 ptrdiff_t tensors, float part, ptrdiff_t first, ptrdiff_t last) {
  for_each_part(counts, tensors, first, last, [&](ptrdiff_t tensor, ptrdiff_t begin, ptrdiff_t count) {
    for (ptrdiff_t i = begin; i < begin + count; i++) y[tensor][i] += part * (x[tensor][i] - y[tensor][i]);
  });
}

double ck::reference::squared_norms(const float *const *x, const ptrdiff_t *counts, ptrdiff_t tensors,
                                    ptrdiff_t first, ptrdiff_t last) {
  double sum = 0;
  for_each_part(counts, tensors, first, last, [&](ptrdiff_t tensor, ptrdiff_t begin, ptrdiff_t count) {
    sum += squared_norm(x[tensor] + begin, count);
  });
  return sum;
}
