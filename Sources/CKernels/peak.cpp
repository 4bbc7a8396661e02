// How fast the processor multiplies and adds when neither memory nor order holds it up.
#include "ck_peak.h"

namespace {

/// Independent sums: two units with a latency of four to five cycles want ten; all stay in registers.
constexpr int chains = 12;

template <int Lanes>
__attribute__((always_inline)) inline double multiply_adds(ptrdiff_t rounds, float *out) {
  typedef float Vector __attribute__((vector_size(Lanes * 4)));
  Vector sums[chains];
  for (int chain = 0; chain < chains; chain++) sums[chain] = Vector{} + static_cast<float>(chain);
  // Factors that the optimizer does not know and that leave the sums finite.
  Vector factor = Vector{} + *out, term = factor;
  for (ptrdiff_t round = 0; round < rounds; round++) {
    _Pragma("clang loop unroll(full)")
    for (int chain = 0; chain < chains; chain++) sums[chain] = sums[chain] * factor + term;
  }
  float total = 0;
  for (int chain = 0; chain < chains; chain++)
    for (int lane = 0; lane < Lanes; lane++) total += sums[chain][lane];
  *out = total;
  return 2.0 * Lanes * chains * static_cast<double>(rounds);
}

double portable(ptrdiff_t rounds, float *out) { return multiply_adds<4>(rounds, out); }

#if defined(__x86_64__)
__attribute__((target("avx2,fma"))) double avx2(ptrdiff_t rounds, float *out) {
  return multiply_adds<8>(rounds, out);
}

__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx2,fma"))) double avx512(ptrdiff_t rounds,
                                                                                   float *out) {
  return multiply_adds<16>(rounds, out);
}
#endif

}  // namespace

double ck_multiply_add_peak(ptrdiff_t rounds, float *out) {
  *out = 0.5f;
  switch (ck_path()) {
    case CK_REFERENCE:
    case CK_PORTABLE: break;
#if defined(__x86_64__)
    case CK_AVX2: return avx2(rounds, out);
    case CK_AVX512:
    case CK_AVX512_BF16: return avx512(rounds, out);
#else
    case CK_AVX2:
    case CK_AVX512:
    case CK_AVX512_BF16: break;
#endif
  }
  return portable(rounds, out);
}
