#ifndef CLUA_BRIDGE_H
#define CLUA_BRIDGE_H
#include <lua5.4/lua.h>
#include <pthread.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// The door rule: no Swift frame is alive when Lua raises. Only the C in this target calls `lua_error`; Swift
// hands back `BRIDGE_RAISE` with the error on the stack. Swift may call any Lua function that can raise for
// want of memory only (those marked `m` in the manual), because the allocator never fails while a Swift frame is
// innermost; everything marked `e` or `v` is called through the wrappers below, which return a status and leave
// exactly one value, the error, on failure.

/// What the bridge keeps for one Lua state; every coroutine of it finds it in its extra space.
typedef struct bridge_state {
  size_t used, peak;
  /// Bytes that Lua may hold; 0 for no limit.
  size_t limit;
  /// Above 0: a Swift frame is innermost, and the allocator must not fail.
  int swift_depth;
  /// The limit was passed while a Swift frame was innermost: Lua is told as soon as it is back.
  bool over;
  lua_State *main;
  /// The coroutine that runs now.
  lua_State *volatile current;
  /// Bytes of Swift objects handed to Lua since the last full collection, and how many start one.
  size_t external, external_step;
  pthread_t thread;
  void *owner;
} bridge_state;

enum { BRIDGE_RAISE = -1 };

/// Calls a Swift function with its context; returns the number of results or `BRIDGE_RAISE`.
typedef int (*bridge_call)(lua_State *L, void *context);
/// Gives up a retained Swift object.
typedef void (*bridge_release)(void *object);
/// Turns the error at index 1 into an error object at the place where it was raised; one value on the stack.
typedef void (*bridge_explain)(lua_State *L);

/// The Swift side, told once in a process.
void bridge_connect(
    bridge_call call, bridge_release release, bridge_explain explain, bool (*interrupted)(void));

lua_State *bridge_open(size_t limit);
void bridge_close(lua_State *L);
static inline bridge_state *bridge_of(lua_State *L) { return *(bridge_state **)lua_getextraspace(L); }

// Functions. The context is a retained Swift object that the collector gives up.
void bridge_push_function(lua_State *L, void *context);
/// The value is the box that holds a function's context.
bool bridge_is_function_box(lua_State *L, int index);

// Objects: a full userdata that holds one retained Swift object.
typedef struct bridge_object {
  const void *magic;
  const void *type;
  void *ref;
} bridge_object;
extern const char bridge_magic;

static inline bridge_object *bridge_to_object(lua_State *L, int index) {
  bridge_object *object = (bridge_object *)lua_touserdata(L, index);
  if (!object || lua_rawlen(L, index) != sizeof *object) return NULL;
  return object->magic == &bridge_magic ? object : NULL;
}
/// Pushes the object; its metatable is the one that `bridge_define_type` made for the type. Takes over `ref`.
void bridge_push_object(lua_State *L, const void *type, void *ref);
/// Pushes a new metatable for the type: collection, identity, a name, and nothing for scripts to take apart.
void bridge_define_type(lua_State *L, const void *type, const char *name);
/// Replaces methods, getters and fallback (a function or nil), the three values on top, by an `__index`.
void bridge_push_index(lua_State *L);
/// Lets the collector feel bytes that Swift objects hold outside Lua.
void bridge_press(lua_State *L, size_t bytes);

// Lists of numbers, in bulk: reads elements 1 ... count of a table and gives how many it read before one that is
// of another kind. Raises nothing and leaves the stack as it was.
size_t bridge_read_numbers(lua_State *L, int table, lua_Number *values, size_t count);
size_t bridge_read_integers(lua_State *L, int table, lua_Integer *values, size_t count);

// Protected calls. With `explain` an error passes through the Swift explainer where it was raised.
int bridge_pcall(lua_State *L, int arguments, int results, bool explain);
int bridge_load(lua_State *L, const char *text, size_t count, const char *name);
int bridge_gettable(lua_State *L, int index);
int bridge_settable(lua_State *L, int index);
int bridge_tostring(lua_State *L, int index);

// Interruption.
/// From now on an interruption stops the state, which runs on this thread. Gives what `bridge_leave` takes.
int bridge_enter(lua_State *L);
void bridge_leave(int place);
/// Stops every running state at its next instruction. Safe in a signal handler, on any thread.
void bridge_interrupt(void);

// What the importer cannot see.
static inline void bridge_pop(lua_State *L, int count) { lua_settop(L, -count - 1); }
static inline void bridge_remove(lua_State *L, int index) {
  lua_rotate(L, index, -1);
  lua_settop(L, -2);
}
static inline void bridge_insert(lua_State *L, int index) { lua_rotate(L, index, 1); }
static inline int bridge_registry(void) { return LUA_REGISTRYINDEX; }
static inline void bridge_push_globals(lua_State *L) {
  lua_rawgeti(L, LUA_REGISTRYINDEX, LUA_RIDX_GLOBALS);
}
static inline void bridge_collect(lua_State *L) { lua_gc(L, LUA_GCCOLLECT); }

#endif
