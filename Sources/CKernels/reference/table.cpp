#include "../kernels.h"

const ck::Kernels ck::reference::table = {
#define KERNEL(name) ck::reference::name,
#include "../functions.def"
#undef KERNEL
};
