// Sizes of the workspaces: enough for every path.
#include <algorithm>

#include "kernels.h"
#include "limits.h"

namespace {

ptrdiff_t padded(ptrdiff_t count) { return (count + ck::widest - 1) / ck::widest * ck::widest; }

}  // namespace

ptrdiff_t ck_conv2d_out(ptrdiff_t size, ptrdiff_t kernel, ptrdiff_t stride, ptrdiff_t padding,
                        ptrdiff_t dilation) {
  ptrdiff_t span = size + padding - dilation * (kernel - 1) - 1;
  return span < 0 ? 0 : span / stride + 1;
}

ptrdiff_t ck_conv2d_workspace(const ck_conv2d *s) {
  ptrdiff_t taps = s->kernel_height * s->kernel_width;
  ptrdiff_t in = s->channels / s->groups, out = s->filters / s->groups;
  ptrdiff_t forward = s->groups * padded(out) * (taps * in + 1);
  ptrdiff_t backward = s->groups * padded(in) * (taps * out + 1);
  ptrdiff_t depthwise = padded(std::max(s->channels, s->filters)) * (taps + 1);
  ptrdiff_t image = (s->out_height * s->stride_y + s->dilation_y * s->kernel_height) *
                    (s->out_width * s->stride_x + s->dilation_x * s->kernel_width) * s->channels;
  return std::max({forward, backward, depthwise, in <= ck::few_channels ? image : 0}) + 2 * ck::widest;
}

ptrdiff_t ck_sgemm_workspace(ptrdiff_t m, ptrdiff_t n, ptrdiff_t k) {
  ptrdiff_t depth = std::min(k, ck::gemm_depth);
  ptrdiff_t rows = std::min(m, ck::gemm_rows) + 2 * ck::widest;
  ptrdiff_t columns = std::min(n, ck::gemm_columns) + 4 * ck::widest;
  return depth * (rows + columns) + 2 * ck::widest;
}
