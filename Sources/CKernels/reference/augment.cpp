#include <math.h>

#include <algorithm>

#include "../kernels.h"
#include "../noise.h"

namespace {

/// A place along one side: the pixel at or before it, the next one, and how far it lies from the first.
struct Place {
  ptrdiff_t low, high;
  float part;
};

Place place(float at, ptrdiff_t size) {
  float inside = std::min(std::max(at, 0.0f), static_cast<float>(size - 1));
  ptrdiff_t low = std::min(static_cast<ptrdiff_t>(inside), std::max<ptrdiff_t>(size - 2, 0));
  return {low, std::min(low + 1, size - 1), inside - static_cast<float>(low)};
}

/// A number of the normal distribution for element `i`.
double normal(ck::NoiseSeed seed, ptrdiff_t i) {
  uint32_t pair = static_cast<uint32_t>(i / ck::noise_block * (ck::noise_block / 2) + i % (ck::noise_block / 2));
  uint32_t first = ck::scrambled(pair * 0x9E3779B9u ^ seed.radius);
  uint32_t second = ck::scrambled(first ^ seed.angle);
  double radius = sqrt(-2 * log(((first >> 8) + 0.5) * 0x1p-24));
  double angle = (second >> 8) * 0x1p-24 * 2 * M_PI;
  return radius * (i % ck::noise_block < ck::noise_block / 2 ? cos(angle) : sin(angle));
}

}  // namespace

void ck::reference::affine_bytes(const uint8_t *x, const ck_affine *map, float *y, ptrdiff_t first, ptrdiff_t last) {
  const ptrdiff_t width = map->width, channels = map->channels;
  for (ptrdiff_t row = first; row < last; row++)
    for (ptrdiff_t column = 0; column < width; column++) {
      float r = static_cast<float>(row), q = static_cast<float>(column);
      Place h = place(map->x_at_start + map->x_by_row * r + map->x_by_column * q, width);
      Place v = place(map->y_at_start + map->y_by_row * r + map->y_by_column * q, map->height);
      for (ptrdiff_t c = 0; c < channels; c++) {
        auto pixel = [&](ptrdiff_t i, ptrdiff_t j) { return static_cast<float>(x[(i * width + j) * channels + c]); };
        float upper = pixel(v.low, h.low) + (pixel(v.low, h.high) - pixel(v.low, h.low)) * h.part;
        float lower = pixel(v.high, h.low) + (pixel(v.high, h.high) - pixel(v.high, h.low)) * h.part;
        y[(row * width + column) * channels + c] = upper + (lower - upper) * v.part;
      }
    }
}

void ck::reference::blur(float *y, const float *taps, ptrdiff_t radius, ptrdiff_t height, ptrdiff_t width,
                         ptrdiff_t channels, float *workspace) {
  auto at = [](ptrdiff_t i, ptrdiff_t size) { return std::min(std::max<ptrdiff_t>(i, 0), size - 1); };
  auto tap = [&](ptrdiff_t k) { return static_cast<double>(taps[k < 0 ? -k : k]); };
  for (ptrdiff_t row = 0; row < height; row++)
    for (ptrdiff_t column = 0; column < width; column++)
      for (ptrdiff_t c = 0; c < channels; c++) {
        double sum = 0;
        for (ptrdiff_t k = -radius; k <= radius; k++)
          sum += tap(k) * y[(row * width + at(column + k, width)) * channels + c];
        workspace[(row * width + column) * channels + c] = static_cast<float>(sum);
      }
  for (ptrdiff_t row = 0; row < height; row++)
    for (ptrdiff_t i = 0; i < width * channels; i++) {
      double sum = 0;
      for (ptrdiff_t k = -radius; k <= radius; k++) sum += tap(k) * workspace[at(row + k, height) * width * channels + i];
      y[row * width * channels + i] = static_cast<float>(sum);
    }
}

void ck::reference::finish_pixels(float *y, float gain, float offset, float deviation, uint64_t seed,
                                  const float *scale, const float *shift, ptrdiff_t pixels, ptrdiff_t channels) {
  NoiseSeed noise = noise_seed(seed);
  for (ptrdiff_t i = 0; i < pixels * channels; i++) {
    double value = static_cast<double>(y[i]) * gain + offset + (deviation > 0 ? deviation * normal(noise, i) : 0);
    double limited = std::min(std::max(value, 0.0), 255.0);
    y[i] = static_cast<float>(limited * scale[i % channels] + shift[i % channels]);
  }
}

void ck::reference::mix(const float *a, const float *b, float share, float *y, ptrdiff_t count) {
  for (ptrdiff_t i = 0; i < count; i++) y[i] = a[i] * share + b[i] * (1 - share);
}
