#ifndef CZEROMQ_H
#define CZEROMQ_H
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

/// ZeroMQ's library, loaded when a kernel starts: nothing else needs it, and its own libraries take time to load.
/// False where it is not installed.
bool zeromq_load(void);

enum {
  ZEROMQ_PAIR = 0,
  ZEROMQ_PUB = 1,
  ZEROMQ_SUB = 2,
  ZEROMQ_REQ = 3,
  ZEROMQ_REP = 4,
  ZEROMQ_DEALER = 5,
  ZEROMQ_ROUTER = 6
};

void *zeromq_context(void);
/// Waits until what was sent has left, and makes every other thread's call fail.
void zeromq_end(void *context);

/// A socket that keeps messages for a second after it is closed; one that subscribes gets everything.
void *zeromq_socket(void *context, int kind);
void zeromq_close(void *socket);
/// 0, or the system's error number.
int zeromq_bind(void *socket, const char *address);
int zeromq_connect(void *socket, const char *address);

/// Sends one frame of a message; 0, or the error number.
int zeromq_send(void *socket, const void *bytes, size_t count, bool more);

/// Receives one frame, which the caller frees; its length, or -1.
ptrdiff_t zeromq_receive(void *socket, uint8_t **bytes, bool *more);

/// Waits for the first of the sockets that has something to receive: its place; -1 when the time is over, -2 when a
/// signal came, -3 when the context ends.
int zeromq_wait(void **sockets, int count, long milliseconds);

#endif
