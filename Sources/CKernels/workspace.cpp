// Sizes of the workspaces: enough for every path.
#include <algorithm>

#include "kernels.h"
#include "limits.h"

ptrdiff_t ck_conv2d_out(ptrdiff_t size, ptrdiff_t kernel, ptrdiff_t stride, ptrdiff_t padding,
                        ptrdiff_t dilation) {
  ptrdiff_t span = size + padding - dilation * (kernel - 1) - 1;
  return span < 0 ? 0 : span / stride + 1;
}

ptrdiff_t ck_sgemm_workspace(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  return std::min(k, ck::gemm_depth) * (std::min(m, ck::gemm_rows) + std::min(n + ck::widest, ck::gemm_columns));
}

ptrdiff_t ck_blur_workspace(ptrdiff_t height, ptrdiff_t width, ptrdiff_t channels, ptrdiff_t radius) {
  return (height * width + width + 2 * radius) * channels;
}
