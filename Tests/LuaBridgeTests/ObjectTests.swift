import LuaBridge
import Report
import Synchronization
import Testing

@Suite(.serialized) struct ObjectTests {
  let lua = LuaBridgeTests.lua()

  @Test func methodsPropertiesAndOperatorsWork() throws {
    try lua.run("c = test.counter(3)")
    #expect(try words(lua, "c:bump(2), c.value, #c, (c + 1).value, (1 + c).value") == "5 5 5 6 6")
    #expect(try words(lua, "c(c), c { c, twice = true }") == "10 15")
    #expect(try words(lua, "c.x, c['温度'], c[2]") == "ex warm item 2")
  }

  @Test func theSameObjectIsEqualToItself() throws {
    #expect(
      try words(
        lua, "(function() local c = test.counter(1); return c == test.echo(c), c == test.counter(1) end)()")
        == "true false")
  }

  @Test func loopsRunOverAnObject() throws {
    try lua.run(
      "c, s = test.counter(3), '' for k in c:each() do s = s .. k end for k, v in pairs(c) do s = s .. v end")
    #expect(try words(lua, "s") == "123item 1item 2item 3")
  }

  @Test func closeIsCalledAtTheEndOfTheBlock() throws {
    try lua.run("c = test.counter(1) do local x <close> = c end")
    let held: LuaObject? = try lua.global("c")
    #expect((held?.object as? Counter)?.log == ["closed"])
  }

  @Test func unknownFieldsAreFaults() {
    #expect(
      complaint(lua, "c = test.counter(1); return c.vlue") == "counter has no 'vlue' · did you mean 'value'?")
    #expect(complaint(lua, "return test.ad") == "test has no 'ad' · did you mean 'add'?")
  }

  @Test func thirtyThousandRaisingCallsLeakNothing() throws {
    let before = Counter.alive.load(ordering: .relaxed)
    try lua.run(
      """
      local c = test.counter(3)
      for k = 1, 10000 do
        assert(not pcall(test.fail, k))
        assert(not pcall(test.add, c, c))
        assert(not pcall(test.apply, function(x) local d = test.counter(1) test.fail(k) end, 3))
      end
      """)
    lua.collect()
    #expect(Counter.alive.load(ordering: .relaxed) == before)
  }

  @Test func aSwiftErrorKeepsItsIdentity() {
    #expect(throws: Unexpected(number: 7)) { try lua.run("test.apply(function() test.fail(7) end, 1)") }
  }

  @Test func aCaughtErrorCanBeAsked() throws {
    #expect(
      try words(
        lua,
        "(function() local ok, e = pcall(test.refuse) return ok, e.code, e.file, e.row, 'caught: ' .. e end)()"
      )
        == "false data a.csv 3 caught: a.csv row 3: no")
  }
}
