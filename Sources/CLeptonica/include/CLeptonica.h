#ifndef CLEPTONICA_H
#define CLEPTONICA_H
#include <stddef.h>

/* A decoded image, owned by Leptonica until image_close. */
typedef struct decoded_image decoded_image;

/* What the decoders said while the last call on this thread ran: libpng, libjpeg and libtiff write to
   stderr, which belongs to the terminal; their words are kept here instead. Never null. */
const char *image_words(void);

/* Width, height and format of an image without decoding it: 0, or -1 when it is none. */
int image_header(const unsigned char *data, size_t size, int *width, int *height, int *format);

/* Decodes an image of any depth to 8 bits a channel, gray or colour; null when it cannot. A JPEG may come in a half,
   a quarter or an eighth of its size, the largest of these reductions that is not above `reduction`. */
decoded_image *image_open(const unsigned char *data, size_t size, int reduction);
int image_width(const decoded_image *image);
int image_height(const decoded_image *image);
/* 1 for gray, 3 for colour; alpha is dropped. */
int image_channels(const decoded_image *image);
/* Copies the pixels, row after row, channels last. */
void image_copy(const decoded_image *image, unsigned char *pixels);
void image_close(decoded_image *image);

/* Encodes 8-bit pixels as PNG; the result belongs to the caller (free). Null when memory is short. */
unsigned char *image_png(const unsigned char *pixels, int width, int height, int channels, size_t *size);
#endif
