// Chooses a path by the processor and the environment.
#include <stdlib.h>
#include <string.h>

#include <atomic>

#include "kernels.h"

namespace {

constexpr int path_count = 4;
const char *const names[path_count] = {"reference", "portable", "avx2", "avx512"};

const ck::Kernels *table_of(ck_path_kind path) {
  switch (path) {
    case CK_REFERENCE: return &ck::reference::table;
    default: return &ck::reference::table;
  }
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

ck_path_kind current_path() {
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
    case CK_REFERENCE: return true;
    default: return false;
  }
}

bool ck_set_path(ck_path_kind path) {
  if (!ck_path_available(path)) return false;
  current.store(path, std::memory_order_relaxed);
  return true;
}

const char *ck_path_name(ck_path_kind path) {
  return names[path];
}
