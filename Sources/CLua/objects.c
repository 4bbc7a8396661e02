#include <lua5.4/lauxlib.h>

#include "internal.h"

const char bridge_magic;

static int collect_object(lua_State *L) {
  bridge_object *object = bridge_to_object(L, 1);
  if (!object || !object->ref) return 0;
  void *ref = object->ref;
  object->ref = NULL;
  bridge_state *state = bridge_of(L);
  int depth = state->swift_depth++;
  bridge_release_swift(ref);
  state->swift_depth = depth;
  return 0;
}

static int same_object(lua_State *L) {
  bridge_object *left = bridge_to_object(L, 1), *right = bridge_to_object(L, 2);
  lua_pushboolean(L, left && right && left->ref && left->ref == right->ref);
  return 1;
}

void bridge_push_object(lua_State *L, const void *type, void *ref) {
  bridge_object *object = lua_newuserdatauv(L, sizeof *object, 0);
  object->magic = &bridge_magic;
  object->type = type;
  object->ref = NULL;
  lua_rawgetp(L, LUA_REGISTRYINDEX, type);
  lua_setmetatable(L, -2);
  object->ref = ref;
}

void bridge_define_type(lua_State *L, const void *type, const char *name) {
  lua_createtable(L, 0, 12);
  lua_pushstring(L, name);
  lua_setfield(L, -2, "__name");
  lua_pushcfunction(L, collect_object);
  lua_setfield(L, -2, "__gc");
  lua_pushcfunction(L, same_object);
  lua_setfield(L, -2, "__eq");
  lua_pushboolean(L, 0);
  lua_setfield(L, -2, "__metatable");
  lua_pushvalue(L, -1);
  lua_rawsetp(L, LUA_REGISTRYINDEX, type);
}

// Methods (upvalue 1), then properties (upvalue 2), then the fallback (upvalue 3) for names that are data.
static int index_object(lua_State *L) {
  if (lua_gettop(L) != 2) lua_settop(L, 2);
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(1)) != LUA_TNIL) return 1;
  lua_pushvalue(L, 2);
  if (lua_rawget(L, lua_upvalueindex(2)) != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_call(L, 1, 1);
    return 1;
  }
  lua_pushvalue(L, lua_upvalueindex(3));
  lua_pushvalue(L, 1);
  lua_pushvalue(L, 2);
  lua_call(L, 2, 1);
  return 1;
}

void bridge_push_index(lua_State *L) { lua_pushcclosure(L, index_object, 3); }

void bridge_press(lua_State *L, size_t bytes) {
  bridge_state *state = bridge_of(L);
  state->external += bytes;
  if (state->external < state->external_step) return;
  state->external = 0;
  lua_gc(L, LUA_GCCOLLECT);
}
