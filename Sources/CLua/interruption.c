#include <lua5.4/lauxlib.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

#include "internal.h"

// The states that run now, each with its thread: more than one only where sessions run side by side.
enum { MOST_RUNNING = 64 };
static struct {
  lua_State *_Atomic state;
  pthread_t thread;
} running[MOST_RUNNING];

enum { EVERYWHERE = LUA_MASKCALL | LUA_MASKRET | LUA_MASKLINE | LUA_MASKCOUNT };

// Raises at every instruction until the flag is lowered, so that a script's pcall cannot swallow it.
static void stop_here(lua_State *L, lua_Debug *record) {
  (void)record;
  if (bridge_is_interrupted())
    luaL_error(L, "interrupted");
  else
    lua_sethook(L, NULL, 0, 0);
}

static void hook(bridge_state *state) {
  lua_State *current = state->current;
  lua_sethook(current, stop_here, EVERYWHERE, 1);
  if (current != state->main) lua_sethook(state->main, stop_here, EVERYWHERE, 1);
}

void bridge_hook_if_interrupted(lua_State *L) {
  if (bridge_is_interrupted()) lua_sethook(L, stop_here, EVERYWHERE, 1);
}

// lua_sethook is safe in a signal handler on the thread that runs Lua, so other threads send it a signal;
// SIGURG, because nothing happens where it is not expected.
void bridge_interrupt(void) {
  pthread_t self = pthread_self();
  for (int k = 0; k < MOST_RUNNING; k++) {
    lua_State *L = atomic_load(&running[k].state);
    if (!L) continue;
    if (pthread_equal(self, running[k].thread))
      hook(bridge_of(L));
    else
      pthread_kill(running[k].thread, SIGURG);
  }
}

static void on_sigurg(int signal) {
  (void)signal;
  pthread_t self = pthread_self();
  for (int k = 0; k < MOST_RUNNING; k++) {
    lua_State *L = atomic_load(&running[k].state);
    if (L && pthread_equal(self, running[k].thread)) hook(bridge_of(L));
  }
}

// On this thread too: threads of a dispatch pool start with all signals blocked.
static void listen_for_sigurg(void) {
  static atomic_bool listening;
  sigset_t urgent;
  sigemptyset(&urgent);
  sigaddset(&urgent, SIGURG);
  pthread_sigmask(SIG_UNBLOCK, &urgent, NULL);
  if (atomic_exchange(&listening, true)) return;
  struct sigaction action;
  memset(&action, 0, sizeof action);
  action.sa_handler = on_sigurg;
  action.sa_flags = SA_RESTART;
  sigemptyset(&action.sa_mask);
  sigaction(SIGURG, &action, NULL);
}

int bridge_enter(lua_State *L) {
  static pthread_mutex_t entering = PTHREAD_MUTEX_INITIALIZER;
  listen_for_sigurg();
  bridge_of(L)->thread = pthread_self();
  int place = -1;
  pthread_mutex_lock(&entering);
  for (int k = 0; k < MOST_RUNNING && place < 0; k++) {
    if (atomic_load(&running[k].state)) continue;
    running[k].thread = pthread_self();
    atomic_store(&running[k].state, L);
    place = k;
  }
  pthread_mutex_unlock(&entering);
  // A request that came before the state stood in the list must not be lost.
  bridge_hook_if_interrupted(L);
  return place;
}

void bridge_leave(int place) {
  if (place >= 0) atomic_store(&running[place].state, NULL);
}
