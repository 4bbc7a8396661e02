/* Shapes with soft edges: FreeType's rasterizer fills outlines, not of letters alone. */
#include "raster.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include FT_OUTLINE_H

raster *raster_new(int width, int height, double scale) {
  raster *made = calloc(1, sizeof *made);
  if (made == NULL) return NULL;
  made->width = (int)ceil(width * scale);
  made->height = (int)ceil(height * scale);
  made->scale = scale;
  made->pixels = malloc((size_t)made->width * made->height * 3);
  if (made->pixels == NULL) {
    free(made);
    return NULL;
  }
  memset(made->pixels, 255, (size_t)made->width * made->height * 3);
  return made;
}

void raster_free(raster *raster) {
  free(raster->pixels);
  free(raster);
}

const unsigned char *raster_pixels(const raster *raster) { return raster->pixels; }

typedef struct {
  raster *raster;
  unsigned colour;
  double opacity;
} brush;

static void paint(int y, int count, const FT_Span *spans, void *user) {
  const brush *brush = user;
  raster *raster = brush->raster;
  /* FreeType counts rows from below. */
  int row = raster->height - 1 - y;
  if (row < 0 || row >= raster->height) return;
  for (int k = 0; k < count; k++) {
    double share = spans[k].coverage / 255.0 * brush->opacity;
    for (int x = spans[k].x; x < spans[k].x + spans[k].len; x++) {
      if (x < 0 || x >= raster->width) continue;
      unsigned char *pixel = raster->pixels + ((size_t)row * raster->width + x) * 3;
      for (int c = 0; c < 3; c++) {
        int ink = brush->colour >> (16 - 8 * c) & 255;
        pixel[c] = (unsigned char)lround(pixel[c] + (ink - pixel[c]) * share);
      }
    }
  }
}

void raster_fill(raster *raster, FT_Outline *outline, unsigned colour, double opacity) {
  FT_Library library = fonts_library();
  if (library == NULL) return;
  brush brush = {raster, colour, opacity};
  FT_Raster_Params parameters = {0};
  parameters.flags = FT_RASTER_FLAG_AA | FT_RASTER_FLAG_DIRECT | FT_RASTER_FLAG_CLIP;
  parameters.gray_spans = paint;
  parameters.user = &brush;
  parameters.clip_box.xMax = raster->width;
  parameters.clip_box.yMax = raster->height;
  FT_Outline_Render(library, outline, &parameters);
}

/* An outline that grows by polygons; what overlaps is painted once, for all run the same way round. */
typedef struct {
  FT_Outline outline;
  FT_Vector points[16000];
  char tags[16000];
  short ends[4000];
} shape;

static shape *shape_new(void) {
  shape *made = malloc(sizeof *made);
  if (made == NULL) return NULL;
  memset(&made->outline, 0, sizeof made->outline);
  made->outline.points = made->points;
  made->outline.tags = made->tags;
  made->outline.contours = made->ends;
  return made;
}

static int has_room(const shape *shape, int points) {
  return shape->outline.n_points + points <= 16000 && shape->outline.n_contours < 4000;
}

static void add(shape *shape, const raster *raster, const double *corners, int count) {
  for (int k = 0; k < count; k++) {
    FT_Vector *point = &shape->points[shape->outline.n_points];
    point->x = lround(fmax(-16000, fmin(16000, corners[2 * k] * raster->scale)) * 64);
    point->y = lround((raster->height - fmax(-16000, fmin(16000, corners[2 * k + 1] * raster->scale))) * 64);
    shape->tags[shape->outline.n_points++] = FT_CURVE_TAG_ON;
  }
  shape->ends[shape->outline.n_contours++] = (short)(shape->outline.n_points - 1);
}

static void add_circle(shape *shape, const raster *raster, double x, double y, double radius) {
  double corners[2 * 24];
  for (int k = 0; k < 24; k++) {
    corners[2 * k] = x + radius * cos(k * M_PI / 12);
    corners[2 * k + 1] = y + radius * sin(k * M_PI / 12);
  }
  add(shape, raster, corners, 24);
}

static void add_segment(shape *shape, const raster *raster, const double *from, const double *to, double width) {
  double dx = to[0] - from[0], dy = to[1] - from[1], length = hypot(dx, dy);
  if (length == 0) return;
  double nx = -dy / length * width / 2, ny = dx / length * width / 2;
  double corners[8] = {from[0] - nx, from[1] - ny, to[0] - nx, to[1] - ny,
                       to[0] + nx,   to[1] + ny,   from[0] + nx, from[1] + ny};
  add(shape, raster, corners, 4);
}

void raster_polygon(raster *raster, const double *corners, int count, unsigned colour, double opacity) {
  shape *shape = shape_new();
  if (shape == NULL) return;
  if (has_room(shape, count)) add(shape, raster, corners, count);
  raster_fill(raster, &shape->outline, colour, opacity);
  free(shape);
}

void raster_circle(raster *raster, double x, double y, double radius, unsigned colour, double opacity) {
  shape *shape = shape_new();
  if (shape == NULL) return;
  add_circle(shape, raster, x, y, radius);
  raster_fill(raster, &shape->outline, colour, opacity);
  free(shape);
}

/* Adds the parts of a segment that dashes cover; `*walked` is the way behind it. */
static void add_dashes(shape *shape, const raster *raster, const double *from, const double *to, double width,
                       double dash, double *walked) {
  double length = hypot(to[0] - from[0], to[1] - from[1]);
  for (double at = 0; at < length && has_room(shape, 4);) {
    double phase = fmod(*walked + at, 2 * dash);
    double next = fmin(length, at + (phase < dash ? dash - phase : 2 * dash - phase));
    if (phase < dash) {
      double ends[4] = {from[0] + (to[0] - from[0]) * at / length, from[1] + (to[1] - from[1]) * at / length,
                        from[0] + (to[0] - from[0]) * next / length, from[1] + (to[1] - from[1]) * next / length};
      add_segment(shape, raster, ends, ends + 2, width);
    }
    /* A step too small to be seen in a double would never end. */
    at = fmax(next, at + 1e-6);
  }
  *walked += length;
}

void raster_polyline(raster *raster, const double *places, int count, double width, double dash, unsigned colour) {
  shape *shape = shape_new();
  if (shape == NULL) return;
  double walked = 0;
  for (int k = 0; k + 1 < count; k++) {
    if (!has_room(shape, 32)) {
      raster_fill(raster, &shape->outline, colour, 1);
      shape->outline.n_points = 0;
      shape->outline.n_contours = 0;
    }
    if (dash > 0) {
      add_dashes(shape, raster, places + 2 * k, places + 2 * k + 2, width, dash, &walked);
    } else {
      add_segment(shape, raster, places + 2 * k, places + 2 * k + 2, width);
      if (k > 0) add_circle(shape, raster, places[2 * k], places[2 * k + 1], width / 2);
    }
  }
  raster_fill(raster, &shape->outline, colour, 1);
  free(shape);
}
