import Exchange
import Testing

@Suite struct JSONTests {
  @Test func everyValueComesBack() {
    let value = JSON.object([
      "a": .array([.int(1), .double(0.1), .null, .bool(true)]), "温度": .string("℃ \"x\"\n"),
      "empty": .object([:]),
    ])
    #expect(JSON(parsing: Array(value.text.utf8)) == value)
  }

  @Test func equalValuesGiveEqualBytes() {
    #expect(JSON.object(["b": .int(2), "a": .int(1)]).text == #"{"a":1,"b":2}"#)
  }

  @Test func brokenTextIsNoValue() {
    #expect(JSON(parsing: Array(#"{"a": "#.utf8)) == nil)
    #expect(JSON(parsing: [0xFF, 0x00]) == nil)
    #expect(JSON(parsing: Array("[1, 2] tail".utf8)) == nil)
  }
}
