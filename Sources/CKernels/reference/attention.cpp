#include <math.h>

#include "../kernels.h"

namespace {

/// One head of one batch: where its rows begin.
struct Piece {
  const ck_attention &s;
  ptrdiff_t batch, head;

  Piece(const ck_attention &shape, ptrdiff_t piece) : s(shape), batch(piece / s.heads), head(piece % s.heads) {}

  template <class Float>
  Float *row(Float *p, const ck_attention_strides &strides, ptrdiff_t i) const {
    return p + batch * strides.batch + head * strides.head + i * strides.row;
  }
  ptrdiff_t keys_of(ptrdiff_t query) const { return s.causal && query + 1 < s.keys ? query + 1 : s.keys; }
};

double dot(const float *a, const float *b, ptrdiff_t count) {
  double sum = 0;
  for (ptrdiff_t i = 0; i < count; i++) sum += double(a[i]) * b[i];
  return sum;
}

}  // namespace

void ck::reference::attention_forward(const float *q, const float *k, const float *v, float *y, float *log_sums,
                                      const ck_attention *shape, ptrdiff_t first, ptrdiff_t last) {
  const ck_attention &s = *shape;
  for (ptrdiff_t at = first; at < last; at++) {
    Piece piece(s, at);
    for (ptrdiff_t i = 0; i < s.queries; i++) {
      const float *query = piece.row(q, s.q, i);
      float *out = piece.row(y, s.y, i);
      ptrdiff_t keys = piece.keys_of(i);
      auto score = [&](ptrdiff_t j) { return s.scale * dot(query, piece.row(k, s.k, j), s.width); };
      double high = -INFINITY, sum = 0;
      for (ptrdiff_t j = 0; j < keys; j++) high = fmax(high, score(j));
      for (ptrdiff_t j = 0; j < keys; j++) sum += exp(score(j) - high);
      double total = keys ? high + log(sum) : -INFINITY;
      log_sums[at * s.queries + i] = static_cast<float>(total);
      for (ptrdiff_t c = 0; c < s.value_width; c++) {
        double value = 0;
        for (ptrdiff_t j = 0; j < keys; j++) value += exp(score(j) - total) * piece.row(v, s.v, j)[c];
        out[c] = static_cast<float>(value);
      }
    }
  }
}

void ck::reference::attention_backward(const float *q, const float *k, const float *v, const float *y,
                                       const float *log_sums, const float *dy, float *dq, float *dk, float *dv,
                                       const ck_attention *shape, int flags, ptrdiff_t first, ptrdiff_t last) {
  const ck_attention &s = *shape;
  for (ptrdiff_t at = first; at < last; at++) {
    Piece piece(s, at);
    if (!(flags & CK_ACCUMULATE)) {
      for (ptrdiff_t i = 0; i < s.queries; i++)
        for (ptrdiff_t c = 0; c < s.width; c++) piece.row(dq, s.q, i)[c] = 0;
      for (ptrdiff_t j = 0; j < s.keys; j++) {
        for (ptrdiff_t c = 0; c < s.width; c++) piece.row(dk, s.k, j)[c] = 0;
        for (ptrdiff_t c = 0; c < s.value_width; c++) piece.row(dv, s.v, j)[c] = 0;
      }
    }
    for (ptrdiff_t i = 0; i < s.queries; i++) {
      const float *query = piece.row(q, s.q, i), *gradient = piece.row(dy, s.y, i);
      double level = dot(gradient, piece.row(y, s.y, i), s.value_width);
      for (ptrdiff_t j = 0; j < piece.keys_of(i); j++) {
        const float *key = piece.row(k, s.k, j), *value = piece.row(v, s.v, j);
        double part = exp(s.scale * dot(query, key, s.width) - log_sums[at * s.queries + i]);
        double slope = s.scale * part * (dot(gradient, value, s.value_width) - level);
        for (ptrdiff_t c = 0; c < s.width; c++) {
          piece.row(dq, s.q, i)[c] += static_cast<float>(slope * key[c]);
          piece.row(dk, s.k, j)[c] += static_cast<float>(slope * query[c]);
        }
        for (ptrdiff_t c = 0; c < s.value_width; c++)
          piece.row(dv, s.v, j)[c] += static_cast<float>(part * gradient[c]);
      }
    }
  }
}
