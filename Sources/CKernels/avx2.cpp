// The kernels for vectors of 8.
#include "fast/headers.h"

#if defined(__x86_64__)
#define LANES 8
#pragma clang attribute push(__attribute__((target("avx2,fma"))), apply_to = function)
namespace ck::avx2 {
#include "fast/path.inc"
}  // namespace ck::avx2
#pragma clang attribute pop
#endif
