import Report
import Sessions
import Testing

/// The same script does the same thing each time.
@Suite struct OrderTests {
  let session = Session(modules: [])

  func show(_ source: String) -> String {
    let outcome = session.evaluate(source)
    return outcome.fault?.in(.en) ?? outcome.text(on: session.surface)
  }

  let keys = "local keys = {} for key in pairs(t) do keys[#keys + 1] = tostring(key) end"

  @Test func pairsGoesThroughTextKeysInOrder() {
    #expect(
      show(
        "t = { b = 1, 10, a = 2, ['温度'] = 3, 20, ['B'] = 4, [2.5] = 5 } \(keys) return table.concat(keys, ' ')"
      )
        == "1 2 2.5 B a b 温度")
  }

  @Test func valuesMayBeTakenAwayAndChangedOnTheWay() {
    #expect(
      show(
        "t = { a = 1, b = 2, c = 3 } seen = '' for k, v in pairs(t) do seen = seen .. k .. v t[k] = nil t.b = t.b and 9 end return seen"
      ) == "a1b9c3")
  }

  @Test func aMetamethodIsAskedFirst() {
    #expect(
      show(
        "for k, v in pairs(setmetatable({ a = 1, b = 2 }, { __pairs = function(t) return next, { z = 7 }, nil end })) do return k, v end"
      ) == "z\t7")
  }

  @Test func whatIsNoTableIsAFault() { #expect(show("for k in pairs(nil) do end").contains("nil")) }

  @Test func mathRandomStartsFromTheSeed() {
    let first = show("math.random(1000000)")
    #expect(Session(modules: []).evaluate("math.random(1000000)").text(on: session.surface) == first)
    session.seed = 7
    let other = show("math.random(1000000)")
    session.seed = 7
    #expect(show("math.random(1000000)") == other)
    #expect(other != first)
  }
}
