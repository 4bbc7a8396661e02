/* Text as outlines, letter by letter from the fonts of fonts.c. */
#include <math.h>

#include "raster.h"

#include FT_OUTLINE_H

/* The next character of UTF-8, 0xFFFD for bytes that are none; 0 at the end. */
static unsigned long next(const unsigned char **text) {
  const unsigned char *at = *text;
  if (*at == 0) return 0;
  int more = *at < 0x80 ? 0 : *at >= 0xF0 ? 3 : *at >= 0xE0 ? 2 : *at >= 0xC0 ? 1 : -1;
  unsigned long value = more <= 0 ? *at : *at & (0x3F >> more);
  at++;
  for (int k = 0; k < more; k++) {
    if ((*at & 0xC0) != 0x80) more = -1;
    else value = value << 6 | (*at++ & 0x3F);
  }
  *text = at;
  return more < 0 ? 0xFFFD : value;
}

/* Characters that the fonts lack and two others say as well. */
static const char *written_out(unsigned long character) {
  switch (character) {
    case 0x2103: return "°C";
    case 0x2109: return "°F";
    case 0x2192: return "->";
    case 0x2190: return "<-";
    default: return NULL;
  }
}

typedef void each_glyph(FT_Face face, double pen, void *user);

/* Visits the glyphs of a text and returns its width, both in pixels. */
static double walk(const char *text, long size, double start, each_glyph *visit, void *user) {
  const unsigned char *at = (const unsigned char *)text;
  double pen = start;
  for (unsigned long character; (character = next(&at)) != 0;) {
    const char *other = written_out(character);
    if (other != NULL) {
      pen += walk(other, size, pen, visit, user);
      continue;
    }
    FT_Face face;
    if (!fonts_load(character, size, &face) && !fonts_load(0x25A1, size, &face) && !fonts_load('?', size, &face)) continue;
    if (visit != NULL) visit(face, pen, user);
    pen += face->glyph->linearHoriAdvance / 65536.0;
  }
  return pen - start;
}

typedef struct {
  raster *raster;
  double x, y, start, size;
  int bold, turned;
  unsigned colour;
} line;

static void draw(FT_Face face, double pen, void *user) {
  const line *line = user;
  FT_Outline *outline = &face->glyph->outline;
  if (face->glyph->format != FT_GLYPH_FORMAT_OUTLINE || outline->n_points == 0) return;
  if (line->bold) FT_Outline_Embolden(outline, lround(line->size * 64 / 24));
  double along = pen + line->start;
  if (line->turned) {
    FT_Matrix left = {0, -0x10000, 0x10000, 0};
    FT_Outline_Transform(outline, &left);
    FT_Outline_Translate(outline, lround(line->x * 64), lround((line->raster->height - line->y + along) * 64));
  } else {
    FT_Outline_Translate(outline, lround((line->x + along) * 64), lround((line->raster->height - line->y) * 64));
  }
  raster_fill(line->raster, outline, line->colour, 1);
}

void raster_text(raster *raster, const char *text, double x, double y, double size, raster_anchor anchor, int bold,
                 int turned, unsigned colour) {
  long height = lround(size * raster->scale * 64);
  double width = walk(text, height, 0, NULL, NULL);
  double start = anchor == raster_start ? 0 : anchor == raster_end ? -width : -width / 2;
  line line = {raster, x * raster->scale, y * raster->scale, start, size * raster->scale, bold, turned, colour};
  walk(text, height, 0, draw, &line);
}
