#include "internal.h"

// Elements that stand on the stack at once, so that it is cleared once for many.
enum { BLOCK = 64 };

size_t bridge_read_numbers(lua_State *L, int table, lua_Number *values, size_t count) {
  if (!lua_checkstack(L, BLOCK)) return 0;
  int top = lua_gettop(L);
  for (size_t k = 0; k < count; k++) {
    if (k % BLOCK == 0) lua_settop(L, top);
    if (lua_rawgeti(L, table, (lua_Integer)k + 1) != LUA_TNUMBER) {
      lua_settop(L, top);
      return k;
    }
    values[k] = lua_tonumberx(L, -1, NULL);
  }
  lua_settop(L, top);
  return count;
}

size_t bridge_read_integers(lua_State *L, int table, lua_Integer *values, size_t count) {
  if (!lua_checkstack(L, BLOCK)) return 0;
  int top = lua_gettop(L);
  for (size_t k = 0; k < count; k++) {
    if (k % BLOCK == 0) lua_settop(L, top);
    int is_integer = 0;
    if (lua_rawgeti(L, table, (lua_Integer)k + 1) == LUA_TNUMBER)
      values[k] = lua_tointegerx(L, -1, &is_integer);
    if (!is_integer) {
      lua_settop(L, top);
      return k;
    }
  }
  lua_settop(L, top);
  return count;
}
