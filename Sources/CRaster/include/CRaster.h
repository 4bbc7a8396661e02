#ifndef CRASTER_H
#define CRASTER_H
#include <stddef.h>

/* A picture in the making: white paper, coordinates in units of which `scale` pixels make one, from the upper left. */
typedef struct raster raster;

/* Null when memory is short. */
raster *raster_new(int width, int height, double scale);
void raster_free(raster *raster);

/* 8 bits a channel, red, green, blue, row after row. */
const unsigned char *raster_pixels(const raster *raster);

/* Fills the polygon of `count` corners x, y; colour 0xRRGGBB, opacity 0 to 1. */
void raster_polygon(raster *raster, const double *corners, int count, unsigned colour, double opacity);

/* Draws a line through `count` places with round joins; `dash` is the length of a dash and of a gap, 0 for none. */
void raster_polyline(raster *raster, const double *places, int count, double width, double dash, unsigned colour);

void raster_circle(raster *raster, double x, double y, double radius, unsigned colour, double opacity);

/* How the text lies on x: it starts there, stands across it, ends there. */
typedef enum { raster_start, raster_middle, raster_end } raster_anchor;

/* Writes UTF-8 on the base line at x, y; a turned text runs upwards. */
void raster_text(raster *raster, const char *text, double x, double y, double size, raster_anchor anchor, int bold,
                 int turned, unsigned colour);
#endif
