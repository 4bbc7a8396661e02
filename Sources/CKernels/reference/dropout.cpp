#include "../kernels.h"
#include "../mix.h"

void ck::reference::dropout(const float *x, float rate, uint64_t seed, uint64_t offset, float *y, int flags,
                            ptrdiff_t count) {
  uint32_t limit = dropout_limit(rate);
  float scale = rate < 1 ? 1 / (1 - rate) : 0;
  for (ptrdiff_t i = 0; i < count; i++) {
    float value = mixed(seed, offset + static_cast<uint64_t>(i)) < limit ? 0 : x[i] * scale;
    y[i] = value + (flags & CK_ACCUMULATE ? y[i] : 0);
  }
}
