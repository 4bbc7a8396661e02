import LuaBridge
import Report
import Synchronization
import Testing

/// An object that says it holds 16 MB outside Lua.
private final class Heavy: LuaClass {
  static let luaName = "heavy"
  static let alive = Atomic<Int>(0)
  static let mostAlive = Atomic<Int>(0)

  init() {
    let now = Heavy.alive.add(1, ordering: .relaxed).newValue
    Heavy.mostAlive.max(now, ordering: .relaxed)
  }

  deinit { Heavy.alive.subtract(1, ordering: .relaxed) }

  var luaExternalBytes: Int { 16 << 20 }
}

extension Module {
  fileprivate static var memory: Module {
    Module("memory", help("memory")) {
      ObjectType(Heavy.self, help("heavy"))
      Function("memory.heavy", help("makes one"), returns: help("one"), example: "") { Heavy() }
      Function(
        "memory.texts", help("many texts"), .required("count", Int.self, help("how many")),
        returns: help("texts"), example: ""
      ) { count in (0..<count).map { "\($0) " + String(repeating: "x", count: 1000) } }
    }
  }
}

@Suite(.serialized) struct MemoryTests {
  private let limit = 16 << 20

  private func limited() -> Interpreter {
    let lua = Interpreter(memoryLimit: limit)
    lua.install(.memory)
    return lua
  }

  @Test func aLoopThatHoardsIsAFaultAndTheStateStaysUsable() throws {
    let lua = limited()
    for _ in 0..<3 {
      #expect(throws: Fault.self) {
        try lua.run("local kept = {} for k = 1, 1e9 do kept[k] = ('x'):rep(1000) .. k end")
      }
      #expect(try words(lua, "1 + 1") == "2")
    }
    lua.collect()
    #expect(lua.memoryInUse < limit / 2)
  }

  @Test func whatSwiftHoardsInLuaIsAFaultToo() throws {
    let lua = limited()
    #expect(throws: Fault.self) { try lua.run("kept = memory.texts(30000)") }
    #expect(try words(lua, "1 + 1, #memory.texts(100)") == "2 100")
  }

  @Test func bytesOutsideLuaPressTheCollector() throws {
    let lua = limited()
    try lua.run("for k = 1, 2000 do local h = memory.heavy() end")
    #expect(Heavy.mostAlive.load(ordering: .relaxed) < 100)
    lua.collect()
    #expect(Heavy.alive.load(ordering: .relaxed) == 0)
  }

  @Test func listsOfNumbersComeWholeOrNameTheElement() throws {
    let lua = LuaBridgeTests.lua()
    #expect(try words(lua, "test.stack { 1, 2.0, 3 }") == "3")
    #expect(complaint(lua, "return test.stack { 1, 2.5, 3 }").contains("[2]"))
    try lua.run("long = {} for k = 1, 1000 do long[k] = k end")
    #expect(try words(lua, "test.stack(long)") == "1000")
  }
}
