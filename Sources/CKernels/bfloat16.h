#pragma once
// bfloat16 numbers, the upper halves of floats, and which products are of them.
#include <stdint.h>
#include <string.h>

#include <algorithm>

#include "include/CKernels.h"
#include "limits.h"

namespace ck {

/// The bits of `x` rounded to bfloat16: to the nearest, and of two equally near to the even one.
inline uint32_t bfloat16_bits(float x) {
  uint32_t bits;
  memcpy(&bits, &x, sizeof bits);
  if (x != x) return bits >> 16 | 0x40;
  return (bits + 0x7fff + (bits >> 16 & 1)) >> 16;
}

inline float float_of_bits(uint32_t bits) {
  float x;
  memcpy(&x, &bits, sizeof x);
  return x;
}

inline float rounded_to_bfloat16(float x) { return float_of_bits(bfloat16_bits(x) << 16); }

/// Two bfloat16 numbers in the place of a float, `a` in the lower half.
inline float pair_of_bfloat16(float a, float b) { return float_of_bits(bfloat16_bits(a) | bfloat16_bits(b) << 16); }

/// Whether a convolution that may multiply bfloat16 numbers does so, on every path. Large images under three by three
/// taps do not: floats are quicker there by Winograd's convolution. Nor
/// where a number is used so few times that rounding it takes longer.
inline bool multiplies_bfloat16(const ck_conv2d &s, int flags) {
  if (!(flags & CK_BF16)) return false;
  ptrdiff_t in = s.channels / s.groups, out = s.filters / s.groups, taps = s.kernel_height * s.kernel_width;
  bool three = s.kernel_height == 3 && s.kernel_width == 3 && s.stride_y == 1 && s.stride_x == 1 &&
               s.dilation_y == 1 && s.dilation_x == 1 && s.groups == 1;
  if (three && s.out_height * s.out_width > bfloat16_pixels) return false;
  return in > few_channels && taps * std::min(in, out) >= bfloat16_uses * s.stride_y * s.stride_x;
}

}  // namespace ck
