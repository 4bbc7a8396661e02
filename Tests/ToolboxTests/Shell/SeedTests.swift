import Report
import Sessions
import Testing
import Toolbox

@Suite struct SeedTests {
  /// What an entry shows.
  private func shown(_ code: String) -> String {
    let session = Session(modules: Toolbox.modules)
    let outcome = session.evaluate(code)
    return outcome.fault?.in(.en) ?? outcome.text(on: session.surface)
  }

  /// Draws with one seed twice, again with the same seed, and with another.
  private func agreements(_ draw: String) -> String {
    shown(
      """
      local function draw() return \(draw) end
      seed(7)
      local first, second = draw(), draw()
      seed(7)
      local again = draw()
      seed(8)
      return tostring(first == again) .. " " .. tostring(first == second) .. " " .. tostring(first == draw())
      """)
  }

  @Test(arguments: [
    "tensor.normal { 4 }", "tensor.uniform { 4 }", "tensor.integers({ 4 }, 1, 100000)",
    "tensor.permutation(30)", "tensor.arange(1, 200):choice(5)",
  ])
  func randomNumbersGoOnUntilTheSeedIsSetAgain(_ call: String) {
    #expect(agreements("tostring(\(call))") == "true false false")
  }

  @Test func aSeedOfItsOwnIsTakenEachTime() {
    let draw = "tostring(tensor.normal({ 4 }, { seed = 3 }))"
    #expect(agreements(draw) == "true true true")
  }

  @Test(arguments: ["t:sample(5)", "(pipeline \"p\" :split { train = .5, test = .5 })(t).train"])
  func rowsAreDrawnBySeed(_ call: String) {
    let draw =
      "(function() local x = {} for i = 1, 60 do x[i] = i end "
      + "local t = data.table { x = x } return tostring(\(call)) end)()"
    #expect(agreements(draw) == "true true false")
  }

  @Test func trainingStartsFromTheSeed() {
    let draw =
      "(function() local t = data.table { x = { 0, 1, 2, 3 }, y = { 0.5, 1.5, 2.5, 3.5 } } "
      + "local net = models.mlp { hidden = { 3 } } net:fit(t, { target = 'y', epochs = 1 }) "
      + "return tostring(net:predict(t)) end)()"
    #expect(agreements(draw) == "true true false")
  }
}
