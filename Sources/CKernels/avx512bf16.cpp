// The kernels for vectors of 16 with products of bfloat16 numbers. Only these are built here; the others are those of
// avx512.cpp.
#include "fast/headers.h"

#if defined(__x86_64__)
#define LANES 16
#pragma clang attribute push(__attribute__((target("avx512f,avx512vl,avx512bw,avx512dq,avx512bf16,avx2,fma"))), apply_to = function)
namespace ck::avx512bf16 {
#include "fast/vector.inc"
#include "fast/functions.inc"
#include "fast/activation.inc"
#include "fast/pairs.inc"
#include "fast/conv_tile.inc"
#include "fast/conv_plane.inc"
#include "fast/conv_forward.inc"
#include "fast/conv_backward_data.inc"
#include "fast/conv_backward_weights.inc"
#include "fast/conv_pairs.inc"
#include "fast/conv_pairs_weights.inc"
#include "fast/conv2d_pairs.inc"
#include "fast/gemm_tile.inc"
#include "fast/gemm_pack_pairs.inc"
#include "fast/gemm.inc"
#include "fast/gemm_pairs.inc"
}  // namespace ck::avx512bf16
#pragma clang attribute pop

namespace {

ck::Kernels with_products_of_pairs(ck::Kernels table) {
  using namespace ck::avx512bf16;
  table.conv2d_packed = conv2d_packed;
  table.conv2d_pack = conv2d_pack;
  table.conv2d_units = conv2d_units;
  table.conv2d_workspace = conv2d_workspace;
  table.conv2d_forward = conv2d_forward;
  table.conv2d_backward_data = conv2d_backward_data;
  table.conv2d_backward_weights = conv2d_backward_weights;
  table.sgemm_packed_b = sgemm_packed_b_of_pairs;
  table.sgemm_pack_b = sgemm_pack_b_of_pairs;
  table.sgemm_with_packed = sgemm_with_packed_pairs;
  return table;
}

}  // namespace

const ck::Kernels ck::avx512bf16::table = with_products_of_pairs(ck::avx512::table);
#endif
