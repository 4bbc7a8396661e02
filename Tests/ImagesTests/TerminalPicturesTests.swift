import Images
import Testing

@Suite struct TerminalPicturesTests {
  @Test func answersTellTheProtocol() {
    #expect(TerminalPictures.graphics(answers: "\u{1B}_Gi=31;OK\u{1B}\\\u{1B}[?62;c") == .kitty)
    #expect(TerminalPictures.graphics(answers: "\u{1B}P>|iTerm2 3.5.0\u{1B}\\\u{1B}[?62;4c") == .iterm)
    #expect(TerminalPictures.graphics(answers: "\u{1B}P>|XTerm(390)\u{1B}\\\u{1B}[?64;1;2;4;6c") == .sixel)
    #expect(TerminalPictures.graphics(answers: "\u{1B}P>|tmux 3.3a\u{1B}\\\u{1B}[?1;2c") == .blocks)
    #expect(TerminalPictures.graphics(answers: "\u{1B}[?c") == .blocks)
    #expect(TerminalPictures.graphics(answers: "garbage") == .blocks)
  }

  /// Decoded by the rules of the manual, the sixels are the picture that went in.
  @Test func sixelsHoldThePicture() {
    let image = Image(width: 13, height: 9, channels: 1) { x, y, pixel in
      pixel[0] = (x + y) % 2 == 0 ? 0 : 255
    }
    let text = Sixel(image).text
    #expect(text.hasPrefix("\u{1B}Pq\"1;1;13;9#0;2;0;0;0") && text.hasSuffix("-\u{1B}\\"))
    let strips = text.dropFirst(3).split(separator: "-")
    #expect(strips.count == 3)
    var seen = [[Int]](repeating: [Int](repeating: -1, count: 13), count: 12)
    for (s, strip) in strips.prefix(2).enumerated() {
      let body =
        s == 0 ? strip[(strip.firstRange(of: "#63;2;100;100;100")?.upperBound ?? strip.startIndex)...] : strip
      for pass in body.split(separator: "$") {
        var rest = pass.dropFirst(), colour = 0, x = 0
        colour = Int(rest.prefix { $0.isNumber }) ?? -1
        rest = rest.drop { $0.isNumber }
        while let sign = rest.popFirst() {
          var times = 1, bits = sign
          if sign == "!" {
            times = Int(rest.prefix { $0.isNumber }) ?? 0
            rest = rest.drop { $0.isNumber }
            bits = rest.popFirst() ?? "?"
          }
          let value = Int(bits.asciiValue ?? 63) - 63
          for _ in 0..<times {
            for row in 0..<6 where value >> row & 1 == 1 { seen[s * 6 + row][x] = colour }
            x += 1
          }
        }
      }
    }
    for y in 0..<9 { for x in 0..<13 { #expect(seen[y][x] == ((x + y) % 2 == 0 ? 0 : 63)) } }
  }
}
