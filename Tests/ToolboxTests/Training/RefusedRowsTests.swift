import LuaBridge
import Report
import Sessions
import Testing
import Toolbox

@Suite struct RefusedRowsTests {
  /// What an entry prints after a network was trained on eight rows, of which the third has no value.
  private func printed(_ entry: String) throws -> String {
    let session = Session(modules: Toolbox.modules)
    session.output = { _ in }
    let outcome = session.evaluate(
      """
      x = { 0, 1, 2, 3, 10, 11, 12, 13 }
      kind = { "low", "low", "low", "low", "high", "high", "high", "high" }
      whole = data.table { x = x, kind = kind }
      x[3] = 0 / 0
      t = data.table { x = x, kind = kind }
      net = models.mlp { hidden = { 8 } }
      h = net:fit(t, { target = "kind", epochs = 2, batch = 4, seed = 1 })
      """)
    #expect(outcome.fault == nil, "\(outcome.fault?.in(.en) ?? "")")
    var text = ""
    session.output = { text += $0 }
    let fault = session.evaluate(entry).fault
    #expect(fault == nil, "\(fault?.in(.en) ?? "")")
    return text
  }

  @Test func trainingAndEvaluationListTheRowsLeftOut() throws {
    for listing in ["h.quarantine", "net:evaluate(t).quarantine"] {
      let text = try printed("print(\(listing))")
      #expect(text.contains("reason"))
      #expect(text.contains("no value"))
      #expect(text.contains("1 row"))
    }
  }

  @Test func nothingLeftOutIsNil() throws {
    #expect(try printed("print(net:evaluate(whole).quarantine)") == "nil\n")
  }

  @Test func predictionsTellOfRowsLeftOut() throws {
    #expect(try printed("net:predict(t)").hasPrefix("1 of 8 rows left out; the first: row 3, column x"))
    #expect(try printed("net:predict(whole)") == "")
  }
}
