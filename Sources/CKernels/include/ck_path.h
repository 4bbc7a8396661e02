#ifndef CK_PATH_H
#define CK_PATH_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#ifdef __cplusplus
extern "C" {
#endif

/// The instruction sets that the kernels are built for.
typedef enum {
  /// Plain loops that sum in double precision: what the fast paths are tested against.
  CK_REFERENCE = 0,
  /// Vectors of four, of any processor.
  CK_PORTABLE = 1,
  /// Vectors of eight with fused multiply-add.
  CK_AVX2 = 2,
  /// Vectors of sixteen.
  CK_AVX512 = 3,
  /// The same, with products of bfloat16 numbers.
  CK_AVX512_BF16 = 4,
} ck_path_kind;

/// What a function does besides its work; flags are added.
enum {
  /// Applies max(0, y) to the result.
  CK_FUSE_RELU = 1,
  /// Adds to the output instead of overwriting it.
  CK_ACCUMULATE = 2,
  /// Applies min(max(0, y), 6) to the result.
  CK_FUSE_RELU6 = 4,
  /// Applies y * sigmoid(y) to the result.
  CK_FUSE_SILU = 8,
  /// Rounds the inputs of products to bfloat16, to the nearest even; sums stay float32. Convolutions keep float32
  /// where that is quicker: depthwise ones, those of few channels or few uses of a number, and three by three taps
  /// with stride 1 over more than 8 by 8 pixels. Every path rounds the same; one multiplies bfloat16 numbers.
  CK_BF16 = 16,
};

/// The path in use: the best one available, or what the environment variable PLANTSH_KERNELS names
/// (reference, portable, avx2, avx512, avx512bf16).
ck_path_kind ck_path(void);

/// Whether this processor runs `path`.
bool ck_path_available(ck_path_kind path);

/// Uses `path` from now on; false where the processor does not have it.
bool ck_set_path(ck_path_kind path);

/// Uses `path` on the calling thread only, whatever others use, until `ck_reset_thread_path`; false where the
/// processor does not have it. For tests.
bool ck_set_thread_path(ck_path_kind path);
void ck_reset_thread_path(void);

/// "reference", "portable", "avx2", "avx512" or "avx512bf16".
const char *ck_path_name(ck_path_kind path);

#ifdef __cplusplus
}
#endif
#endif
