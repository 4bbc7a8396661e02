import Foundation
import LuaBridge
import Sessions
import Testing

/// Mutated Lua with Chinese and full-width characters: the scanner, the guard, completion, hints and Lua's own front
/// end keep their promises whatever comes.
@Suite struct TypingFuzzTests {
  static let seeds = [
    "for i = 1, 3 do print(i) end", "t = data.csv { \"line3.csv\", encoding = 'gb18030' } -- 数据",
    "x = “abc”，y＝１２", "local f <const>, g = function(a, ...) return ... end, [==[ 长 ]==]",
    "t.温度 = { 上限 = 25.5e-3, 'a', [3] = 0x1Fp2 } t:名(t.压力) function t.组:加(x) end",
    "--[[ 注释 ]] if a ~= b and c <= d then goto done end ::done::", "print（“温度，压力”）；x　= ‘y’",
    "s = 'a\\z\n  b\\n' .. \"\\u{4e2d}\" // 2 << 3", "return ?? %who !ls",
  ]
  static let pieces = [
    "“", "”", "‘", "（", "）", "，", "。", "　", "温", "é", "\"", "'", "[[", "]]", "--", "[==[", "\n", "\\", "\0",
    "..",
    "{", "}", "(", ")", "function ", "local ", "end", "=", ":", ".", "1e+", "０", "\u{200B}", "\u{1F600}", "℃",
    "return ",
  ]

  @Test(arguments: [1, 2, 3, 4] as [UInt64])
  func theScannerCoversEveryByteAndNothingCrashes(_ seed: UInt64) throws {
    var random = Numbers(seed)
    let session = Session(modules: [])
    for _ in 0..<500 { check(mutated(&random), session) }
  }

  /// `Scripts/bench.d/fuzz SECONDS` runs this one; the last source stays in a file if the process should die.
  @Test(.enabled(if: FuzzRun.seconds != nil)) func aLongRunIsCleanToo() throws {
    let run = try #require(FuzzRun())
    var random = Numbers(run.seed)
    var session = Session(modules: [])
    var rounds = 0
    while run.goesOn {
      if rounds % 5000 == 0 { session = Session(modules: []) }
      let source = mutated(&random)
      try source.write(toFile: run.file, atomically: false, encoding: .utf8)
      check(source, session)
      rounds += 1
    }
    print("\(rounds) sources, seed \(run.seed)")
  }

  func mutated(_ random: inout Numbers) -> String {
    var scalars = Array(Self.seeds.randomElement(using: &random)!.unicodeScalars)
    for _ in 0..<Int.random(in: 0...6, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      switch Int.random(in: 0..<4, using: &random) {
      case 0, 1:
        scalars.insert(contentsOf: Self.pieces.randomElement(using: &random)!.unicodeScalars, at: place)
      case 2:
        scalars.removeSubrange(place..<min(scalars.count, place + Int.random(in: 0...8, using: &random)))
      default:
        let other = Array(Self.seeds.randomElement(using: &random)!.unicodeScalars)
        scalars.replaceSubrange(place..., with: other.suffix(Int.random(in: 0...other.count, using: &random)))
      }
    }
    return String(String.UnicodeScalarView(scalars))
  }

  func check(_ source: String, _ session: Session) {
    let bytes = Array(source.utf8)
    var end = 0
    for token in LuaLexer.tokens(source) {
      #expect(token.range.lowerBound >= end && !token.range.isEmpty, "\(source.debugDescription)")
      #expect(bytes[end..<token.range.lowerBound].allSatisfy { $0 <= 32 }, "\(source.debugDescription)")
      #expect(token.text == String(decoding: bytes[token.range], as: UTF8.self))
      end = token.range.upperBound
    }
    #expect(bytes[end...].allSatisfy { $0 <= 32 }, "\(source.debugDescription)")
    let count = source.unicodeScalars.count
    var last = 0
    for highlight in luaHighlights(source, isFunction: { _ in true }) {
      #expect(highlight.range.lowerBound >= last && highlight.range.upperBound <= count)
      last = highlight.range.upperBound
    }
    #expect(LuaIndentation.columns(above: source, line: source) >= 0)
    if let repaired = session.repaired(source) {
      #expect(session.repaired(repaired) == nil, "\(source.debugDescription)")
    }
    for cursor in [0, count / 3, count / 2, count] {
      let completion = session.complete(source, cursor: cursor)
      #expect(completion.range.upperBound == cursor && completion.range.lowerBound >= 0)
      _ = session.hint(source, cursor: cursor)
    }
    _ = session.isComplete(source)
    // Compiled as an entry is, locals kept and all, and not run.
    _ = session.evaluate("do return end " + source, name: "fuzz")
  }
}

/// How long to go on, from the environment.
private struct FuzzRun {
  let seed: UInt64
  let file: String
  private let end: ContinuousClock.Instant

  static var seconds: Double? {
    ProcessInfo.processInfo.environment["PLANTSH_FUZZ_SECONDS"].flatMap(Double.init)
  }

  init?() {
    guard let seconds = FuzzRun.seconds else { return nil }
    let environment = ProcessInfo.processInfo.environment
    seed = environment["PLANTSH_FUZZ_SEED"].flatMap(UInt64.init) ?? UInt64(Date().timeIntervalSince1970)
    file = environment["PLANTSH_FUZZ_FILE"] ?? NSTemporaryDirectory() + "plantsh-fuzz.lua"
    end = .now + .seconds(seconds)
  }

  var goesOn: Bool { ContinuousClock.now < end }
}

/// Numbers that are the same in every run.
struct Numbers: RandomNumberGenerator {
  private var state: UInt64

  init(_ seed: UInt64) { state = seed &* 2 + 1 }

  mutating func next() -> UInt64 {
    state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
    return state ^ (state >> 29)
  }
}
