#ifndef CK_PEAK_H
#define CK_PEAK_H
#include "ck_path.h"
#ifdef __cplusplus
extern "C" {
#endif

/// Does nothing but `rounds` rounds of independent multiply-adds on full vectors of the path in use, all in
/// registers; `out` gets one number that depends on every one of them. Returns the floating-point operations,
/// two for each multiply-add: over the time taken, the most that a kernel of the path can reach on one core.
double ck_multiply_add_peak(ptrdiff_t rounds, float *out);

#ifdef __cplusplus
}
#endif
#endif
