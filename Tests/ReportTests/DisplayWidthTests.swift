import Report
import Testing

@Suite struct DisplayWidthTests {
  @Test func chineseTakesTwoColumns() {
    #expect("温度 T1".displayWidth == 7)
    #expect("（）".displayWidth == 4)
    #expect("e\u{301}".displayWidth == 1)
  }

  @Test func paddingKeepsColumnsAligned() {
    #expect("温度".padded(toWidth: 6) == "温度  ")
    #expect("1.5".padded(toWidth: 6, onLeft: true) == "   1.5")
  }

  @Test func truncationMarksWhatWasCut() {
    #expect("温度传感器".truncated(toWidth: 6) == "温度…")
    #expect("abc".truncated(toWidth: 3) == "abc")
  }
}
