#include <lua5.4/lauxlib.h>

#include "internal.h"

static const char function_metatable;

static int collect_function(lua_State *L) {
  void **box = lua_touserdata(L, 1);
  if (!box || !*box) return 0;
  void *context = *box;
  *box = NULL;
  bridge_state *state = bridge_of(L);
  int depth = state->swift_depth++;
  bridge_release_swift(context);
  state->swift_depth = depth;
  return 0;
}

static int raise_if_over(lua_State *L, bridge_state *state) {
  state->over = false;
  if (!state->limit || state->used <= state->limit) return 0;
  lua_gc(L, LUA_GCCOLLECT);
  return state->used > state->limit ? luaL_error(L, "not enough memory") : 0;
}

// The one door: every Swift function is this C function with its context as upvalue 1.
static int door(lua_State *L) {
  void **box = lua_touserdata(L, lua_upvalueindex(1));
  bridge_state *state = bridge_of(L);
  int depth = state->swift_depth;
  state->swift_depth = depth + 1;
  int results = bridge_call_swift(L, *box);
  state->swift_depth = depth;
  // No Swift frame stands between here and the enclosing lua_pcall.
  if (__builtin_expect(state->over && depth == 0, 0)) raise_if_over(L, state);
  return results >= 0 ? results : lua_error(L);
}

void bridge_push_function(lua_State *L, void *context) {
  void **box = lua_newuserdatauv(L, sizeof(void *), 0);
  *box = NULL;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &function_metatable);
  lua_setmetatable(L, -2);
  lua_pushcclosure(L, door, 1);
  *box = context;
}

bool bridge_is_function_box(lua_State *L, int index) {
  if (lua_type(L, index) != LUA_TUSERDATA || !lua_getmetatable(L, index)) return false;
  lua_rawgetp(L, LUA_REGISTRYINDEX, &function_metatable);
  bool same = lua_rawequal(L, -1, -2);
  lua_pop(L, 2);
  return same;
}

void bridge_set_up_functions(lua_State *L) {
  lua_createtable(L, 0, 2);
  lua_pushcfunction(L, collect_function);
  lua_setfield(L, -2, "__gc");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_rawsetp(L, LUA_REGISTRYINDEX, &function_metatable);
}
