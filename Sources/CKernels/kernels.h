#pragma once
// The table of a path's functions, and the path in use.
#include "include/CKernels.h"

namespace ck {

struct Kernels {
#define KERNEL(name) decltype(&ck_##name) name;
#include "functions.def"
#undef KERNEL
};

/// The functions of the path in use.
const Kernels &kernels();

namespace reference {
#define KERNEL(name) decltype(ck_##name) name;
#include "functions.def"
#undef KERNEL
extern const Kernels table;
}  // namespace reference

namespace portable {
extern const Kernels table;
}
#if defined(__x86_64__)
namespace avx2 {
extern const Kernels table;
}
namespace avx512 {
extern const Kernels table;
}
namespace avx512bf16 {
extern const Kernels table;
}
#endif

}  // namespace ck
