import Report
import Testing

@Suite struct WrappingTests {
  @Test func breaksBetweenWords() {
    #expect(
      "the first row names the columns".wrapped(toWidth: 12) == ["the first", "row names", "the columns"])
    #expect("".wrapped(toWidth: 12) == [""])
  }

  @Test func breaksChineseAnywhereButBeforeItsPunctuation() {
    let lines = "读取现场数据，按时间对齐，训练并评估模型。".wrapped(toWidth: 12)
    #expect(lines.allSatisfy { $0.displayWidth <= 14 })
    #expect(lines.allSatisfy { !$0.hasPrefix("，") && !$0.hasPrefix("。") })
    #expect(lines.joined() == "读取现场数据，按时间对齐，训练并评估模型。")
  }

  @Test func wordsLongerThanALineAreCut() {
    #expect("abcdefghij".wrapped(toWidth: 4) == ["abcd", "efgh", "ij"])
  }
}
