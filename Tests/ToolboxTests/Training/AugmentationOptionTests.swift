import Report
import Sessions
import Testing
import Toolbox

@Suite struct AugmentationOptionTests {
  /// The fault of training with this `augment` on a table without images.
  private func fault(_ augment: String) -> Fault? {
    let session = Session(modules: Toolbox.modules)
    session.output = { _ in }
    return session.evaluate(
      """
      t = data.table { x = { 0, 1, 2, 3, 10, 11, 12, 13 }, kind = { "a", "a", "a", "a", "b", "b", "b", "b" } }
      net = models.mlp { hidden = { 8 } }
      h = net:fit(t, { target = "kind", epochs = 3, batch = 4, augment = \(augment) })
      """
    ).fault
  }

  @Test func mixturesNeedNoImages() {
    #expect(fault("{ mixup = .4 }") == nil)
    #expect(fault("{ mixup = .4, blur = 1 }")?.in(.en).contains("augment is for images") == true)
  }

  @Test(arguments: [
    ("crop = 1", "'crop' must be a number in 0 .. 0.9", "crop = .1"),
    ("blur = 11", "'blur' must be a number in 0 .. 10", "blur = 1"),
    ("mixup = -1", "'mixup' must be a number in 0 .. 1", "mixup = .1"),
    ("shift = \"far\"", "'shift' must be a number in 0 .. 0.5", "shift = .1"),
    ("mixap = .1", "unknown option 'mixap' · did you mean 'mixup'?", "augment = { mixup = .1 }"),
  ])
  func aWrongAmountIsToldWithItsRange(_ given: String, words: String, remedy: String) {
    let fault = fault("{ \(given) }")
    #expect(fault?.in(.en).contains(words) == true, "\(fault?.in(.en) ?? "")")
    #expect(fault?.remedy == remedy)
  }
}
