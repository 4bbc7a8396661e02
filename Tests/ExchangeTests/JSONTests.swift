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

  @Test func writtenTextComesBackAsTheSameValue() {
    let value = JSON.object([
      "text": .string("a\u{1}\"\\\n温度"),
      "numbers": .array([.int(-3), .double(0.7), .double(.leastNonzeroMagnitude), .double(1e300)]),
      "empty": .array([]), "none": .object([:]), "flag": .bool(true), "nothing": .null,
    ])
    #expect(JSON(parsing: value.written().utf8) == value)
    #expect(JSON(parsing: value.written(indent: 1).utf8) == value)
    #expect(value.written(indent: 1).hasPrefix("{\n \"empty\": [],\n \"flag\": true,"))
    #expect(value.written().contains("0.7,"))
  }
}
