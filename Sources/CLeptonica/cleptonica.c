#define _GNU_SOURCE
#include "CLeptonica.h"
#include <leptonica/allheaders.h>
#include <pthread.h>
#include <stdio.h>
#include <string.h>
#include <unistd.h>

struct decoded_image {
  PIX *pix;
  int channels;
};

/* ---- what the decoders say ---- */

static _Thread_local int listening;
static _Thread_local char words[512];
static _Thread_local size_t length;

static void keep(const char *text, size_t size) {
  size_t room = sizeof words - 1 - length;
  size_t taken = size < room ? size : room;
  memcpy(words + length, text, taken);
  length += taken;
  words[length] = 0;
}

#ifdef __GLIBC__
/* stdio's stderr for the whole program: a thread inside a decoder keeps what is said, all others write on. */
static ssize_t write_or_keep(void *cookie, const char *text, size_t size) {
  (void)cookie;
  if (!listening) return write(STDERR_FILENO, text, size);
  keep(text, size);
  return (ssize_t)size;
}

static void redirect(void) {
  cookie_io_functions_t functions = {.write = write_or_keep};
  FILE *file = fopencookie(NULL, "w", functions);
  if (!file) return;
  setvbuf(file, NULL, _IOLBF, 512);
  fflush(stderr);
  stderr = file;
}
#else
static void redirect(void) {}
#endif

static void listen_to_decoders(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, redirect);
  length = 0;
  words[0] = 0;
  listening = 1;
}

static void stop_listening(void) {
  fflush(stderr);
  listening = 0;
}

const char *image_words(void) { return words; }

/* ---- decoding ---- */

int image_header(const unsigned char *data, size_t size, int *width, int *height, int *format) {
  listen_to_decoders();
  l_int32 failed = pixReadHeaderMem(data, size, format, width, height, NULL, NULL, NULL);
  stop_listening();
  return failed ? -1 : 0;
}

/* Palette resolved, 8 bits a gray pixel or 32 a colour pixel. */
static PIX *straightened(PIX *read) {
  PIX *plain = pixRemoveColormap(read, REMOVE_CMAP_BASED_ON_SRC);
  pixDestroy(&read);
  if (!plain || pixGetDepth(plain) == 32 || pixGetDepth(plain) == 8) return plain;
  PIX *bytes = NULL;
  if (pixGetDepth(plain) == 16) bytes = pixConvert16To8(plain, L_MS_BYTE);
  else if (pixGetDepth(plain) == 24) bytes = pixConvert24To32(plain);
  else bytes = pixConvertTo8(plain, 0);
  pixDestroy(&plain);
  return bytes;
}

/* PNG colour type 4 is gray with alpha, which Leptonica widens to colour. */
static int is_gray_with_alpha(const unsigned char *data, size_t size) {
  return size > 25 && memcmp(data, "\x89PNG", 4) == 0 && data[25] == 4;
}

decoded_image *image_open(const unsigned char *data, size_t size, int reduction) {
  if (size < 12) return NULL;
  listen_to_decoders();
  int is_jpeg = data[0] == 0xFF && data[1] == 0xD8, part = reduction >= 8 ? 8 : reduction >= 4 ? 4 : 2;
  PIX *pix = is_jpeg && reduction > 1 ? pixReadMemJpeg(data, size, 0, part, NULL, 0) : pixReadMem(data, size);
  if (pix) pix = straightened(pix);
  stop_listening();
  if (!pix) return NULL;
  decoded_image *image = malloc(sizeof *image);
  if (!image) {
    pixDestroy(&pix);
    return NULL;
  }
  image->pix = pix;
  image->channels = pixGetDepth(pix) == 32 && !is_gray_with_alpha(data, size) ? 3 : 1;
  return image;
}

int image_width(const decoded_image *image) { return pixGetWidth(image->pix); }
int image_height(const decoded_image *image) { return pixGetHeight(image->pix); }
int image_channels(const decoded_image *image) { return image->channels; }

void image_copy(const decoded_image *image, unsigned char *pixels) {
  int width = pixGetWidth(image->pix), height = pixGetHeight(image->pix), stride = pixGetWpl(image->pix);
  int depth = pixGetDepth(image->pix);
  l_uint32 *data = pixGetData(image->pix);
  for (int y = 0; y < height; y++) {
    l_uint32 *line = data + (size_t)y * stride;
    if (depth == 8) {
      for (int x = 0; x < width; x++) *pixels++ = GET_DATA_BYTE(line, x);
      continue;
    }
    for (int x = 0; x < width; x++) {
      *pixels++ = line[x] >> L_RED_SHIFT & 255;
      if (image->channels == 1) continue;
      *pixels++ = line[x] >> L_GREEN_SHIFT & 255;
      *pixels++ = line[x] >> L_BLUE_SHIFT & 255;
    }
  }
}

void image_close(decoded_image *image) {
  pixDestroy(&image->pix);
  free(image);
}

/* ---- encoding ---- */

unsigned char *image_png(const unsigned char *pixels, int width, int height, int channels, size_t *size) {
  PIX *pix = pixCreate(width, height, channels == 1 ? 8 : 32);
  if (!pix) return NULL;
  l_uint32 *data = pixGetData(pix);
  for (int y = 0; y < height; y++) {
    l_uint32 *line = data + (size_t)y * pixGetWpl(pix);
    for (int x = 0; x < width; x++) {
      if (channels == 1) SET_DATA_BYTE(line, x, pixels[0]);
      else composeRGBPixel(pixels[0], pixels[1], pixels[2], line + x);
      pixels += channels;
    }
  }
  unsigned char *bytes = NULL;
  listen_to_decoders();
  l_int32 failed = pixWriteMemPng(&bytes, size, pix, 0);
  stop_listening();
  pixDestroy(&pix);
  return failed ? NULL : bytes;
}
