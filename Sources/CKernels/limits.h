#pragma once
#include <stddef.h>

namespace ck {

/// Floats in the longest vector of any path.
constexpr ptrdiff_t widest = 16;

/// With at most so many input channels, the gradient of the weights reads a padded copy of the image.
constexpr ptrdiff_t few_channels = 4;

/// The blocks of matrix products: of op(A) [rows, depth] stays in the second cache, of op(B)
/// [depth, columns] in the third (Goto and van de Geijn, 2008).
constexpr ptrdiff_t gemm_rows = 168, gemm_depth = 256, gemm_columns = 3072;

/// With more floats than these a result is written past the caches.
constexpr ptrdiff_t streamed_floats = 4 * 1024 * 1024;

/// Floats of input and output that are worked on together where they are passed several times.
constexpr ptrdiff_t strip_floats = 32 * 1024;

/// Floats of the points and products of Winograd's convolution that are worked on together.
constexpr ptrdiff_t winograd_floats = 72 * 1024;

/// So many floats at most are taken to lie in the caches already; the lines of more are fetched ahead.
constexpr ptrdiff_t near_floats = 4 * 1024 * 1024;

/// Floats of paired inputs that are worked on together.
constexpr ptrdiff_t paired_floats = 16 * 1024;

/// Numbers become bfloat16 where each is used so many times at least, and in convolutions of three by three taps for
/// images of so many pixels at most.
constexpr ptrdiff_t bfloat16_uses = 32, bfloat16_pixels = 64;

}  // namespace ck
