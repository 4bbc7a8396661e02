import Report
import Testing

@Suite struct FaultTests {
  let fault = Fault(
    .data, en: "\"n/a\" is not a number", zh: "“n/a” 不是数字",
    at: Place(file: "line_3.csv", row: 1841, column: "扭矩"),
    try: "data.csv { \"line_3.csv\", missing = { \"n/a\" } }")

  @Test func saysWhereWhatAndWhatToTry() {
    #expect(
      fault.in(.en) == """
        line_3.csv row 1841, column 扭矩: "n/a" is not a number
          try: data.csv { "line_3.csv", missing = { "n/a" } }
        """)
  }

  @Test func speaksChinese() {
    #expect(fault.in(.zh).hasPrefix("line_3.csv 第 1841 行，扭矩 列：“n/a” 不是数字\n  试试："))
  }
}
