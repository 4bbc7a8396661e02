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

  @Test func anEmojiOfSeveralPartsTakesThePlaceOfOne() {
    #expect("👩‍🔧".displayWidth == 2)
    #expect("🇨🇳".displayWidth == 2)
    #expect("👍🏽".displayWidth == 2)
    #expect("⚠\u{FE0F}".displayWidth == 2)
    #expect("한".displayWidth == 2)
    #expect("\u{1112}\u{1161}\u{11AB}".displayWidth == 2)
    #expect("a\u{200B}b".displayWidth == 2)
  }

  @Test func ambiguousCharactersTakeWhatTheTerminalGivesThem() {
    #expect("±3·…".displayWidth == 4)
    AmbiguousWidth.columns = 2
    defer { AmbiguousWidth.columns = 1 }
    #expect("±3·…".displayWidth == 7)
    #expect("温度传感器".truncated(toWidth: 6) == "温度…")
  }
}
