#ifndef CDIGEST_H
#define CDIGEST_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// Takes whole blocks of 64 bytes into a SHA-256 state of eight words (FIPS 180-4, section 6.2.2), with the
/// processor's own instructions where it has them.
void sha256_blocks(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// The same in plain C: what the fast way is compared with.
void sha256_blocks_plain(uint32_t state[8], const uint8_t *bytes, size_t blocks);

/// Whether the processor has instructions for SHA-256.
bool sha256_is_fast(void);

#endif
