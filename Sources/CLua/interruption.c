#include <lua5.4/lauxlib.h>
#include <signal.h>
#include <stdatomic.h>
#include <string.h>

#include "internal.h"

static lua_State *_Atomic running;
// What this thread itself runs: several threads may each run an interpreter of their own, and none must bring
// back another's, which may be closed by then.
static _Thread_local lua_State *running_here;

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
  lua_State *L = atomic_load(&running);
  if (!L) return;
  bridge_state *state = bridge_of(L);
  if (pthread_equal(pthread_self(), state->thread))
    hook(state);
  else
    pthread_kill(state->thread, SIGURG);
}

static void on_sigurg(int signal) {
  (void)signal;
  lua_State *L = atomic_load(&running);
  if (L && pthread_equal(pthread_self(), bridge_of(L)->thread)) hook(bridge_of(L));
}

lua_State *bridge_run_on_this_thread(lua_State *L) {
  static atomic_bool listening;
  if (!atomic_exchange(&listening, true)) {
    struct sigaction action;
    memset(&action, 0, sizeof action);
    action.sa_handler = on_sigurg;
    action.sa_flags = SA_RESTART;
    sigemptyset(&action.sa_mask);
    sigaction(SIGURG, &action, NULL);
  }
  if (L) bridge_of(L)->thread = pthread_self();
  lua_State *before = running_here;
  running_here = L;
  atomic_store(&running, L);
  return before;
}
