// Chooses a path by the processor and the environment.
#include <stdlib.h>
#include <string.h>

#include <atomic>

#include "kernels.h"

namespace {

constexpr int path_count = 5;
const char *const names[path_count] = {"reference", "portable", "avx2", "avx512", "avx512bf16"};

const ck::Kernels *table_of(ck_path_kind path) {
  switch (path) {
    case CK_REFERENCE: return &ck::reference::table;
    case CK_PORTABLE: return &ck::portable::table;
#if defined(__x86_64__)
    case CK_AVX2: return &ck::avx2::table;
    case CK_AVX512: return &ck::avx512::table;
    case CK_AVX512_BF16: return &ck::avx512bf16::table;
#else
    case CK_AVX2:
    case CK_AVX512:
    case CK_AVX512_BF16: break;
#endif
  }
  return &ck::reference::table;
}

ck_path_kind chosen() {
  const char *wanted = getenv("PLANTSH_KERNELS");
  for (int path = 0; wanted && path < path_count; path++) {
    auto kind = static_cast<ck_path_kind>(path);
    if (strcmp(wanted, names[path]) == 0 && ck_path_available(kind)) return kind;
  }
  for (int path = path_count - 1; path > CK_REFERENCE; path--) {
    auto kind = static_cast<ck_path_kind>(path);
    if (ck_path_available(kind)) return kind;
  }
  return CK_REFERENCE;
}

std::atomic<int> current{-1};
thread_local int current_of_thread = -1;

ck_path_kind current_path() {
  if (current_of_thread >= 0) return static_cast<ck_path_kind>(current_of_thread);
  int path = current.load(std::memory_order_relaxed);
  if (path < 0) {
    path = chosen();
    current.store(path, std::memory_order_relaxed);
  }
  return static_cast<ck_path_kind>(path);
}

}  // namespace

const ck::Kernels &ck::kernels() { return *table_of(current_path()); }

ck_path_kind ck_path(void) { return current_path(); }

bool ck_path_available(ck_path_kind path) {
  switch (path) {
    case CK_REFERENCE:
    case CK_PORTABLE: return true;
#if defined(__x86_64__)
    case CK_AVX2: return __builtin_cpu_supports("avx2") && __builtin_cpu_supports("fma");
    case CK_AVX512:
      return __builtin_cpu_supports("avx512f") && __builtin_cpu_supports("avx512vl") &&
             __builtin_cpu_supports("avx512bw") && __builtin_cpu_supports("avx512dq") &&
             __builtin_cpu_supports("fma");
    case CK_AVX512_BF16: return ck_path_available(CK_AVX512) && __builtin_cpu_supports("avx512bf16");
#else
    case CK_AVX2:
    case CK_AVX512:
    case CK_AVX512_BF16: return false;
#endif
  }
  return false;
}

bool ck_set_path(ck_path_kind path) {
  if (!ck_path_available(path)) return false;
  current.store(path, std::memory_order_relaxed);
  return true;
}

bool ck_set_thread_path(ck_path_kind path) {
  if (!ck_path_available(path)) return false;
  current_of_thread = path;
  return true;
}

void ck_reset_thread_path(void) { current_of_thread = -1; }

const char *ck_path_name(ck_path_kind path) {
  return names[path];
}
