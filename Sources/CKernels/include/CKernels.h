#ifndef CKERNELS_H
#define CKERNELS_H
// The numeric kernels: float32, contiguous, channels-last. Images are [batch, height, width, channels],
// convolution weights [kernel height, kernel width, channels / groups, filters].
//
// Arguments come as input, parameters, output, sizes. Every function is re-entrant, allocates nothing, and
// works on a range (`first` ..< `last`) so that the caller divides the work between its threads.
// Every function has a plain reference, and each fast path is tested against it.
#include "ck_attention.h"
#include "ck_augment.h"
#include "ck_binary.h"
#include "ck_conv2d.h"
#include "ck_gemm.h"
#include "ck_images.h"
#include "ck_norm.h"
#include "ck_optimizers.h"
#include "ck_path.h"
#include "ck_peak.h"
#include "ck_pool.h"
#include "ck_reduce.h"
#include "ck_rows.h"
#include "ck_softmax.h"
#include "ck_unary.h"
#include "ck_upsample.h"
#endif
