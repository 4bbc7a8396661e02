#ifndef CK_SOFTMAX_H
#define CK_SOFTMAX_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Rows `first` ..< `last` of x [rows, columns]; y may be x.
void ck_softmax(const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// dx from y = softmax(x). Flags: CK_ACCUMULATE.
void ck_softmax_backward(const float *y, const float *dy, float *dx, ptrdiff_t columns, int flags,
                         ptrdiff_t first, ptrdiff_t last);

void ck_log_softmax(const float *x, float *y, ptrdiff_t columns, ptrdiff_t first, ptrdiff_t last);

/// dx from y = log softmax(x). Flags: CK_ACCUMULATE.
void ck_log_softmax_backward(const float *y, const float *dy, float *dx, ptrdiff_t columns, int flags,
                             ptrdiff_t first, ptrdiff_t last);

/// The weight of the labels together: how many are not negative, or the sum of their class weights.
double ck_label_weight(const ptrdiff_t *labels, const float *class_weights, ptrdiff_t count);

/// Cross entropy of rows `first` ..< `last`: losses [rows] (not divided by anything) and, where not null,
/// dlogits = scale * dloss / dlogits. `labels` count from 0, a negative one is passed over. `class_weights`
/// [columns] may be null. `smoothing` spreads that part of the label over all classes. For the mean, divide
/// by `ck_label_weight`, and give its inverse as `scale`.
void ck_cross_entropy(const float *logits, const ptrdiff_t *labels, const float *class_weights, float smoothing,
                      float scale, float *losses, float *dlogits, ptrdiff_t columns, ptrdiff_t first,
                      ptrdiff_t last);

#ifdef __cplusplus
}
#endif
#endif
