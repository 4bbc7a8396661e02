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

/// Floats of the points and products of Winograd's convolution that are worked on together.
constexpr ptrdiff_t winograd_floats = 72 * 1024;

/// So many floats at most are taken to lie in the caches already; the lines of more are fetched ahead.
constexpr ptrdiff_t near_floats = 4 * 1024 * 1024;

}  // namespace ck
