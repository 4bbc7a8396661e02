#pragma once
// What the paths use from outside, included before any target is in force.
#include <math.h>
#include <stdint.h>
#include <string.h>

#include <algorithm>
#include <atomic>
#include <type_traits>
#include <utility>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#include "../axes.h"
#include "../between.h"
#include "../bfloat16.h"
#include "../kernels.h"
#include "../limits.h"
#include "../mix.h"
#include "../lists.h"
#include "../order.h"
#include "../remainder.h"
#include "../noise.h"
