#pragma once
#include <stddef.h>

namespace ck {

/// Calls `body(tensor, begin, count)` for the parts of floats `first` ..< `last` of tensors laid end to end.
template <class Body>
void for_each_part(const ptrdiff_t *counts, ptrdiff_t tensors, ptrdiff_t first, ptrdiff_t last, Body body) {
  ptrdiff_t start = 0;
  for (ptrdiff_t tensor = 0; tensor < tensors && start < last; start += counts[tensor++]) {
    ptrdiff_t begin = first > start ? first - start : 0;
    ptrdiff_t end = last - start < counts[tensor] ? last - start : counts[tensor];
    if (begin < end) body(tensor, begin, end - begin);
  }
}

/// Tensor `tensor` of a list from float `begin` on; null where there is no list.
template <class Float>
Float *part_of(Float *const *list, ptrdiff_t tensor, ptrdiff_t begin) {
  return list ? list[tensor] + begin : nullptr;
}

}  // namespace ck
