#include <lua5.4/lauxlib.h>
#include <stdlib.h>
#include <string.h>

#include "internal.h"

// `pairs` goes through the keys that are texts in the order of their bytes, after all other keys. Lua's own order
// hangs on addresses and the clock: a sum over a table would differ in its last digits from run to run.

typedef struct {
  const char *text;
  size_t length;
} text_key;

static int by_bytes(const void *left, const void *right) {
  const text_key *a = left, *b = right;
  size_t shorter = a->length < b->length ? a->length : b->length;
  int order = memcmp(a->text, b->text, shorter);
  if (order) return order;
  return a->length < b->length ? -1 : a->length > b->length;
}

// Upvalues: the keys, how many they are, how many were given. A key whose value is gone by now is passed over.
static int next_in_order(lua_State *L) {
  lua_Integer count = lua_tointegerx(L, lua_upvalueindex(2), NULL);
  lua_Integer k = lua_tointegerx(L, lua_upvalueindex(3), NULL);
  while (++k <= count) {
    lua_rawgeti(L, lua_upvalueindex(1), k);
    lua_pushvalue(L, -1);
    if (lua_rawget(L, 1) != LUA_TNIL) {
      lua_pushinteger(L, k);
      lua_copy(L, -1, lua_upvalueindex(3));
      lua_settop(L, -2);
      return 2;
    }
    lua_settop(L, 1);
  }
  lua_pushnil(L);
  return 1;
}

// Pushes the keys of the table at index 1 as a list; gives how many they are.
static lua_Integer push_keys(lua_State *L, size_t texts) {
  text_key *sorted = lua_newuserdatauv(L, (texts ? texts : 1) * sizeof *sorted, 0);
  lua_createtable(L, 0, 0);
  lua_Integer count = 0;
  size_t found = 0;
  lua_pushnil(L);
  while (lua_next(L, 1)) {
    lua_settop(L, -2);
    if (lua_type(L, -1) == LUA_TSTRING && found < texts) {
      sorted[found].text = lua_tolstring(L, -1, &sorted[found].length);
      found++;
    } else {
      lua_pushvalue(L, -1);
      lua_rawseti(L, -3, ++count);
    }
  }
  qsort(sorted, found, sizeof *sorted, by_bytes);
  for (size_t k = 0; k < found; k++) {
    lua_pushlstring(L, sorted[k].text, sorted[k].length);
    lua_rawseti(L, -2, ++count);
  }
  return count;
}

static int with_metamethod(lua_State *L, int status, lua_KContext context) {
  (void)L, (void)status, (void)context;
  return 3;
}

static int ordered_pairs(lua_State *L) {
  luaL_checkany(L, 1);
  if (luaL_getmetafield(L, 1, "__pairs") != LUA_TNIL) {
    lua_pushvalue(L, 1);
    lua_callk(L, 1, 3, 0, with_metamethod);
    return 3;
  }
  size_t texts = 0;
  if (lua_type(L, 1) == LUA_TTABLE) {
    lua_settop(L, 1);
    lua_pushnil(L);
    while (lua_next(L, 1)) {
      lua_settop(L, -2);
      texts += lua_type(L, -1) == LUA_TSTRING;
    }
  }
  if (texts < 2) {
    lua_getglobal(L, "next");
  } else {
    lua_Integer count = push_keys(L, texts);
    lua_pushinteger(L, count);
    lua_pushinteger(L, 0);
    lua_pushcclosure(L, next_in_order, 3);
  }
  lua_pushvalue(L, 1);
  lua_pushnil(L);
  return 3;
}

void bridge_set_up_order(lua_State *L) {
  lua_pushcfunction(L, ordered_pairs);
  lua_setglobal(L, "pairs");
}
