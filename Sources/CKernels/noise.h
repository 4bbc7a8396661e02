#pragma once
#include <stdint.h>

namespace ck {

/// Elements of an image share their random numbers in pairs: of each 32 the first 16 have the cosine, the others the
/// sine of a draw (Box and Muller, 1958), whatever the number of lanes.
constexpr int noise_block = 32;

/// The two halves of a seed, spread over 32 bits each.
struct NoiseSeed {
  uint32_t radius, angle;
};

/// The finalizer of MurmurHash3 (Appleby, 2011).
static inline uint32_t scrambled(uint32_t h) {
  h = (h ^ (h >> 16)) * 0x85EBCA6Bu;
  h = (h ^ (h >> 13)) * 0xC2B2AE35u;
  return h ^ (h >> 16);
}

static inline NoiseSeed noise_seed(uint64_t seed) {
  return {scrambled(static_cast<uint32_t>(seed) ^ 0x9E3779B9u),
          scrambled(static_cast<uint32_t>(seed >> 32) + 0x7F4A7C15u)};
}

}  // namespace ck
