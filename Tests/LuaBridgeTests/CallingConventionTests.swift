import LuaBridge
import Report
import Testing

@Suite struct CallingConventionTests {
  let lua = LuaBridgeTests.lua()

  @Test(arguments: [
    ("test.add(1, 2)", "3"),
    ("test.csv('a')", "a 10 - inner"),
    ("test.csv 'a'", "a 10 - inner"),
    ("test.csv('a', { epochs = 3 })", "a 3 - inner"),
    ("test.csv { 'a', epochs = 3, missing = { 'x', 'y' } }", "a 3 x+y inner"),
    ("test.csv { path = 'a', how = 'anti' }", "a 10 - anti"),
    ("test.csv('a', nil)", "a 10 - inner"),
    ("test.stack { 1, 2, 3 }", "3"),
    ("test.residual { 1, 2 }", "[1, 2] 1.0"),
    ("test.residual { 1, 2, scale = 3 }", "[1, 2] 3.0"),
    ("test.residual({ 1, 2 }, { scale = 3 })", "[1, 2] 3.0"),
    ("test.expect { b = 'y', a = 'x' }", "a=x,b=y false"),
    ("test.expect { b = 'y', strict = true }", "b=y true"),
    ("test.expect({ strict = 'y' }, {})", "strict=y false"),
    ("test.sum()", "0.0"),
    ("test.sum(1, 2, 3.5)", "6.5"),
    ("test.counter().value", "0"),
    ("test.counter(4).value", "4"),
    ("test.minmax { 3, 1, 2 }", "1.0 3.0"),
    ("test.echo { 1, { 2 }, a = 'x' }", "{1,{2},a=x}"),
    ("test.add(3.0, 1)", "4"),
  ])
  func everyShapeOfCallIsRead(_ call: String, _ result: String) throws {
    #expect(try words(lua, call) == result)
  }

  @Test(arguments: [
    ("test.add(1)", "test.add: b is missing (integer: other)\n  try: return test.add(1, 2)"),
    ("test.add(1, 'x')", "test.add: b must be an integer, got \"x\"\n  try: return test.add(1, 2)"),
    ("test.add(1, 2.5)", "test.add: b must be an integer, got 2.5\n  try: return test.add(1, 2)"),
    ("test.add(1, 2, 3)", "test.add: takes at most 2 values, got 3\n  try: return test.add(1, 2)"),
    ("test.csv('a', { epoch = 20 })", "test.csv: unknown option 'epoch' · did you mean 'epochs'?"),
    ("test.csv { 'a', epochs = 0 }", "test.csv: epochs is 0, must be in 1 .. 10000"),
    (
      "test.csv { 'a', how = 'lef' }",
      "test.csv: how is \"lef\", must be one of \"inner\", \"left\", \"anti\" · did you mean \"left\"?"
    ),
    ("test.csv { 'a', missing = { 'x', 2 } }", "test.csv: missing[2] must be a string, got 2"),
    ("test.residual { 1, scal = 2 }", "test.residual: unknown option 'scal' · did you mean 'scale'?"),
    (
      "test.counter().bump(1)",
      "bump: is a method of a counter: write a colon, counter:bump(…), not a dot\n  try: c:bump(2)"
    ),
    ("test.counter():bmp()", "counter has no 'bmp' · did you mean bump?"),
  ])
  func everyFaultSaysWhatIsWanted(_ call: String, _ words: String) {
    #expect(complaint(lua, call) == words.replacing("bump?", with: "'bump'?"))
  }

  @Test func faultsSpeakChinese() {
    #expect(
      complaint(lua, "test.csv { 'a', epochs = 0 }", in: .zh) == "test.csv：epochs 为 0，应在 1 .. 10000 范围内")
  }
}
