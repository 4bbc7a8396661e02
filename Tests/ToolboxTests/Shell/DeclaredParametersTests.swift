import LuaBridge
import Report
import Testing
import Toolbox

/// A script's parameters, read without running it.
@Suite struct DeclaredParametersTests {
  @Test func constantsAreRead() throws {
    let found = ScriptParameter.declared(
      in: """
        local dir = arg[1] or error "never run"
        local lr = param { "lr", default = 1e-3, range = { 1e-6, 1 }, unit = "1/step", help = { en = "rate", zh = "学习率" } }
        local kind = param("kind", { default = 'a', choices = { "a", "b" } })
        local name = param "name"
        """)
    #expect(found.map(\.name) == ["lr", "kind", "name"])
    #expect(ScriptParameter.words(found[0].fallback) == "0.001")
    #expect(found[0].range == [1e-6, 1])
    #expect(found[0].help?.zh == "学习率")
    #expect(found[1].choices == ["a", "b"])
    #expect(ScriptParameter.words(found[2].fallback) == "")
    #expect(throws: (any Error).self) { try found[0].value(given: "2") }
    #expect(throws: (any Error).self) { try found[1].value(given: "c") }
  }

  @Test func whatOnlyTheScriptCanSayIsLeftOpen() {
    let found = ScriptParameter.declared(in: "x = param { 'x', default = os.exit(1) } y = t.param { 'y' }")
    #expect(found.map(\.name) == ["x"])
    #expect(found.map(\.isWhole) == [false])
  }

  @Test(arguments: [
    "param", "param {", "param { 'a'", "param(", "param { 1 }", "param { { 'x' } }", "param {}",
  ])
  func anUnfinishedDeclarationIsPassedOver(_ source: String) {
    #expect(ScriptParameter.declared(in: source).count <= 1)
  }
}
