import Report
import Sessions
import Testing
import Toolbox

@Suite struct FitOptionsTests {
  /// What a training with these options shows, and its fault.
  private func fitted(_ options: String) -> (text: String, fault: Fault?) {
    let session = Session(modules: Toolbox.modules)
    let outcome = session.evaluate(
      """
      local t = data.table { x = { 0, 1, 2, 3, 10, 11, 12, 13 }, k = { "a", "a", "b", "a", "b", "b", "b", "b" } }
      local net = models.mlp { hidden = { 8 }, outputs = 2 }
      local h = net:fit(t, { target = "k", epochs = 3, batch = 8, seed = 1, \(options) })
      return h.losses[3]
      """)
    return (outcome.text(on: session.surface), outcome.fault)
  }

  @Test(arguments: [
    ("loss = \"focal\"", "gamma = 2", "gamma = 0"), ("loss = \"triplet\"", "margin = 0.2", "margin = 5"),
    ("optimizer = \"sgd\"", "momentum = 0.9", "momentum = 0"),
    ("optimizer = \"sgd\"", "nesterov = true", "nesterov = false"),
  ])
  func optionsOfALossOrOptimizerReachIt(_ owner: String, _ usual: String, _ other: String) {
    let plain = fitted(owner)
    #expect(plain.fault == nil)
    #expect(fitted("\(owner), \(usual)").text == plain.text)
    #expect(fitted("\(owner), \(other)").text != plain.text)
  }

  @Test func aFocalLossWithoutGammaIsCrossEntropy() {
    #expect(fitted("loss = \"focal\", gamma = 0").text == fitted("loss = \"cross_entropy\"").text)
  }

  @Test(arguments: [
    ("gamma = 2", "loss = \"focal\""), ("margin = 1", "loss = \"triplet\""),
    ("momentum = 0.5, optimizer = \"adam\"", "optimizer = \"sgd\""),
    ("nesterov = true", "optimizer = \"sgd\""),
  ])
  func anOptionWithoutItsOwnerIsAFault(_ option: String, _ owner: String) {
    let fault = fitted(option).fault
    #expect(fault?.what.en.hasSuffix("goes with \(owner)") == true)
    #expect(fault?.remedy == owner)
  }
}
