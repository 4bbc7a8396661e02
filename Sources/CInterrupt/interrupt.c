#include "CInterrupt.h"

#include <signal.h>
#include <stdatomic.h>
#include <stddef.h>
#include <string.h>

static atomic_bool requested;
static void (*_Atomic listener)(void);
static struct sigaction before;
static bool catching;

bool interrupt_requested(void) { return atomic_load_explicit(&requested, memory_order_relaxed); }

void interrupt_request(void) {
  atomic_store(&requested, true);
  void (*call)(void) = atomic_load(&listener);
  if (call) call();
}

void interrupt_clear(void) { atomic_store(&requested, false); }

void interrupt_listen(void (*call)(void)) { atomic_store(&listener, call); }

static void on_sigint(int signal) {
  (void)signal;
  interrupt_request();
}

void interrupt_catch_sigint(bool on) {
  if (on == catching) return;
  if (on) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_sigint;
    sigemptyset(&action.sa_mask);
    sigaction(SIGINT, &action, &before);
    // Whoever started the program may have left the signal blocked.
    sigset_t wanted;
    sigemptyset(&wanted);
    sigaddset(&wanted, SIGINT);
    pthread_sigmask(SIG_UNBLOCK, &wanted, NULL);
  } else {
    sigaction(SIGINT, &before, NULL);
  }
  catching = on;
}
