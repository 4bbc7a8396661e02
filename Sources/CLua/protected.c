#include <lua5.4/lauxlib.h>

#include "internal.h"

static int explain_error(lua_State *L) {
  lua_settop(L, 1);
  if (!lua_checkstack(L, 20)) return 1;
  bridge_state *state = bridge_of(L);
  int depth = state->swift_depth;
  state->swift_depth = depth + 1;
  bridge_explain_swift(L);
  state->swift_depth = depth;
  return 1;
}

int bridge_pcall(lua_State *L, int arguments, int results, bool explain) {
  int handler = 0;
  if (explain) {
    handler = lua_gettop(L) - arguments;
    lua_pushcfunction(L, explain_error);
    lua_insert(L, handler);
  }
  LUA_RUNS(L);
  int status = lua_pcall(L, arguments, results, handler);
  LUA_ENDS;
  if (explain) lua_remove(L, handler);
  return status;
}

int bridge_load(lua_State *L, const char *text, size_t count, const char *name) {
  LUA_RUNS(L);
  int status = luaL_loadbufferx(L, text, count, name, "t");
  LUA_ENDS;
  return status;
}

static int get_table(lua_State *L) {
  lua_gettable(L, 1);
  return 1;
}

/// The key on top becomes the value.
int bridge_gettable(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_pushcfunction(L, get_table);
  lua_insert(L, -2);
  lua_pushvalue(L, index);
  lua_insert(L, -2);
  return bridge_pcall(L, 2, 1, false);
}

static int set_table(lua_State *L) {
  lua_settable(L, 1);
  return 0;
}

/// Takes the key and the value on top.
int bridge_settable(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_pushcfunction(L, set_table);
  lua_insert(L, -3);
  lua_pushvalue(L, index);
  lua_insert(L, -3);
  return bridge_pcall(L, 3, 0, false);
}

static int to_string(lua_State *L) {
  luaL_tolstring(L, 1, NULL);
  return 1;
}

/// Pushes the value as `tostring` shows it.
int bridge_tostring(lua_State *L, int index) {
  index = lua_absindex(L, index);
  lua_pushcfunction(L, to_string);
  lua_pushvalue(L, index);
  return bridge_pcall(L, 1, 1, false);
}
