#include "CZeroMQ.h"

#include <dlfcn.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <zmq.h>

static struct {
  __typeof__(zmq_ctx_new) *ctx_new;
  __typeof__(zmq_ctx_term) *ctx_term;
  __typeof__(zmq_socket) *socket;
  __typeof__(zmq_close) *close;
  __typeof__(zmq_bind) *bind;
  __typeof__(zmq_connect) *connect;
  __typeof__(zmq_setsockopt) *setsockopt;
  __typeof__(zmq_send) *send;
  __typeof__(zmq_poll) *poll;
  __typeof__(zmq_errno) *errno_;
  __typeof__(zmq_msg_init) *msg_init;
  __typeof__(zmq_msg_recv) *msg_recv;
  __typeof__(zmq_msg_data) *msg_data;
  __typeof__(zmq_msg_size) *msg_size;
  __typeof__(zmq_msg_more) *msg_more;
  __typeof__(zmq_msg_close) *msg_close;
} zmq;

static bool load(void *library, const char *name, void *place) {
  void *found = dlsym(library, name);
  memcpy(place, &found, sizeof found);
  return found != NULL;
}

bool zeromq_load(void) {
  void *library = dlopen("libzmq.so.5", RTLD_NOW | RTLD_LOCAL);
  return library && load(library, "zmq_ctx_new", &zmq.ctx_new) &&
         load(library, "zmq_ctx_term", &zmq.ctx_term) &&
         load(library, "zmq_socket", &zmq.socket) && load(library, "zmq_close", &zmq.close) &&
         load(library, "zmq_bind", &zmq.bind) && load(library, "zmq_connect", &zmq.connect) &&
         load(library, "zmq_setsockopt", &zmq.setsockopt) && load(library, "zmq_send", &zmq.send) &&
         load(library, "zmq_poll", &zmq.poll) && load(library, "zmq_errno", &zmq.errno_) &&
         load(library, "zmq_msg_init", &zmq.msg_init) && load(library, "zmq_msg_recv", &zmq.msg_recv) &&
         load(library, "zmq_msg_data", &zmq.msg_data) && load(library, "zmq_msg_size", &zmq.msg_size) &&
         load(library, "zmq_msg_more", &zmq.msg_more) && load(library, "zmq_msg_close", &zmq.msg_close);
}

void *zeromq_context(void) { return zmq.ctx_new(); }

void zeromq_end(void *context) {
  while (zmq.ctx_term(context) != 0 && zmq.errno_() == EINTR) {
  }
}

void *zeromq_socket(void *context, int kind) {
  void *socket = zmq.socket(context, kind);
  int second = 1000, all = 0;
  zmq.setsockopt(socket, ZMQ_LINGER, &second, sizeof second);
  // A front end that reads slowly must not lose output.
  zmq.setsockopt(socket, ZMQ_SNDHWM, &all, sizeof all);
  zmq.setsockopt(socket, ZMQ_RCVHWM, &all, sizeof all);
  if (kind == ZEROMQ_SUB) zmq.setsockopt(socket, ZMQ_SUBSCRIBE, "", 0);
  return socket;
}

void zeromq_close(void *socket) { zmq.close(socket); }

int zeromq_bind(void *socket, const char *address) {
  return zmq.bind(socket, address) == 0 ? 0 : zmq.errno_();
}

int zeromq_connect(void *socket, const char *address) {
  return zmq.connect(socket, address) == 0 ? 0 : zmq.errno_();
}

int zeromq_send(void *socket, const void *bytes, size_t count, bool more) {
  while (zmq.send(socket, bytes, count, more ? ZMQ_SNDMORE : 0) < 0) {
    if (zmq.errno_() != EINTR) return zmq.errno_();
  }
  return 0;
}

ptrdiff_t zeromq_receive(void *socket, uint8_t **bytes, bool *more) {
  zmq_msg_t message;
  zmq.msg_init(&message);
  int status;
  while ((status = zmq.msg_recv(&message, socket, 0)) < 0 && zmq.errno_() == EINTR) {
  }
  ptrdiff_t count = status < 0 ? -1 : (ptrdiff_t)zmq.msg_size(&message);
  *bytes = NULL;
  *more = false;
  if (count >= 0) {
    *bytes = malloc(count ? (size_t)count : 1);
    if (*bytes) memcpy(*bytes, zmq.msg_data(&message), (size_t)count);
    else count = -1;
    *more = zmq.msg_more(&message) != 0;
  }
  zmq.msg_close(&message);
  return count;
}

int zeromq_wait(void **sockets, int count, long milliseconds) {
  enum { MOST = 8 };
  zmq_pollitem_t items[MOST];
  if (count > MOST) return -3;
  for (int k = 0; k < count; k++) items[k] = (zmq_pollitem_t){sockets[k], 0, ZMQ_POLLIN, 0};
  int found = zmq.poll(items, count, milliseconds);
  if (found < 0) return zmq.errno_() == EINTR ? -2 : -3;
  for (int k = 0; k < count; k++)
    if (items[k].revents & ZMQ_POLLIN) return k;
  return -1;
}
