// The kernels for vectors of 16.
#include "fast/headers.h"

#if defined(__x86_64__)
#define LANES 16
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))), apply_to = function)
namespace ck::avx512 {
#include "fast/path.inc"
}  // namespace ck::avx512
#pragma clang attribute pop
#endif
