#include "internal.h"

#if defined(__x86_64__)
#include <cpuid.h>
#include <immintrin.h>

bool sha256_is_fast(void) {
  static int known = -1;
  int fast = __atomic_load_n(&known, __ATOMIC_RELAXED);
  if (fast < 0) {
    unsigned a, b = 0, c = 0, d;
    bool has_sha = __get_cpuid_count(7, 0, &a, &b, &c, &d) && (b >> 29 & 1);
    bool has_sse41 = __get_cpuid(1, &a, &b, &c, &d) && (c >> 19 & 1) && (c >> 9 & 1);
    fast = has_sha && has_sse41;
    __atomic_store_n(&known, fast, __ATOMIC_RELAXED);
  }
  return fast;
}

// The state stands as the instructions want it: A B E F in one register, C D G H in the other (Intel SHA
// Extensions, 2013).
__attribute__((target("sha,sse4.1,ssse3"))) void sha256_blocks_x86(uint32_t state[8], const uint8_t *bytes,
                                                                   size_t blocks) {
  const __m128i order = _mm_set_epi64x(0x0c0d0e0f08090a0bULL, 0x0405060700010203ULL);
  __m128i low = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)state), 0xB1);
  __m128i high = _mm_shuffle_epi32(_mm_loadu_si128((const __m128i *)(state + 4)), 0x1B);
  __m128i abef = _mm_alignr_epi8(low, high, 8);
  __m128i cdgh = _mm_blend_epi16(high, low, 0xF0);
  for (; blocks > 0; blocks--, bytes += 64) {
    const __m128i abef_before = abef, cdgh_before = cdgh;
    __m128i w[4];
    for (int k = 0; k < 4; k++)
      w[k] = _mm_shuffle_epi8(_mm_loadu_si128((const __m128i *)(bytes + 16 * k)), order);
    for (int group = 0; group < 16; group++) {
      __m128i *now = &w[group & 3];
      if (group >= 4) {
        const __m128i last = w[(group + 3) & 3];
        const __m128i sum = _mm_add_epi32(_mm_sha256msg1_epu32(*now, w[(group + 1) & 3]),
                                          _mm_alignr_epi8(last, w[(group + 2) & 3], 4));
        *now = _mm_sha256msg2_epu32(sum, last);
      }
      const __m128i *constants = (const __m128i *)(sha256_constants + 4 * group);
      __m128i words = _mm_add_epi32(*now, _mm_loadu_si128(constants));
      cdgh = _mm_sha256rnds2_epu32(cdgh, abef, words);
      words = _mm_shuffle_epi32(words, 0x0E);
      abef = _mm_sha256rnds2_epu32(abef, cdgh, words);
    }
    abef = _mm_add_epi32(abef, abef_before);
    cdgh = _mm_add_epi32(cdgh, cdgh_before);
  }
  low = _mm_shuffle_epi32(abef, 0x1B);
  high = _mm_shuffle_epi32(cdgh, 0xB1);
  _mm_storeu_si128((__m128i *)state, _mm_blend_epi16(low, high, 0xF0));
  _mm_storeu_si128((__m128i *)(state + 4), _mm_alignr_epi8(high, low, 8));
}

#else

bool sha256_is_fast(void) { return false; }

#endif
