import LuaBridge
import Report
import Testing
import Toolbox

@Suite struct TensorToolsTests {
  /// The values that a chunk gives, as words; `t` is 1 to 6 in two rows, `v` is 1 to 5.
  private func words(_ code: String) throws -> String {
    let values = try interpreter().run(
      "return tostring((function() \(TensorToolsTests.given) \(code) end)())")
    guard case .string(let words) = values.first else { return "" }
    return words
  }

  private func fault(_ code: String) -> Fault? {
    do {
      _ = try interpreter().run(TensorToolsTests.given + code)
      return nil
    } catch {
      return error as? Fault
    }
  }

  private static let given = "local t, v = tensor.new { { 1, 2, 3 }, { 4, 5, 6 } }, tensor.arange(1, 5); "

  private func interpreter() -> Interpreter {
    let interpreter = Interpreter()
    interpreter.install(Toolbox.modules)
    return interpreter
  }

  /// What each line gives, as a tensor shows itself.
  @Test(arguments: [
    ("t[-1]", "tensor [3]\n4  5  6"), ("v[-2]", "4.0"), ("t:sub({}, -1)", "tensor [2]\n3  6"),
    ("t:sub(2, { 1, 3, 2 })", "tensor [2]\n4  6"), ("t(1, 2)", "tensor 2"),
    ("t({}, { -1, 1, -1 })", "tensor [2, 3]\n3  2  1\n6  5  4"),
    ("t:slice(2, -1, { axis = -1 })", "tensor [2, 2]\n2  3\n5  6"), ("t:select(2, -1)", "tensor [2]\n3  6"),
    ("t:take({ 3, 1 }, 2)", "tensor [2, 2]\n3  1\n6  4"),
    ("t:rows(tensor.new { 2 })", "tensor [1, 3]\n4  5  6"),
    ("t:masked(t:gt(4))", "tensor [2]\n5  6"), ("t:where(t:gt(4), 0)", "tensor [2, 3]\n0  0  0\n0  5  6"),
    ("t:with({ 2 }, 0)", "tensor [2, 3]\n1  2  3\n0  0  0"),
    ("t:with({ {}, 1 }, tensor.new { 8, 9 })", "tensor [2, 3]\n8  2  3\n9  5  6"),
    ("t:flip(2)", "tensor [2, 3]\n3  2  1\n6  5  4"), ("v:roll(2)", "tensor [5]\n4  5  1  2  3"),
    ("t:tile { 1, 2 }:sub(1)", "tensor [6]\n1  2  3  1  2  3"),
    ("v:repeat_interleave(2):slice(1, 4)", "tensor [4]\n1  1  2  2"),
    ("v:chunk(2)[2]", "tensor [3]\n3  4  5"),
    ("t:split({ 1, 2 }, 2)[1]", "tensor [2, 1]\n1\n4"), ("t:unsqueeze(-1).shape[3]", "1"),
    ("tensor.diag { 1, 2 }", "tensor [2, 2]\n1  0\n0  2"),
    ("tensor.linspace(0, 1, 3)", "tensor [3]\n0.0  0.5  1.0"),
    ("tensor.one_hot { 2, 1 }", "tensor [2, 2]\n0  1\n1  0"), ("t:argmin(1)", "tensor [3]\n1  1  1"),
    ("t:sum(-1)", "tensor [2]\n6  15"), ("t:mean(1, { keep = true })", "tensor [1, 3]\n2.5  3.5  4.5"),
    ("t:median()", "tensor 3.5"), ("v:quantile(0.25)", "tensor 2"),
    ("t:cumsum(2)", "tensor [2, 3]\n1  3   6\n4  9  15"),
    ("(-v):argsort()", "tensor [5]\n5  4  3  2  1"), ("select(2, v:topk(2))", "tensor [2]\n5  4"),
    ("t % 2", "tensor [2, 3]\n1  0  1\n0  1  0"), ("t // 4", "tensor [2, 3]\n0  0  0\n1  1  1"),
    ("t:gt(2):logical_and(t:lt(5)):count_nonzero()", "tensor 2"), ("t:allclose(t + 1e-7)", "true"),
    ("tensor.new({ { 2, 0 }, { 0, 4 } }):solve(tensor.new { 2, 2 })", "tensor [2]\n1.0  0.5"),
    ("(t / 3):round(2)", "tensor [2, 3]\n0.33  0.67  1\n1.33  1.67  2"),
    ("t:norm(2, { order = 1 })", "tensor [2]\n6  15"),
    ("t:table({ 'a', 'b', 'c' }):tensor({ 'c' })", "tensor [2, 1]\n3\n6"),
    ("#tensor.permutation(4)", "4"), ("t:nonzero():sub(-1)", "tensor [2]\n2  3"),
  ]) func aLineGivesWhatItSays(_ line: String, _ wanted: String) throws {
    #expect(try words("return \(line)") == wanted)
  }

