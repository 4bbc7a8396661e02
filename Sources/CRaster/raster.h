#ifndef CRASTER_RASTER_H
#define CRASTER_RASTER_H
#include "fonts.h"
#include "include/CRaster.h"

struct raster {
  int width, height;
  double scale;
  unsigned char *pixels;
};

/* Fills an outline whose points are in 1/64 pixel from the lower left. */
void raster_fill(raster *raster, FT_Outline *outline, unsigned colour, double opacity);
#endif
