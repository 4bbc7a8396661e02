#pragma once
#include <math.h>

#include "../kernels.h"

namespace ck::reference {

/// The activation that `flags` ask for.
inline float activation(double value, int flags) {
  if (flags & (CK_FUSE_RELU | CK_FUSE_RELU6) && value < 0) value = 0;
  if (flags & CK_FUSE_RELU6 && value > 6) value = 6;
  if (flags & CK_FUSE_SILU) value /= 1 + exp(-value);
  return static_cast<float>(value);
}

}  // namespace ck::reference
