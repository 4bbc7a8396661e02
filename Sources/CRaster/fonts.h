#ifndef CRASTER_FONTS_H
#define CRASTER_FONTS_H
#include <ft2build.h>
#include FT_FREETYPE_H

/* The library, opened at the first use; null when memory is short. */
FT_Library fonts_library(void);

/* The glyph of a character in the first font that has it, loaded into `*face`'s slot at `size` units of 1/64;
   0 when none has it. */
int fonts_load(unsigned long character, long size, FT_Face *face);
#endif
