import Glibc
import Report
import Sessions
import Testing
import Toolbox

/// Beginners' mistakes, recorded: the right word stands among the first two that the fault offers.
@Suite(.serialized) struct MistakesTests {
  /// What stands in the session before each mistake.
  static let given = """
    t = data.table {
      serial = {"SN1", "SN2", "SN3", "SN4"}, speed = {11.2, 11.4, 12.9, 10.8}, temperature = {951, 948, 956, 950},
      station = {"R1", "R2", "R1", "R2"}, result = {"OK", "OK", "NG", "OK"}, ["温度"] = {951, 948, 956, 950},
      ["扭矩"] = {8.1, 8.4, 9.0, 7.9}, ["机架"] = {"一", "二", "一", "二"}, ["结果"] = {"合格", "合格", "不合格", "合格"},
    }
    units = t
    list = {10, 20, 30}
    x = tensor.new {1, 2, 3}
    n = 5
    name = "R1"
    p = pipeline "line 3"
    net = models.mlp { hidden = {4}, outputs = 2 }
    """

  @Test(arguments: Language.allCases)
  func theRightWordIsAmongTheFirstTwoForNineOfTenMistakes(_ language: Language) throws {
    let mistakes = Mistake.all(in: try ExampleFolder.text(beside: #filePath, "beginners.txt"))
    #expect(mistakes.count >= 200 && mistakes.allSatisfy { !$0.right.isEmpty })
    let before = Language.current
    Language.current = language
    defer { Language.current = before }
    var missed: [String] = []
    try ExampleFolder.inside {
      for name in ["产线3.csv", "job.lua", "strip.png"] { try ExampleFolder.write("", to: name) }
      let session = Session(modules: Toolbox.modules)
      session.output = { _ in }
      for mistake in mistakes {
        // What the mistake before has set is given up.
        if let fault = session.evaluate("y, z, tabel, ok = nil " + MistakesTests.given).fault { throw fault }
        let fault = session.evaluate(mistake.entry).fault
        if let fault {
          #expect(fault.in(language).split(separator: "\n").count <= 4, "\(mistake.entry): \(fault)")
          if mistake.isHelped(by: fault, in: language) { continue }
        }
        missed.append("> \(mistake.entry)\n\(fault?.in(language) ?? "nothing said")")
      }
    }
    let share = 1 - Double(missed.count) / Double(mistakes.count)
    print("mistakes helped (\(language.rawValue)): \((100 * share).fixed(1)) % of \(mistakes.count)")
    if getenv("PLANTSH_MISSED") != nil { print(missed.joined(separator: "\n")) }
    #expect(share >= 0.9, "\(missed.joined(separator: "\n"))")
  }
}
