// The kernels for vectors of 4.
#include "fast/headers.h"

#define LANES 4
namespace ck::portable {
#include "fast/path.inc"
}  // namespace ck::portable
