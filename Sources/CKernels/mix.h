#pragma once
#include <stdint.h>

namespace ck {

/// 24 random bits that follow from a seed and a counter: SplitMix64 (Steele, Lea and Flood, 2014).
static inline uint32_t mixed(uint64_t seed, uint64_t counter) {
  uint64_t z = seed + (counter + 1) * 0x9E3779B97F4A7C15u;
  z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
  z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
  return static_cast<uint32_t>((z ^ (z >> 31)) >> 40);
}

/// An element is dropped where its 24 bits are below this.
static inline uint32_t dropout_limit(float rate) { return static_cast<uint32_t>(double(rate) * 0x1p24); }

}  // namespace ck
