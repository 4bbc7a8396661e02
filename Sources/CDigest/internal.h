#ifndef CDIGEST_INTERNAL_H
#define CDIGEST_INTERNAL_H
#include "CDigest.h"

extern const uint32_t sha256_constants[64];

#if defined(__x86_64__)
void sha256_blocks_x86(uint32_t state[8], const uint8_t *bytes, size_t blocks);
#endif

#endif