  @Test func aLoopGoesOverTheRows() throws {
    let code = "local sum = 0; for i, row in pairs(t) do sum = sum + i * row[1] end; return sum"
    #expect(try words(code) == "9.0")
  }

  @Test func anIndexThatIsNotThereSaysWhichAre() {
    #expect(
      fault("return t[4]")?.what.en
        == "tensor: index 4 on axis 1 of [2, 3], wanted 1 .. 2, or -2 .. -1 from the end")
    #expect(
      fault("return t:sub(1, { 0, 2 })")?.what.en
        == "sub: index 0 on axis 2 of [2, 3], wanted 1 .. 3, or -3 .. -1 from the end")
    #expect(fault("return t:sub(1, 1, 1)")?.what.en == "sub: 3 indices into [2, 3], which has 2 axes")
    #expect(fault("return t:sum(-3)")?.what.en == "sum: axis -3 of [2, 3], which has axes 1 .. 2")
    #expect(
      fault("return t:slice(2, 1)")?.what.en
        == "slice: the range on axis 1 is { 2, 1, 1 }: it never gets from 2 to 1")
    #expect(fault("for i, row in ipairs(t) do end")?.remedy == "for i, row in pairs(t) do print(i, row) end")
  }

  @Test func assigningIsRefusedWithWhatToTypeInstead() {
    #expect(
      fault("t[1] = 5")?.what.en
        == "tensor[1]: a tensor never changes; with gives a new one with other values")
    #expect(fault("t[1] = 5")?.remedy == "t = t:with({ 1 }, 0)")
  }

  @Test func namesOfOtherLibrariesLeadToOurs() {
    #expect(fault("return t:view(3, 2)")?.remedy == "t:reshape { 2, -1 }")
    #expect(fault("return t.T")?.what.en == "tensor has no 'T' · here it is t:transpose()")
    #expect(fault("return tensor.eye(3)")?.remedy == "tensor.identity(3)")
    #expect(fault("return t:reshap { 6 }")?.what.en == "tensor has no 'reshap' · did you mean 'reshape'?")
  }

  @Test(arguments: [
    "tensor.zeros { 100000, 100000, 100 }", "tensor.ones { 1000000, 1 } + tensor.ones { 1000000 }",
    "tensor.ones { 1000000 }:outer(tensor.ones { 1000000 })", "tensor.identity(1000000)",
    "tensor.linspace(0, 1, 1000000000000)", "tensor.ones { 1000000 }:diag()",
    "v:tile { 1000000000, 1000000000 }",
    "tensor.ones { 1000000, 1 }:eq(tensor.ones { 1000000 })", "tensor.normal { 100000, 100000, 100 }",
    "tensor.ones { 1000000, 1 }:matmul(tensor.ones { 1, 1000000 })", "tensor.one_hot({ 1 }, 1000000000000)",
    "v:expand { 1000000, 1000000, 5 }", "tensor.zeros { 9007199254740993, 9007199254740993 }",
  ]) func whatMemoryCannotHoldIsOneFault(_ line: String) {
    let fault = fault("return " + line)
    #expect(fault?.code == .memory, "\(String(describing: fault))")
    #expect(fault?.what.en.hasSuffix(" are free") ?? false)
  }

  @Test func sameSeedSameNumbers() throws {
    for line in [
      "tensor.integers({ 8 }, 1, 6, { seed = 3 })", "tensor.permutation(9, { seed = 3 })",
      "v:choice(3, { seed = 3 })", "v:choice(9, { seed = 3, replace = true })",
    ] {
      #expect(try words("return \(line):allclose(\(line))") == "true")
      #expect(try words("return \(line):allclose(\(line.replacing("= 3", with: "= 4")))") == "false")
    }
  }

  @Test func aProductOverNothingIsZero() throws {
    #expect(
      try words("return tensor.zeros { 2, 0 }:matmul(tensor.zeros { 0, 3 })")
        == "tensor [2, 3]\n0  0  0\n0  0  0")
  }

  @Test func shapesThatFitTheOtherWayRoundAreOffered() {
    let found = fault("return t:matmul(t)")
    #expect(found?.what.en == "matmul: shapes [2, 3] and [2, 3] do not fit")
    #expect(found?.remedy == "a:matmul(b:transpose())")
  }

  @Test func aRangeWithoutAnEndIsNamedByItsEnd() {
    #expect(fault("return tensor.arange(1, 0 / 0)")?.what.en.hasPrefix("arange: last is ") == true)
    #expect(fault("return tensor.arange(1, 2, 0)")?.what.en.hasPrefix("arange: the step is 0") == true)
  }

  @Test func weightsOfClassesAreNotNegative() {
    let found = fault(
      """
      local rows = data.table { x = { .1, .2 }, k = { "a", "b" } }
      models.mlp { hidden = { 2 } }:fit(rows, { target = "k", class_weights = { a = -1 } })
      """)
    #expect(found?.what.en == "class_weights: 'a' is -1, wanted 0 or more")
  }
}
