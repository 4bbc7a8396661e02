#ifndef CLUA_INTERNAL_H
#define CLUA_INTERNAL_H
#include "include/bridge.h"

extern bridge_call bridge_call_swift;
extern bridge_release bridge_release_swift;
extern bridge_explain bridge_explain_swift;
extern bool (*bridge_is_interrupted)(void);

void bridge_set_up_functions(lua_State *L);
void bridge_set_up_coroutines(lua_State *L);
void bridge_set_up_order(lua_State *L);
/// Hooks a coroutine that starts while an interruption is under way.
void bridge_hook_if_interrupted(lua_State *L);

// Around every stretch in which Lua runs below a Swift frame.
#define LUA_RUNS(L)                      \
  bridge_state *state_ = bridge_of(L);   \
  int depth_ = state_->swift_depth;      \
  state_->swift_depth = 0
#define LUA_ENDS state_->swift_depth = depth_

#endif
