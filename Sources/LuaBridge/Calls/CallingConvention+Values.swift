public import CLua
internal import Report

extension CallingConvention {
  /// The value of a parameter that stands at a slot: read, checked, or its default.
  @inlinable
  public func value<Value: LuaReadable>(
    _ parameter: Parameter<Value>, _ slot: Int32, _ state: LuaState
  ) throws -> Value {
    if slot == 0 {
      if let fallback = parameter.fallback { return fallback }
    } else if lua_type(state, slot) > LUA_TNIL, let value = parameter.quick(state, slot) {
      return value
    }
    return try carefulValue(parameter, slot, state)
  }

  // The long way, out of line, so that the quick one stays small.

  @inlinable @inline(never)
  func values<A: LuaReadable>(_ state: LuaState, _ a: Parameter<A>) throws -> A {
    try value(a, slots(state)[0], state)
  }

  @inlinable @inline(never)
  func values<A: LuaReadable, B: LuaReadable>(
    _ state: LuaState, _ a: Parameter<A>, _ b: Parameter<B>
  ) throws -> (A, B) {
    let slots = try slots(state)
    return (try value(a, slots[0], state), try value(b, slots[1], state))
  }

  @inlinable @inline(never)
  func values<A: LuaReadable, B: LuaReadable, C: LuaReadable>(
    _ state: LuaState, _ a: Parameter<A>, _ b: Parameter<B>, _ c: Parameter<C>
  ) throws -> (A, B, C) {
    let slots = try slots(state)
    return (try value(a, slots[0], state), try value(b, slots[1], state), try value(c, slots[2], state))
  }

  @inlinable @inline(never)
  func values<A: LuaReadable, B: LuaReadable, C: LuaReadable, D: LuaReadable>(
    _ state: LuaState, _ a: Parameter<A>, _ b: Parameter<B>, _ c: Parameter<C>, _ d: Parameter<D>
  ) throws -> (A, B, C, D) {
    let slots = try slots(state)
    return (
      try value(a, slots[0], state), try value(b, slots[1], state), try value(c, slots[2], state),
      try value(d, slots[3], state)
    )
  }

  /// The value, or the fault that says what is wrong with it.
  @usableFromInline @inline(never)
  func carefulValue<Value: LuaReadable>(
    _ parameter: Parameter<Value>, _ slot: Int32, _ state: LuaState
  ) throws -> Value {
    let info = parameter.info
    if info.place == .hidden, let value = try Value.read(state, 0) { return value }
    let isGiven =
      slot != 0 && (lua_type(state, slot) != LUA_TNIL || (info.isRequired && info.kind.shape == .any))
    guard isGiven else {
      if let fallback = parameter.fallback { return fallback }
      throw missing(info, state)
    }
    let read: Value?
    do {
      read = try Value.read(state, slot)
    } catch let fault as ReadingFault {
      let colon = Text(en: ": ", zh: "：")
      throw Fault(
        .type, called + Text(info.name + fault.path) + (fault.path.isEmpty ? colon : Text(" ")) + fault.what)
    }
    guard let value = read else { throw wrongKind(info, state, slot) }
    if let check = parameter.check, !check(value) { throw outOfRange(info, state, slot) }
    return value
  }

  /// An operand of an arithmetic operator.
  @inlinable
  static func operand<Value: LuaReadable>(
    _ symbol: Operator.Symbol, _: Value.Type, _ state: LuaState, _ index: Int32
  ) throws -> Value {
    if let value = try Value.read(state, index) { return value }
    throw wrongOperand(symbol, Value.luaKind, state, index)
  }
}
