/* The two fonts that figures are written with. They are part of the program: a plant's computer may have none. */
#include "fonts.h"

#include <pthread.h>
#include <stdlib.h>
#include <string.h>
#include <zlib.h>

#pragma clang diagnostic ignored "-Wc23-extensions"
static const unsigned char latin[] = {
#embed "fonts/latin.ttf.z"
};
static const unsigned char han[] = {
#embed "fonts/han.ttf.z"
};

static FT_Library library;
static FT_Face faces[2];

/* A font behind its size in four bytes, compressed; its memory is kept as long as the face, that is, for good. */
static FT_Face opened(const unsigned char *packed, size_t count) {
  uLongf size = packed[0] | packed[1] << 8 | packed[2] << 16 | (uLongf)packed[3] << 24;
  unsigned char *bytes = malloc(size);
  FT_Face face = NULL;
  if (bytes == NULL || uncompress(bytes, &size, packed + 4, count - 4) != Z_OK ||
      FT_New_Memory_Face(library, bytes, (FT_Long)size, 0, &face) != 0) {
    free(bytes);
    return NULL;
  }
  return face;
}

static void open_all(void) {
  if (FT_Init_FreeType(&library) != 0) return;
  faces[0] = opened(latin, sizeof latin);
  faces[1] = opened(han, sizeof han);
}

FT_Library fonts_library(void) {
  static pthread_once_t once = PTHREAD_ONCE_INIT;
  pthread_once(&once, open_all);
  return library;
}

int fonts_load(unsigned long character, long size, FT_Face *face) {
  if (fonts_library() == NULL) return 0;
  for (int k = 0; k < 2; k++) {
    if (faces[k] == NULL) continue;
    unsigned index = FT_Get_Char_Index(faces[k], character);
    if (index == 0) continue;
    *face = faces[k];
    return FT_Set_Char_Size(faces[k], 0, size, 72, 72) == 0 &&
           FT_Load_Glyph(faces[k], index, FT_LOAD_NO_HINTING | FT_LOAD_NO_BITMAP) == 0;
  }
  return 0;
}
