import LineEditing
import Testing

@Suite struct ScreenTests {
  func frame(_ text: String, cursor: Int? = nil, below: [String] = [], columns: Int = 20) -> Frame {
    var frame = Frame(Block(text, cursor: cursor), prompt: "> ", continuation: ": ", columns: columns)
    frame.add(below.map { [Cell]($0, .dim, columns: columns) }, rows: 8)
    return frame
  }

  @Test func oneTypedKeyWritesOneCharacter() {
    var screen = Screen(colour: true)
    _ = screen.show(frame("prin"))
    #expect(screen.show(frame("print")) == "t")
    #expect(screen.show(frame("print")) == "")
  }

  @Test func coloursAreLeftOutWhereTheyAreNotWanted() {
    let block = Block("if")
    let frame = Frame(
      block, prompt: "> ", continuation: "", styles: [StyledRange(0..<2, .keyword)], columns: 20)
    var colourful = Screen(colour: true), plain = Screen(colour: false)
    #expect(colourful.show(frame).contains("\u{1B}[0;35mif"))
    #expect(plain.show(frame) == "> if")
  }

  /// Whatever is typed, deleted, hinted and moved to: the terminal shows what the frame says.
  @Test func theTerminalShowsWhatTheFrameSays() {
    var random = Lehmer(17)
    let pieces = ["a", "bc", "温", "度数", "\n", " ", "\t", "e\u{301}", "long_name_of_a_value", "\u{3}"]
    for columns in [7, 20, 33] {
      var terminal = FakeTerminal(columns: columns, rows: 8)
      var screen = Screen(colour: true)
      var text: [Unicode.Scalar] = []
      for _ in 0..<400 {
        let place = Int.random(in: 0...text.count, using: &random)
        if Int.random(in: 0..<3, using: &random) == 0, place < text.count {
          text.removeSubrange(place..<min(text.count, place + Int.random(in: 1...9, using: &random)))
        } else {
          text.insert(contentsOf: pieces.randomElement(using: &random)!.unicodeScalars, at: place)
        }
        let cursor = Int.random(in: 0...text.count, using: &random)
        let below = Int.random(in: 0..<2, using: &random) == 0 ? [] : ["提示 hint", "second"]
        let entry = String(String.UnicodeScalarView(text))
        let frame = frame(entry, cursor: cursor, below: below, columns: columns)
        terminal.write(screen.show(frame))
        let wanted = frame.rows.map { row in
          String(row.map(\.text).joined().reversed().drop { $0 == " " }.reversed())
        }
        let shown = terminal.lines
        let end = (wanted.lastIndex { $0 != "" } ?? -1) + 1
        #expect(shown == Array(wanted[..<end]))
        #expect(terminal.row == frame.cursor.row && terminal.column == frame.cursor.column)
        #expect(terminal.unknown.isEmpty && terminal.wraps == 0)
      }
    }
  }

  @Test func leavingGoesUnderTheEntry() {
    var terminal = FakeTerminal(columns: 20, rows: 8)
    var screen = Screen(colour: false)
    terminal.write(screen.show(frame("a\nb\nc", cursor: 0)))
    terminal.write(screen.leave())
    #expect(terminal.row == 3 && terminal.column == 0)
    #expect(terminal.lines == ["> a", ": b", ": c"])
  }

  @Test func aNarrowerWindowIsWipedAsFarAsTheTerminalReflows() {
    var screen = Screen(colour: false)
    _ = screen.show(frame("1234567890123456\nx", cursor: 17, columns: 20))
    // The first row of 18 cells takes two rows of ten.
    #expect(screen.wipe(columns: 10) == "\u{1B}[2A\r\u{1B}[J")
  }
}

/// Numbers that are the same in every run.
struct Lehmer: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2 + 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
