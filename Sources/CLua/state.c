#include <lua5.4/lauxlib.h>
#include <lua5.4/lualib.h>
#include <stdio.h>
#include <stdlib.h>

#include "internal.h"

bridge_call bridge_call_swift;
bridge_release bridge_release_swift;
bridge_explain bridge_explain_swift;
bool (*bridge_is_interrupted)(void);

void bridge_connect(
    bridge_call call, bridge_release release, bridge_explain explain, bool (*interrupted)(void)) {
  bridge_call_swift = call;
  bridge_release_swift = release;
  bridge_explain_swift = explain;
  bridge_is_interrupted = interrupted;
}

// While a Swift frame is innermost the limit is only noted: failing here would jump over that frame.
static void *allocate(void *data, void *block, size_t old_size, size_t new_size) {
  bridge_state *state = data;
  size_t old = block ? old_size : 0;
  if (new_size == 0) {
    state->used -= old;
    free(block);
    return NULL;
  }
  if (new_size > old && state->limit && state->used - old + new_size > state->limit) {
    if (state->swift_depth == 0) return NULL;
    state->over = true;
  }
  void *moved = realloc(block, new_size);
  if (!moved) {
    if (state->swift_depth == 0) return NULL;
    fputs("plantsh: out of memory\n", stderr);
    abort();
  }
  state->used = state->used - old + new_size;
  if (state->used > state->peak) state->peak = state->used;
  return moved;
}

static int panic(lua_State *L) {
  const char *message = lua_type(L, -1) == LUA_TSTRING ? lua_tostring(L, -1) : "?";
  fprintf(stderr, "plantsh: unprotected Lua error: %s\n", message);
  return 0;
}

static int set_up(lua_State *L) {
  luaL_openlibs(L);
  bridge_set_up_functions(L);
  bridge_set_up_coroutines(L);
  bridge_set_up_order(L);
  return 0;
}

lua_State *bridge_open(size_t limit) {
  bridge_state *state = calloc(1, sizeof *state);
  if (!state) return NULL;
  lua_State *L = lua_newstate(allocate, state);
  if (!L) {
    free(state);
    return NULL;
  }
  *(bridge_state **)lua_getextraspace(L) = state;
  state->main = state->current = L;
  state->external_step = 256u << 20;
  state->thread = pthread_self();
  lua_atpanic(L, panic);
  lua_pushcfunction(L, set_up);
  if (lua_pcall(L, 0, 0, 0) != LUA_OK) {
    lua_close(L);
    free(state);
    return NULL;
  }
  state->limit = limit;
  state->swift_depth = 1;
  return L;
}

void bridge_close(lua_State *L) {
  bridge_state *state = bridge_of(L);
  state->limit = 0;
  lua_close(L);
  free(state);
}
